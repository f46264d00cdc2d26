### Les mots propres à la console. Ceux des pages d’un objet se trouvent dans le fichier de cet objet.

## Partout
skip-to-content = Aller au contenu
loading = Chargement…
required = Obligatoire
close = Fermer
cancel = Annuler
continue = Continuer
copy = Copier
copied = Copié dans le presse-papiers.
copy-failed = Le navigateur n’a pas autorisé la copie. Sélectionnez le texte et copiez-le vous-même.
retry = Réessayer
reload = Recharger la page
crashed = Une erreur s’est produite dans cette page. Ce qui n’a pas été enregistré est peut-être perdu. Rechargez la page pour continuer.
menu = Menu
breadcrumbs = Chemin vers cette page
preferences = Langue et thème
language = Langue
language-unavailable = Les textes de cette langue n’ont pas pu être chargés. Vérifiez votre connexion et réessayez.
theme-system = Thème du système
theme-light = Thème clair
theme-dark = Thème sombre

## Le cadre
sections = Navigation principale
dashboard = Tableau de bord
administrators = Administrateurs
users = Utilisateurs
sites = Sites
roles = Rôles
groups = Groupes
features = Fonctionnalités
audit = Journal d’audit
reports = Rapports
analytics = Analyse
credentials = Accès de services
password-policy = Politique de mots de passe
integrations = Intégrations
organization = Organisation
accounts = Comptes
security = Sécurité
privileges = Privilèges
notes = Remarques
orders = Commandes
agent = Agent
profile = Mon compte
profile-menu = Votre profil et vos préférences
own-sessions = Détails de connexion
menu-company = Profil (Entreprise)
menu-administrators = Gérer les administrateurs
menu-new-user = Configurer un utilisateur
menu-language = Sélectionner la langue
help = Documentation
privacy-statement = Déclaration de confidentialité
notices = Avis
notices-new = Envoyer l’avis
notices-unread =
    { $count ->
        [0] Avis
        [one] Avis : { $count } non lu
       *[other] Avis : { $count } non lus
    }
sign-out = Déconnexion
sites-all = Tous les sites
sites-switch = Changer de site
explain = Expliquer
explain-link = Pourquoi ?
seen-as = Vous voyez la console comme { $name }.
seen-as-why = La navigation et les commandes suivent les droits de cette personne, et rien ne peut être modifié. La lecture se fait toujours avec votre propre compte : les listes peuvent donc montrer plus que ce que cette personne voit.
seen-as-back = Revenir à votre console
features-own = Votre produit
settings = Paramètres
opens-in-new-tab = (s’ouvre dans un nouvel onglet)

## Longues listes
list-showing =
    { $total ->
        [0] Rien à afficher
        [one] Affichage { $first } à { $last } de { $total } entrée
       *[other] Affichage { $first } à { $last } de { $total } entrées
    }
list-showing-some = Affichage { $first } à { $last } de plus de { $total } entrées
list-pages = Pages
list-previous = Page précédente
list-next = Page suivante
list-page-size = Lignes par page
list-per-page = { $limit } par page
group-search = Rechercher dans cette liste
group-ticked =
    { $ticked ->
        [one] { $ticked } coché sur { $all }
       *[other] { $ticked } cochés sur { $all }
    }
picker-found =
    { $total ->
        [0] Rien trouvé. Essayez avec moins de mots.
       *[other] { $shown } sur { $total } affichés. Recherchez les autres.
    }
outlook-show-all = Tout afficher ({ $count })
picker-type = Tapez une partie du nom.
picker-list = Trouvé
picker-clear = Effacer le choix
picker-take-out = Retirer { $name }
yes = Oui
no = Non
file-unreadable = Le navigateur n’a pas pu lire ce fichier. Choisissez-le à nouveau.
diff-field = Champ
diff-before = Avant
diff-after = Après
diff-kind = Différence
diff-added = Ajouté
diff-removed = Retiré
diff-changed = Modifié

## Modifications non enregistrées
unsaved-title = Quitter sans enregistrer ?
unsaved-question = Vos modifications sur cette page n’ont pas été enregistrées. Si vous quittez maintenant, elles seront perdues.
unsaved-leave = Quitter sans enregistrer

## À la place du contenu
state-failed = Chargement impossible
state-request = Requête { $id }
state-forbidden = Accès refusé
state-forbidden-why = Il vous manque le droit de { $permission }. Ces personnes peuvent vous aider : { $helpers }.
state-not-found = Rien ici
state-not-found-why = Cette page ou cet objet n’existe pas, ou vous ne pouvez pas le voir. Il a peut-être été supprimé, ou l’adresse est mal saisie.
state-home = Aller à la page d’accueil
obstacle = Il vous manque ici le droit de { $permission }. Ces personnes peuvent vous aider : { $helpers }.

## Quelle organisation
choose-organization-title = Bienvenue dans Bailiwick
choose-organization-why = À quelle organisation souhaitez-vous vous connecter ?
choose-organization-hint = Comme dans votre adresse de connexion : la partie après /o/.
choose-organization-set-up = Créer une nouvelle organisation
choose-organization-forgotten = Retrouver mes organisations
organization-name = Nom de l’organisation
organization-slug = Nom court
organization-slug-hint = Lettres minuscules, chiffres et tirets. Il figure dans chaque adresse et ne peut plus être modifié ensuite.

## Connexion
sign-in-title = Connexion à { $organization }
sign-in-login = Nom d’utilisateur ou adresse e-mail
sign-in = Se connecter
sign-in-other-organization = Autre organisation
sign-in-forgotten = Mot de passe oublié ?

## Mots de passe
password = Mot de passe
password-show = Afficher le mot de passe
password-current = Mot de passe actuel
password-new = Nouveau mot de passe
password-change = Changer le mot de passe
password-changed = Votre mot de passe a été changé. Vos autres appareils ont été déconnectés.
password-rules = Au moins { $min } caractères ; quelques mots sans rapport entre eux se retiennent facilement. Ni chiffres ni signes imposés, mais rien de courant et pas votre propre nom.
change-password-title = Choisissez votre mot de passe
change-password-why = Vous vous êtes connecté avec un mot de passe temporaire. Remplacez-le par un mot de passe connu de vous seul ; vous pourrez alors continuer.
longer-password-why = Votre mot de passe est trop court maintenant que la deuxième étape ne vous est plus imposée. Remplacez-le par un plus long ; vous pourrez alors continuer.
strength-very-weak = Très facile à deviner
strength-weak = Facile à deviner
strength-fair = Pourrait être plus robuste
strength-good = Bon
strength-strong = Robuste

## Première mise en service
setup-title = Créer une organisation
setup-why = Créez l’organisation et son propriétaire, qui y peut tout et nomme les autres administrateurs.
setup-token = Jeton d’installation
setup-token-hint = Affiché là où Bailiwick a été démarré ou déployé. Il ne sert qu’une fois.
setup-organization = Organisation
setup-owner = Propriétaire
setup-create = Créer l’organisation
setup-done = L’organisation a été créée. Vous pouvez maintenant vous connecter.

## Personnes
given-name = Prénom
family-name = Nom de famille
email = Adresse e-mail
user-name = Nom d’utilisateur

## Tableau de bord
dashboard-hello = Bonjour { $name }
dashboard-why = Ce dont vous avez la charge, en un coup d’œil.
dashboard-no-authority = Vous n’administrez encore rien. Si vous le devriez, adressez-vous à l’une de ces personnes : { $helpers }.
attention = À surveiller
attention-temporary =
    { $count ->
        [one] { $count } mot de passe temporaire n’a pas été remplacé
       *[other] { $count } mots de passe temporaires n’ont pas été remplacés
    }
attention-temporary-why = Ces personnes n’ont pas encore choisi de mot de passe. Rappelez-le-leur, ou réinitialisez-le.
attention-ending =
    { $count ->
        [one] { $count } administrateur a un rôle qui se termine bientôt
       *[other] { $count } administrateurs ont un rôle qui se termine bientôt
    }
attention-ending-why = Dans les { $days } jours. Attribuez-le à nouveau à qui en a encore besoin.
attention-webhooks =
    { $count ->
        [one] { $count } webhook a été désactivé
       *[other] { $count } webhooks ont été désactivés
    }
attention-webhooks-why = Son adresse n’acceptait pas les envois. Réparez le problème là-bas, puis réactivez-le.
quick-start = Démarrage rapide
quick-administrator = Confiez une partie du travail : certains sites, certaines fonctions.
quick-user = Ajoutez une personne qui utilise le service.
quick-site = Ajoutez un bureau, ou un groupe de personnes en télétravail.
quick-role = Composez ce qu’un type d’administrateur peut faire.
quick-number = Ajoutez un numéro de téléphone ; vous direz ensuite qui l’a.
quick-device = Enregistrez un téléphone ou un casque, avec l’adresse de son étiquette.
bailiwick-title = Votre ressort
bailiwick-why = Ce que vous pouvez faire, et où.
scope-organization = Toute l’organisation
scope-sites =
    { $count ->
        [one] { $count } site
       *[other] { $count } sites
    }
scope-groups =
    { $count ->
        [one] { $count } groupe, avec tout ce qui se trouve dessous
       *[other] { $count } groupes, avec tout ce qui se trouve dessous
    }
scope-groups-named =
    { $count ->
        [one] Groupe { $groups }, avec tout ce qui se trouve dessous
       *[other] Groupes { $groups }, avec tout ce qui se trouve dessous
    }

## Rôles intégrés
built-in-owner = Propriétaire
built-in-system-default = Défaut du système (consultation seule)
built-in-users = Utilisateurs
built-in-administrators = Gérer les administrateurs
built-in-sites = Sites
built-in-roles = Rôles
built-in-groups = Groupes
built-in-audit = Journal d’audit
built-in-reports = Rapports
built-in-analytics = Analyse
built-in-notices = Avis
built-in-dashboard = Tableau de bord
built-in-organization = Profil
built-in-notes = Remarques
built-in-orders = Commandes
built-in-integrations = Intégrations
built-in-account-administrators = Administrateur de compte

## Ce que permettent les droits : « Il vous manque le droit de … »
permission-users-view = voir les utilisateurs
permission-users-create = ajouter des utilisateurs
permission-users-update = modifier des utilisateurs
permission-administrators-view = voir les administrateurs
permission-administrators-create = nommer des administrateurs
permission-administrators-update = modifier des administrateurs
permission-administrators-grant = donner et retirer des rôles
permission-sites-view = voir les sites
permission-sites-create = ajouter des sites
permission-sites-update = modifier des sites
permission-roles-view = voir les rôles
permission-roles-create = créer des rôles
permission-roles-update = modifier des rôles
permission-roles-delete = supprimer des rôles
permission-groups-view = voir les groupes
permission-groups-create = ajouter des groupes
permission-groups-update = modifier les groupes et leurs membres
permission-groups-delete = supprimer des groupes
permission-features-view = voir les fonctionnalités
permission-features-update = modifier les fonctionnalités
permission-audit-view = lire le journal d’audit
permission-credentials-view = voir les accès de services
permission-credentials-create = créer des accès de services
permission-credentials-delete = révoquer des accès de services
permission-integrations-view = voir les intégrations
permission-integrations-update = modifier les intégrations
permission-notices-create = envoyer des avis
permission-organization-view = voir les paramètres de l’organisation
permission-organization-update = modifier les paramètres de l’organisation
permission-accounts-view = voir les comptes de toutes les organisations
permission-accounts-create = créer des organisations avec leur premier administrateur
permission-accounts-update = suspendre et rétablir des organisations
permission-reports-view = lire les rapports
permission-analytics-view = voir l’analyse
permission-dashboard-view = ouvrir le tableau de bord
permission-notes-view = lire les remarques
permission-notes-create = laisser des remarques
permission-notes-delete = supprimer ses propres remarques
permission-orders-view = voir les commandes
permission-orders-create = passer des commandes
permission-orders-update = faire avancer les commandes
permission-of-feature = utiliser la fonctionnalité { $key }
permission-of-feature-named = Utiliser la fonctionnalité { $name }

## Problèmes : ce qui ne va pas, et que faire
problem-malformed = La console a envoyé quelque chose d’illisible pour le service. Rechargez la page et réessayez.
problem-undeclared-field = La console a envoyé quelque chose que le service n’attend pas. Rechargez la page pour obtenir la dernière version.
problem-duplicate-field = La console a envoyé deux fois le même champ. Rechargez la page et réessayez.
problem-missing-field = La console a omis quelque chose dont le service a besoin. Rechargez la page pour obtenir la dernière version.
problem-wrong-type = La console a envoyé quelque chose sous une forme inattendue. Rechargez la page pour obtenir la dernière version.
problem-session-required = Vous n’êtes pas (ou plus) connecté. Connectez-vous et réessayez.
problem-sign-in-refused = Le nom d’utilisateur et le mot de passe ne correspondent pas, ou ce compte ne peut pas se connecter actuellement. Vérifiez les deux ; si l’échec persiste, demandez un nouveau mot de passe temporaire à un administrateur.
problem-setup-token-refused = Ce jeton d’installation est inconnu, déjà utilisé ou expiré. Prenez-en un nouveau là où Bailiwick fonctionne.
problem-password-change-required = Choisissez d’abord un nouveau mot de passe.
problem-code-required = Donnez d’abord un code de votre application d’authentification.
problem-two-step-required = Configurez d’abord la validation en deux étapes.
problem-two-step-not-begun = La configuration n’a pas été commencée, ou il y a trop longtemps. Recommencez.
problem-two-step-kept = La validation en deux étapes vous est imposée. Remplacez plutôt l’application.
problem-forbidden = Il vous manque le droit de { $permission }. Adressez-vous à un propriétaire de l’organisation.
problem-exceeds-own-authority = Cela donnerait à quelqu’un plus que ce que vous détenez vous-même : le droit de { $permission }. Retirez-le, ou adressez-vous à une personne qui le détient.
problem-not-dominated = Cette personne peut faire des choses que vous ne pouvez pas faire, ou pas aussi longtemps ; vous ne pouvez donc ni modifier, ni bloquer, ni reprendre son compte. Adressez-vous à un propriétaire de l’organisation.
problem-account-out-of-reach = Vous ne pouvez nommer administrateurs que des personnes dont vous pouvez modifier le compte. Adressez-vous à quelqu’un qui peut modifier le compte de cette personne, ou à un propriétaire de l’organisation.
problem-on-oneself = Vous ne pouvez pas faire cela à votre propre compte. Adressez-vous à un autre administrateur.
problem-no-seat-left =
    { $quantity ->
        [0] { $license } n’a aucune place. Augmentez le nombre sous Services.
        [one] La seule place de { $license } est utilisée ou réservée. Libérez-la, ou augmentez le nombre sous Services.
       *[other] Les { $quantity } places de { $license } sont toutes utilisées ou réservées à des équipes. Libérez-en une, ou augmentez le nombre sous Services.
    }
problem-assigned-already = C’est attribué à quelqu’un d’autre. Reprenez-le-lui d’abord, ou choisissez-en un autre.
problem-still-assigned =
    { $count ->
        [one] { $count } personne l’a encore. Reprenez-le d’abord, sous Attributions.
       *[other] { $count } personnes l’ont encore. Reprenez-le d’abord, sous Attributions.
    }
problem-last-owner = L’organisation doit garder au moins un propriétaire qui peut se connecter. Nommez d’abord un autre propriétaire.
problem-group-cycle = Un groupe ne peut pas se trouver sous lui-même. Choisissez un autre endroit.
problem-group-too-deep = Les groupes seraient imbriqués trop profondément. Choisissez un endroit plus haut.
problem-grantor-lacks = Cette personne ne détient pas autant que ce qui est donné, et ne peut donc pas en répondre. Choisissez quelqu’un d’autre.
problem-lineage-cycle = Quelqu’un répondrait d’une attribution dont il tient lui-même son autorité. Laissez quelqu’un d’autre la donner ou en répondre.
problem-origin-refused = Cette requête ne vient pas de cette console. Ouvrez la console à sa propre adresse et réessayez.
problem-unknown-organization = Aucune organisation ne porte ce nom. Vérifiez l’adresse qui vous a été donnée.
problem-organization-suspended = Votre fournisseur a suspendu cette organisation. Rien n’est perdu. Contactez votre fournisseur.
problem-unknown-route = Le service ne connaît pas cette requête. Rechargez la page pour obtenir la dernière version.
problem-not-found = Cet objet n’existe pas, ou vous ne pouvez pas le voir. Il a peut-être été supprimé entre-temps.
problem-method-not-allowed = Le service ne connaît pas cette requête. Rechargez la page pour obtenir la dernière version.
problem-changed-meanwhile = Quelqu’un d’autre a modifié ceci depuis que vous l’avez ouvert. Rechargez la page pour voir la dernière version, puis refaites vos modifications.
problem-taken = Cela existe déjà. Choisissez autre chose.
problem-built-in = Ceci fait partie du produit et ne peut pas être modifié. Faites-en plutôt une copie.
problem-in-use =
    { $count ->
        [one] Ceci est encore utilisé par { $count } personne. Retirez-le-lui d’abord.
       *[other] Ceci est encore utilisé par { $count } personnes. Retirez-le-leur d’abord.
    }
problem-in-a-team = Cette personne fait déjà partie d’une équipe, et on ne peut faire partie que d’une seule. Retirez-la d’abord.
problem-group-disabled = Ce groupe est désactivé : il ne reçoit rien tant qu’il l’est. Activez-le d’abord.
problem-permissions-locked = Les autorisations de ce groupe sont verrouillées. Demandez à quelqu’un qui peut accorder des rôles dans toute l’organisation de les déverrouiller.
problem-not-the-author = Une remarque est supprimée par la personne qui l’a écrite, ou par un propriétaire.
problem-feature-in-use =
    { $count ->
        [one] { $count } rôle contient cette fonctionnalité. Retirez-l’en d’abord.
       *[other] { $count } rôles contiennent cette fonctionnalité. Retirez-l’en d’abord.
    }
problem-looking-only = Vous voyez la console comme quelqu’un d’autre, pour regarder seulement. Revenez à la vôtre pour modifier quelque chose.
problem-link-refused = Ce lien a déjà servi, a été retiré ou a expiré. Demandez-en un nouveau.
problem-webhook-off = Ce webhook est désactivé : rien ne lui est envoyé. Activez-le d’abord.
problem-too-many-links =
    { $retry_after ->
        [one] Trop de liens ont été demandés. Attendez { $retry_after } minute, puis réessayez.
       *[other] Trop de liens ont été demandés. Attendez { $retry_after } minutes, puis réessayez.
    }
problem-not-undoable = Ceci ne peut pas, ou plus, être annulé : cela a été modifié depuis, ou quelque chose qui en fait partie a disparu.
problem-idempotency-key-reused = Ceci a déjà été envoyé avec un autre contenu. Rechargez la page et réessayez.
problem-too-large = C’est trop volumineux : { $limit } Ko au plus sont acceptés.
problem-unsupported-media-type = La console a envoyé quelque chose sous une forme inattendue. Rechargez la page pour obtenir la dernière version.
problem-invalid = Certains champs demandent votre attention.
problem-too-many-attempts =
    { $retry_after ->
        [one] Trop de tentatives infructueuses. Attendez { $retry_after } minute, puis réessayez.
       *[other] Trop de tentatives infructueuses. Attendez { $retry_after } minutes, puis réessayez.
    }
problem-internal = Une erreur s’est produite de notre côté. Rien n’a été modifié. Réessayez ; si l’échec persiste, prévenez votre support.
problem-unavailable = Le service est injoignable. Vérifiez votre connexion et réessayez.

## Erreurs d’un champ
error-required = Remplissez ce champ.
error-invalid = Ce n’est pas valable.
error-too-long = Au plus { $max } caractères.
error-unprintable = Contient des caractères invisibles ou de contrôle. Saisissez-le à nouveau au lieu de le coller.
error-email = Ce n’est pas une adresse e-mail. Elle devrait ressembler à nom@example.org.
error-user-name = Uniquement des lettres, des chiffres et . _ - + @, sans espaces.
error-phone = Ce n’est pas un numéro de téléphone : il ne contient aucun chiffre.
error-slug = Utilisez de 2 à 40 lettres minuscules, chiffres et tirets simples entre eux.
error-taken = C’est déjà utilisé. Choisissez autre chose.
error-look-alike = Cela se distingue à peine de l’identifiant de quelqu’un d’autre. Choisissez autre chose.
error-same-person = C’est la personne dont les privilèges sont copiés. Choisissez quelqu’un d’autre.
error-nothing-to-copy = Cette personne ne détient rien en son propre nom qui puisse être copié.
error-quantity = Saisissez un nombre entier de 1 à 100 000.
error-duplicate = La même chose y figure deux fois. Retirez-en une.
error-scope-required = Choisissez au moins un site, ou toute l’organisation.
error-unknown-site = Ce site n’existe plus, ou vous ne pouvez pas le voir. Choisissez-en un autre.
error-unknown-role = Ce rôle n’existe plus. Choisissez-en un autre.
error-unknown-group = Ce groupe n’existe plus, ou vous ne pouvez pas le voir. Choisissez-en un autre.
error-unknown-user = Cette personne n’existe plus, ou vous ne pouvez pas voir son compte. Choisissez quelqu’un d’autre.
error-unknown-feature = Cette fonctionnalité n’existe plus. Retirez-la.
error-in-the-past = Cette date est passée. Choisissez une date à venir.
error-ends-before-it-begins = La fin doit suivre le début.
error-not-a-link = Saisissez une adresse qui commence par https:// ou un chemin qui commence par /.
error-not-an-address = Écrivez une adresse qui commence par https://.
error-address-with-credentials = Retirez le nom d’utilisateur et le mot de passe de l’adresse.
error-address-not-public = Cette adresse n’est pas sur l’internet public. Utilisez un nom d’hôte comme hooks.example.org, pas une adresse IP.
error-not-an-origin = « { $origin } » n’est pas une origine. Écrivez sur chaque ligne https:// et un nom d’hôte, comme https://portail.example.org, sans chemin.
error-address-in-name = Retirez les adresses e-mail du nom : les messageries l’afficheraient comme l’adresse de l’expéditeur.
error-time-zone = Aucun fuseau horaire ne porte ce nom. Choisissez-en un dans la liste.
error-too-many = Il y en a trop ; le maximum est { $max }.
error-typing-not-allowed = Votre organisation ne permet pas aux administrateurs de saisir des mots de passe. Faites-en générer un.
error-default-password-not-allowed = La politique de mots de passe ne permet pas de mot de passe par défaut. Autorisez-y les administrateurs à saisir des mots de passe et exigez leur changement à la connexion suivante, ou choisissez un autre accès.
error-mails-not-available = Aucun e-mail ne peut être envoyé ici. Faites plutôt afficher le mot de passe.
error-mail-to-disabled = Les comptes désactivés ne reçoivent pas d’e-mails. Activez d’abord le compte, ou faites afficher le mot de passe.
error-out-of-range = C’est hors limites.
error-password-short = Au moins { $min } caractères. Quelques mots sans rapport entre eux font un bon mot de passe.
error-password-long = Au plus { $max } caractères.
error-password-common = Ce mot de passe est parmi les premiers que les attaquants essaient, ou n’est guère fait d’autre chose. Choisissez-en un autre.
error-password-personal = Ce n’est guère plus que « { $word } », que d’autres savent de vous. Ajoutez quelque chose sans rapport ou choisissez-en un autre.
error-password-repetitive = C’est un même motif répété. Choisissez-en un autre.
error-password-wrong = Ce n’est pas votre mot de passe actuel.
error-password-same = C’est votre mot de passe actuel. Choisissez-en un autre.
error-code-refused = Ce code est erroné, trop ancien ou déjà utilisé. S’il vient de l’application, attendez le suivant.
# The seed system’s own words (CRES-9).
error-nonexistent-user = Impossible d'ajouter un utilisateur inexistant.
error-already-member = Cette personne est déjà membre du groupe.
error-password-mismatch = Les deux mots de passe ne sont pas identiques. Saisissez deux fois le même.
error-already-user = Une personne ayant cette adresse est déjà utilisatrice.
error-already-invited = Une personne ayant cette adresse est déjà invitée. Renvoyez plutôt l’invitation.
error-picture-unknown = Ce n’est pas une image PNG, JPEG ou WebP, quel que soit son nom. Enregistrez-la dans l’un de ces formats et choisissez ce fichier.
error-picture-svg = Les images SVG peuvent contenir des programmes et ne sont pas acceptées. Exportez le logo en PNG ou en WebP et choisissez ce fichier.
error-picture-incomplete = Cette image est endommagée : il en manque une partie, ou autre chose y est joint. Enregistrez-la à nouveau et choisissez ce fichier.
error-picture-moving = Cette image est animée. Enregistrez une seule image fixe et choisissez ce fichier.
error-picture-heavy = Ce fichier pèse { $size } Ko ; le maximum est de { $max } Ko. Enregistrez-le en plus petit ou avec moins de couleurs.
error-picture-dimensions = Cette image fait { $width } pixels sur { $height }. Redimensionnez-la pour que les deux soient compris entre { $min } et { $max }.
error-file-unreadable = Le navigateur n’a pas pu lire ce fichier. Choisissez-le à nouveau.
error-color = Ce n’est pas une couleur. Écrivez un # suivi de six chiffres de 0 à f, comme #7a1f5c.
error-color-too-light = Cette couleur atteint un contraste de { $ratio }:1 dans le thème clair ; pour être lisible, il lui faut { $least }:1. Choisissez-en une plus foncée, comme { $instead }.
error-color-too-dark = Cette couleur atteint un contraste de { $ratio }:1 dans le thème sombre ; pour être lisible, il lui faut { $least }:1. Choisissez-en une plus claire, comme { $instead }.
error-own-word-halved = Donnez aussi celui-ci, ou laissez les deux vides : la console a besoin du singulier et du pluriel.
