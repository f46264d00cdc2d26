roles-new = Créer un rôle
