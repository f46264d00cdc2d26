roles-new = Make a role
