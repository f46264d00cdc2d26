### Les administrateurs : les mots de leurs pages.

administrator = Administrateur
administrators-why = Qui s’occupe de quelle partie de l’organisation.
administrators-new = Créer Administrateur
administrators-new-why = Une nouvelle personne qui s’occupe de certains sites, avec certaines fonctionnalités : jamais plus que vous n’en avez vous-même.

## La liste
administrators-search = Rechercher des administrateurs
administrators-scope = Où
administrators-functions = Fonctionnalités
administrators-action = Action
administrators-open = Afficher/Modifier
administrators-view = Afficher
administrators-none = Aucun administrateur ici
administrators-none-why = Personne que vous puissiez voir ne s’occupe encore de quoi que ce soit.
administrators-none-found = Aucun administrateur trouvé
administrators-none-found-why = Essayez avec moins de mots, un autre statut ou tous les sites.

## Marques
rank-owner = Propriétaire : l’administrateur principal
rank-delegated = Administrateur secondaire

## Le formulaire
administrator-account = Compte
administrator-contact = Contact principal
administrator-address = Adresse
administrator-address-why = L’adresse physique ou postale de l’administrateur.
administrator-sites = Autorisations du site
administrator-sites-why = Ce que l’administrateur peut faire, il le peut sur ces sites et nulle part ailleurs.
administrator-sites-only = Uniquement ces sites
administrator-functions = Autorisations des fonctionnalités
administrator-functions-what = Ce que l’administrateur peut faire
administrator-functions-why = Plusieurs fonctionnalités s’additionnent.
administrator-user-name-hint = Suit l’adresse e-mail tant que vous n’en saisissez pas un autre. Doit être unique dans l’organisation.
administrator-appointed = { $name } est maintenant administrateur.
administrator-saved = Les modifications de { $name } ont été enregistrées.
administrator-mixed = Cet administrateur a des fonctionnalités différentes selon les sites. Elles restent inchangées quand vous enregistrez.
administrator-one-record = Ces données viennent du profil de l’utilisateur. Vous pouvez les modifier ici : il n’y a qu’une fiche, et elle change aussi là-bas.
administrator-template =
    { $left_out ->
        [0] Ceci commence avec les privilèges de { $name }.
        [one] Ceci commence avec les privilèges de { $name }, sans { $left_out } que vous ne pouvez pas donner.
       *[other] Ceci commence avec les privilèges de { $name }, sans { $left_out } que vous ne pouvez pas donner.
    }
scope-organization-why = Tous les sites, y compris ceux qui seront ajoutés plus tard.
role-owner-why = Tout, y compris ce qui sera ajouté plus tard. Ne peut pas être limité.
role-allows = Permet de : { $permissions }.
error-choose-one = Choisissez-en au moins une.

## Le compte
administrator-access = Accès
administrator-parent = Utilisateur parent
administrator-parent-none = Personne : créé avec l’organisation, ou par quelqu’un que vous ne pouvez pas voir
administrator-children = Utilisateur enfant
administrator-children-none = Aucun
administrator-disable = Désactiver l’administrateur
administrator-disable-why = { $name } est immédiatement déconnecté partout et ne peut plus se connecter. Rien n’est supprimé : les fonctionnalités, les sites et les administrateurs créés par { $name } restent, et vous pouvez réactiver le compte.
administrator-disabled = { $name } a été désactivé.
administrator-enable = Activer l’administrateur
administrator-enable-why = { $name } peut de nouveau se connecter, avec les mêmes fonctionnalités sur les mêmes sites qu’auparavant.
administrator-enabled = { $name } a été activé.
administrator-is-disabled = Cet administrateur est désactivé et ne peut pas se connecter.
administrator-save-first = Enregistrez ou annulez d’abord vos modifications.

## Pourquoi quelque chose ne peut pas être accordé
giving-not-organization = Vous ne vous occupez pas vous-même de toute l’organisation.
giving-not-site = Vous ne pouvez nommer personne sur ce site.
giving-not-group = Vous ne pouvez nommer personne dans ce groupe.
giving-owner = Seul un propriétaire peut nommer un propriétaire.
giving-owner-everywhere = Uniquement pour toute l’organisation.
giving-too-much = Vous ne pouvez pas y faire tout cela vous-même : il vous manque le droit de { $permission }.
giving-to-oneself = Ceci est votre propre compte : un autre administrateur décide de son nom d’utilisateur, de son adresse e-mail, de ses sites et de ses fonctionnalités.
giving-not-dominated = Cet administrateur peut faire des choses que vous ne pouvez pas faire, ou pas aussi longtemps : un propriétaire décide de son compte, de ses sites et de ses fonctionnalités.
