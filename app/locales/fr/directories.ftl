### Annuaires : d’où viennent les utilisateurs.

directories = Annuaires
directories-why = D’où viennent les utilisateurs : Active Directory ou un autre annuaire LDAP, tenu à jour par un connecteur dans votre réseau.
directories-new = Nouvel annuaire
directories-none = Aucun annuaire
directories-none-why = Un connecteur dans votre réseau lit votre annuaire et tient à jour le nom, l’adresse e-mail, l’état et l’équipe de vos utilisateurs. Il ne supprime personne : qui s’en va est désactivé.
directory-name = Nom
directory-name-hint = L’annuaire ou le bureau, par exemple « Siège ».
directory-last-contact = Dernier contact
directory-last-run = Dernière exécution
directory-no-run = Aucune
directory-users = Utilisateurs actifs
directory-scope = Peut ajouter et modifier des utilisateurs dans
directory-teams = Peut remplir
directory-teams-all = Aussi les équipes qui donnent des droits, comme le peut l’auteur du jeton
directory-teams-plain = Les équipes sans droits
directory-until = Jeton valable jusqu’au
directory-generate = Générer et copier
directory-token-once = Conservez le jeton maintenant ; le connecteur le demande lors de son installation. Il n’est affiché que cette fois.
directory-revoke = Révoquer
directory-connector = Connecteur
directory-no-connector = Aucun connecteur ne s’est encore présenté pour cet annuaire. Installez-en un comme décrit ci-dessous.

## Comment on accède
directory-settings = Nouveaux utilisateurs
directory-settings-why = Ce qui se passe quand l’annuaire ajoute quelqu’un, et quelles équipes il peut remplir.
directory-onboarding = Comment les nouveaux utilisateurs accèdent à leur compte
directory-onboarding-invitation = Par un lien envoyé par e-mail, avec lequel ils choisissent un mot de passe
directory-onboarding-default-password = Par le mot de passe par défaut, à changer
directory-onboarding-later = Avec les identifiants remis par un administrateur, ou par authentification unique
directory-teams-with-permissions = Aussi les équipes qui donnent des droits
directory-teams-with-permissions-why = Pour les groupes de techniciens. L’annuaire peut alors faire, dans son périmètre, ce que l’auteur de son jeton peut y faire : placer des personnes dans ces équipes, et modifier ou désactiver les administrateurs qui ont moins de droits que lui. Il ne touche jamais ni à lui ni aux propriétaires. Gardez le jeton en conséquence. Sans cette option, l’annuaire ne désactive personne qui détient des droits.
directory-default-password = Mot de passe par défaut
directory-default-password-why = Toute personne ajoutée par l’annuaire commence avec lui et doit le changer à la première connexion. Il cesse de fonctionner pour elle comme tout mot de passe temporaire.
directory-default-password-kept = Il y en a un. Laissez ce champ vide pour le garder.
directory-default-password-not-allowed = La politique de mots de passe ne permet pas de mot de passe par défaut : il faut que les administrateurs puissent saisir des mots de passe et que ceux-ci soient à changer à la première connexion. D’ici là, les nouveaux utilisateurs accèdent à leur compte avec les identifiants remis par un administrateur. Modifiez-la d’abord :

## Installer le connecteur
directory-setup = Installer le connecteur
directory-setup-why = Sur un ordinateur de votre réseau toujours allumé, comme service qui peut lire les utilisateurs et les groupes de l’annuaire.
directory-setup-more = Il demande ces données, le jeton, le serveur, et quels groupes de l’annuaire deviennent quelles équipes ici. Avant tout changement, « plan » montre ce qui changerait.
connector-linux = Télécharger pour Linux
connector-windows = Télécharger pour Windows
connector-nowhere = Ce déploiement ne propose pas le programme en téléchargement. Demandez-le à qui l’exploite.
connector-command = Commande
connector-address = Adresse
connector-organization = Organisation
connector-server = Serveur
connector-host = Ordinateur
connector-version = Version
mappings = Correspondances
mappings-none = Aucun groupe associé
mappings-none-why = Toutes les personnes que lit le connecteur sont tenues à jour, et aucune n’est placée dans une équipe.
mapping-source = Groupe de l’annuaire
mapping-group = Équipe

## Exécutions
runs = Journal Active Directory
runs-why = Chaque lecture qui a trouvé quelque chose à changer, ou qui a échoué. Les exécutions sont conservées 90 jours, les 200 dernières au plus ; des plus anciennes, seulement les étapes échouées.
runs-none = Aucune exécution
runs-none-why = Quand le connecteur trouve quelque chose à changer, ou ne peut pas lire l’annuaire, cela figure ici.
run-title = Exécution du { $time }
run-began = Début
run-ended = Fin
run-state = État
run-what = Utilisateurs
run-read = Lus dans l’annuaire
run-summary = Résumé
run-decided-by = Décidé par
run-state-waiting = En attente d’une réponse
run-state-confirmed = Confirmée
run-state-declined = Refusée
run-state-superseded = Remplacée
run-state-running = En cours
run-state-done = Terminée
run-state-failed = Échouée
run-count-added =
    { $count ->
        [one] { $count } ajouté
       *[other] { $count } ajoutés
    }
run-count-updated =
    { $count ->
        [one] { $count } modifié
       *[other] { $count } modifiés
    }
run-count-enabled =
    { $count ->
        [one] { $count } activé
       *[other] { $count } activés
    }
run-count-disabled =
    { $count ->
        [one] { $count } désactivé
       *[other] { $count } désactivés
    }
run-count-failed =
    { $count ->
        [one] { $count } échec
       *[other] { $count } échecs
    }
run-count-nothing = Rien
run-waiting-too-many =
    { $disabled ->
        [one] Cette exécution attend : elle désactiverait { $disabled } utilisateur, plus d’un dixième des { $active } actifs.
       *[other] Cette exécution attend : elle désactiverait { $disabled } utilisateurs, plus d’un dixième des { $active } actifs.
    } Si vous ne vous y attendiez pas, la base de recherche, un groupe ou un droit a peut-être changé dans l’annuaire. Les étapes ci-dessous disent de qui il s’agit.
run-waiting-empty =
    { $disabled ->
        [one] Cette exécution attend : l’annuaire n’a donné personne, et elle désactiverait { $disabled } utilisateur sur { $active }.
       *[other] Cette exécution attend : l’annuaire n’a donné personne, et elle désactiverait { $disabled } utilisateurs sur { $active }.
    } En général, la base de recherche, un groupe ou un droit a changé dans l’annuaire. Les étapes ci-dessous disent de qui il s’agit.
run-waiting-incomplete =
    { $disabled ->
        [one] Cette exécution attend : { $disabled } utilisateur sur { $active } n’a plus été lu et serait désactivé.
       *[other] Cette exécution attend : { $disabled } utilisateurs sur { $active } n’ont plus été lus et seraient désactivés.
    } { $hidden ->
        [one] Mais { $hidden } entrée de l’annuaire n’a pas pu être lue non plus : peut-être sont-ils partis, peut-être seulement masqués. Tout le reste continue entre-temps. Regardez les étapes ci-dessous et confirmez s’ils sont partis. Ou corrigez l’entrée, et rien ne sera demandé :
       *[other] Mais { $hidden } entrées de l’annuaire n’ont pas pu être lues non plus : peut-être sont-ils partis, peut-être seulement masqués. Tout le reste continue entre-temps. Regardez les étapes ci-dessous et confirmez s’ils sont partis. Ou corrigez les entrées, et rien ne sera demandé :
    }
run-hidden-more = et encore { $count }
run-confirm = Confirmer
run-confirm-question =
    { $disabled ->
        [one] { $disabled } utilisateur actif sur { $active } sera désactivé au prochain passage du connecteur, et aussitôt déconnecté.
       *[other] { $disabled } utilisateurs actifs sur { $active } seront désactivés au prochain passage du connecteur, et aussitôt déconnectés.
    }
run-decline = Refuser
run-confirmed = L’exécution est confirmée.
run-declined = L’exécution est refusée.
run-confirmed-why = Le connecteur s’en charge à son prochain passage, dans les 24 heures et tant qu’il prévoit exactement cela. D’ici là, vous pouvez encore refuser.
run-declined-why = Rien de tout cela n’a lieu. Le connecteur redemandera quand il prévoira autre chose.

## Étapes
steps = Étapes
steps-why = Ce qui arrive à qui, dans l’ordre où le connecteur l’a dit. S’il y en a énormément, les échecs sont gardés en premier.
steps-only-failed = Seulement les échecs
steps-none = Aucune étape
steps-none-why = Le connecteur n’a pas dit sur quoi porte cette exécution, ou une autre l’a remplacée avant que rien n’ait lieu.
steps-none-failed = Aucun échec
steps-none-failed-why = Toutes les étapes annoncées par le connecteur se sont bien passées, ou sont à venir.
step-who = Qui
step-deed = Quoi
step-outcome = Résultat
step-planned = Prévue
step-done = Faite
step-failed = Échouée
step-outcome-planned = prévue
step-outcome-done = faite
deed-add = Ajouter
deed-adopt = Associer
deed-update = Modifier
deed-enable = Activer
deed-disable = Désactiver
log-download = Télécharger le journal

## Sur le tableau de bord
attention-runs =
    { $count ->
        [one] { $count } annuaire attend une réponse
       *[other] { $count } annuaires attendent une réponse
    }
attention-runs-why = Une exécution désactiverait des utilisateurs ; quelqu’un doit d’abord dire si c’est voulu.
