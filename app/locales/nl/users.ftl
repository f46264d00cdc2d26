users-new = Gebruiker toevoegen
