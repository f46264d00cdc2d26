### Les pages des sites.

sites-new = Ajouter un site
sites-why = Des bureaux, ou des groupes de télétravailleurs. Le pouvoir d’un administrateur peut se limiter à certains sites.
sites-none = Aucun site pour l’instant
sites-none-why = Ajoutez vos bureaux : chaque utilisateur aura son site, et un administrateur pourra être limité à un lieu.
site = Site
site-details = Site
site-name = Nom du site
site-name-hint = Tel qu’on l’appelle : une ville, un bâtiment, une équipe. Chaque site a son propre nom.
site-address = Adresse
site-users =
    { $count ->
        [one] { $count } utilisateur
       *[other] { $count } utilisateurs
    }
site-added = Le site { $name } a été ajouté.
site-unnamed = Un site dont vous ne pouvez pas voir le nom ({ $id })
