users-new = Add a user
