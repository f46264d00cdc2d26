### Les pages des utilisateurs.

users-new = Ajouter un utilisateur
users-new-why = Une personne qui utilise le service. Ce qu’elle peut administrer se décide ailleurs.
users-why = Toutes les personnes qui utilisent le service, sur les sites dont vous vous occupez.
users-search = Rechercher des utilisateurs
users-none = Aucun utilisateur pour l’instant
users-none-why = Ajoutez le premier : un nom, une adresse e-mail et, si vous le souhaitez, un site.
users-none-found = Aucun utilisateur trouvé
users-none-found-why = Essayez moins de mots, un autre statut ou tous les sites.
user = Utilisateur
user-account = Compte
user-contact = Contact
user-name-follows = Sert à se connecter, comme l’adresse e-mail. Unique dans l’organisation.
user-site-none = Aucun site
user-site = Lieu de travail
users-views = Qui est affiché
users-all = Tout le monde
users-agents = Agents
agent-locked = Vous ne pouvez pas modifier les données de cette personne.
user-site-hint = Les administrateurs de ce site s’occupent de cette personne.
# The seed system’s own words (CRES-15).
user-added = Utilisateur <{ $email }> ajouté.
user-saved = Les modifications concernant { $name } ont été enregistrées.

## Le compte
user-access = Accès
user-is-administrator = Cette personne est un administrateur : le nom d’utilisateur, l’adresse e-mail, le site, le mot de passe et l’accès se modifient sur la page de l’administrateur.
user-administrator = Page de l’administrateur
user-disable = Désactiver l’utilisateur
user-disable-why = { $name } est immédiatement déconnecté(e) partout et ne peut plus se connecter. Rien n’est supprimé, et vous pourrez réactiver le compte.
user-disabled = Le compte de { $name } a été désactivé.
user-enable = Activer l’utilisateur
user-enable-why = { $name } peut à nouveau se connecter, comme avant.
user-enabled = Le compte de { $name } a été activé.

## Attributions
user-grants-none-why = Attribuez un rôle pour faire de cette personne un administrateur.
user-grants-unseen = Des rôles que vous ne pouvez pas voir
user-grants-unseen-why = Ce que détient cette personne dépasse ce dont vous vous occupez.
