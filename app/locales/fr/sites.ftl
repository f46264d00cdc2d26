sites-new = Ajouter un site
