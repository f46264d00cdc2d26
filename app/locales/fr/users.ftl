users-new = Ajouter un utilisateur
