### Les pages des rôles.

roles-new = Créer un rôle
roles-why = Un rôle est un ensemble de droits. Un administrateur le reçoit pour certains sites ou pour toute l’organisation.
roles-search = Rechercher des rôles
roles-all = Tous
roles-none = Aucun rôle trouvé
roles-none-why = Essayez moins de mots ou un autre type.
role = Rôle
role-details = Rôle
role-name = Nom
role-name-hint = Ce que font ceux qui l’ont, par exemple « Assistance ».
role-description = Description
role-description-hint = Pour les autres administrateurs qui se demandent si c’est le rôle qu’ils cherchent.
role-kind = Type
role-kind-built-in = Intégré
role-kind-custom = Le vôtre
role-permissions = Permet
role-permissions-hint = Pointez une case pour lire ce qu’elle signifie.
role-allows-everything = Tout, y compris ce qui s’ajoutera plus tard
role-allows-part = { $resource } : { $actions }
role-holders = Détenteurs
role-held-by =
    { $count ->
        [0] Personne n’a ce rôle.
        [one] { $count } personne a ce rôle.
       *[other] { $count } personnes ont ce rôle.
    }
role-built-in = Ce rôle fait partie du produit et reste tel quel. Faites-en une copie pour pouvoir la modifier.
role-owner-fixed = Ce rôle permet tout et il est fixe : il ne peut être ni modifié ni supprimé, et le dernier propriétaire qui peut se connecter ne peut pas le perdre.
role-feature-fixed = Ce rôle appartient à une fonctionnalité de votre produit : il est créé, renommé et supprimé avec elle.
role-not-yours = Vous n’avez pas vous-même le droit de { $permission } ; vous ne pouvez donc pas le donner. Ces personnes peuvent vous aider : { $helpers }.
role-copy = Faire une copie
role-copy-of =
    { $left_out ->
        [0] Ceci commence comme une copie de « { $name } ».
        [one] Ceci commence comme une copie de « { $name } », sans { $left_out } droit que vous n’avez pas vous-même.
       *[other] Ceci commence comme une copie de « { $name } », sans { $left_out } droits que vous n’avez pas vous-même.
    }
role-made = Le rôle { $name } a été créé.
role-delete = Supprimer le rôle
role-delete-question = Le rôle { $name } disparaîtra définitivement. Personne ne l’a, donc personne ne perd de droit.
role-deleted = Le rôle { $name } a été supprimé.

## La matrice : colonnes, et sens de chaque case
action-view = Voir
action-create = Ajouter
action-update = Modifier
action-grant = Donner et retirer
action-delete = Supprimer
help-permission-users-view = Voir la liste des utilisateurs et les données de chacun, sur les sites concernés.
help-permission-users-create = Ajouter des utilisateurs sur ces sites, chacun avec un mot de passe temporaire.
help-permission-users-update = Modifier les données des utilisateurs, les désactiver et les activer, et réinitialiser leurs mots de passe.
help-permission-administrators-view = Voir les administrateurs, leurs rôles et où ceux-ci s’appliquent.
help-permission-administrators-create = Nommer des administrateurs, sans dépasser ses propres droits.
help-permission-administrators-update = Modifier les données des administrateurs, les désactiver et les activer, et réinitialiser leurs mots de passe, sauf s’ils ont autant de droits que soi-même.
help-permission-administrators-grant = Donner et retirer des rôles, sans jamais dépasser ses propres droits.
help-permission-sites-view = Voir les sites et leurs adresses.
help-permission-sites-create = Ajouter des sites. Seulement pour toute l’organisation : un nouveau site n’appartient à aucun des sites existants.
help-permission-sites-update = Modifier les noms et adresses des sites.
help-permission-roles-view = Voir les rôles et ce qu’ils permettent.
help-permission-roles-create = Créer des rôles à partir de droits que l’on a soi-même. Seulement pour toute l’organisation.
help-permission-roles-update = Modifier les rôles propres à votre organisation, pour tous ceux qui les ont. Seulement pour toute l’organisation.
help-permission-roles-delete = Supprimer les rôles propres à votre organisation que personne n’a. Seulement pour toute l’organisation.
help-permission-groups-view = Voir les groupes, leurs membres et ce qu’ils apportent.
help-permission-groups-create = Ajouter des groupes à ces endroits, et sous ces groupes.
help-permission-groups-update = Renommer et déplacer des groupes, ajouter et retirer des membres, jamais au-delà de ce que l’on peut donner soi-même.
help-permission-groups-delete = Supprimer les groupes vides.
help-permission-features-view = Voir ce qu’offre le produit de votre organisation.
help-permission-features-update = Ajouter, modifier et retirer des fonctionnalités. Uniquement pour toute l’organisation.
help-permission-audit-view = Lire ce qui s’est passé aux endroits concernés, et vérifier que rien n’a été modifié depuis.
help-permission-credentials-view = Voir quels services peuvent demander qui peut faire quoi. Uniquement pour toute l’organisation.
help-permission-credentials-create = Donner à un service l’accès à ces réponses. Uniquement pour toute l’organisation.
help-permission-credentials-delete = Révoquer l’accès d’un service. Uniquement pour toute l’organisation.
help-permission-integrations-view = Voir à quels autres produits l’organisation est reliée et ce qui leur a été envoyé. Uniquement pour toute l’organisation.
help-permission-integrations-update = Relier d’autres produits. Un webhook ne leur apprend que ce que l’on peut lire soi-même dans le journal d’audit. Uniquement pour toute l’organisation.
help-permission-notices-create = Envoyer des avis à tous à ces endroits, et voir combien les ont lus.
help-permission-organization-view = Voir le nom, la langue et les règles de mot de passe de l’organisation. Uniquement pour l’ensemble de l’organisation.
help-permission-organization-update = Modifier le nom, la langue et les règles de mot de passe de l’organisation. Uniquement pour l’ensemble de l’organisation.
help-permission-accounts-view = Voir le numéro, le nom et l’état de toutes les organisations, et rien de leur contenu. Uniquement pour l’ensemble de l’organisation.
help-permission-accounts-create = Créer une organisation et désigner son premier administrateur. Uniquement pour l’ensemble de l’organisation.
help-permission-accounts-update = Suspendre une organisation, ce qui met fin à toutes ses sessions, et la rétablir. Uniquement pour l’ensemble de l’organisation.
help-permission-reports-view = Lire les chiffres sur les utilisateurs, les administrateurs, les connexions et les modifications aux endroits concernés. Ils ne nomment personne.
help-permission-analytics-view = Voir l’évolution de ces chiffres en graphiques, aux endroits concernés.
help-permission-dashboard-view = Ouvrir le tableau de bord, où l’on arrive après la connexion. Sans ce droit, on arrive sur la première page que l’on peut ouvrir.
help-permission-notes-view = Lire ce que les administrateurs se laissent à propos des sites concernés.
help-permission-notes-create = Laisser des remarques à propos de ces sites.
help-permission-notes-delete = Supprimer les remarques que l’on a écrites soi-même.
help-permission-orders-view = Voir ce qui est commandé pour les sites concernés.
help-permission-orders-create = Commander pour ces sites.
help-permission-orders-update = Indiquer qu’une commande est livrée ou annulée, ou la rouvrir.
