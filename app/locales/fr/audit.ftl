### Le journal d’audit.

audit-why = Ce qui s’est passé là où vous avez une responsabilité, le plus récent d’abord. Rien ne peut y être modifié ni omis sans que cela se voie.
audit-none = Rien ne s’est encore passé ici
audit-none-why = Ce que vous et d’autres faites là où vous avez une responsabilité figurera ici.
audit-none-found = Rien trouvé
audit-none-found-why = Essayez d’autres jours, une autre personne ou tous les types.
audit-unseen = quelqu’un ou quelque chose que vous ne pouvez pas voir
audit-nobody = L’installation

## Ce qui restreint la liste
audit-actor = Qui l’a fait
audit-subject = À qui
audit-kind = Quoi
audit-any-kind = Tout
audit-from = Du
audit-until = Au
audit-refused-only = Uniquement ce qui a été refusé
audit-clear = Tout afficher

## Une entrée
verdict-accepted = Fait
verdict-refused = Refusé
surface-console = Console
surface-service = Service
audit-changes = Ce qui a changé
audit-nothing-else = La phrase ci-dessus dit tout.
audit-number = Numéro
audit-surface = Par
audit-endpoint = Point d’accès
audit-request = Requête

## Annuler
audit-undo = Annuler cet acte
audit-undo-question = Ceci revient sur : « { $what } » L’acte est jugé comme si vous le faisiez à nouveau, et consigné.
audit-undone = L’acte a été annulé.

## Exporter
audit-export = Exporter
audit-export-why = Le fichier est créé dans votre navigateur. Les lignes JSON contiennent toute la chaîne, y compris là où vous ne pouvez pas lire l’entrée, et peuvent être vérifiées à tout moment ; le CSV convient aux tableurs.
audit-export-csv = CSV
audit-export-json = Lignes JSON
audit-reading = Lecture du journal :

## Vérifier
audit-verify = Vérifier
audit-verify-why = Votre navigateur recalcule la chaîne de toutes les entrées. Si quelque chose a été modifié, omis ou ajouté, elle ne correspond plus.
audit-verify-now = Vérifier le journal maintenant
audit-verify-file = Ou vérifier un fichier exporté
audit-verify-file-why = Choisissez un fichier de lignes JSON. Il est lu dans votre navigateur et n’est envoyé nulle part.
audit-true =
    { $count ->
        [0] Il n’y a aucune entrée, et aucune ne manque.
        [one] { $count } entrée vérifiée : rien n’a été modifié ni omis.
       *[other] { $count } entrées vérifiées : rien n’a été modifié ni omis.
    }
audit-head = Empreinte de la chaîne :
audit-missing = L’entrée { $number } manque ou n’est pas à sa place.
audit-changed = L’entrée { $number } n’est pas celle qui a été consignée : elle a été modifiée.
audit-cut = Les entrées après le numéro { $number } manquent, ou ceci n’est pas l’export d’un journal d’audit.

## Les effets en phrases
effect-user-created = { $actor } a ajouté { $subject }.
effect-user-updated = { $actor } a modifié les données de { $subject }.
effect-user-disabled = { $actor } a désactivé { $subject }.
effect-user-enabled = { $actor } a activé { $subject }.
effect-password-set = { $actor } a défini un nouveau mot de passe pour { $subject }.
effect-language-chosen = { $actor } a choisi une langue pour { $subject }.
effect-preferences-chosen = { $actor } a choisi des préférences pour { $subject }.
effect-invitation-sent = { $actor } a invité { $subject }.
effect-invitation-revoked = { $actor } a retiré l’invitation de { $subject }.
effect-invitation-accepted = { $subject } a accepté une invitation.
effect-grant-added = { $actor } a donné le rôle { $what } à { $subject }.
effect-grant-removed = { $actor } a retiré le rôle { $what } à { $subject }.
effect-grant-suspended = { $actor } a suspendu le rôle { $what } de { $subject }.
effect-grant-resumed = { $actor } a rétabli le rôle { $what } de { $subject }.
effect-grant-rehomed = { $actor } a fait répondre { $what } d’un rôle de { $subject }.
effect-role-created = { $actor } a créé le rôle { $subject }.
effect-role-updated = { $actor } a modifié le rôle { $subject }.
effect-role-deleted = { $actor } a supprimé le rôle { $subject }.
effect-group-created = { $actor } a ajouté le groupe { $subject }.
effect-group-updated = { $actor } a modifié le groupe { $subject }.
effect-group-moved = { $actor } a déplacé le groupe { $subject }.
effect-group-deleted = { $actor } a supprimé le groupe { $subject }.
effect-member-added = { $actor } a ajouté { $subject } au groupe { $what }.
effect-member-removed = { $actor } a retiré { $subject } du groupe { $what }.
effect-site-created = { $actor } a ajouté le site { $subject }.
effect-site-updated = { $actor } a modifié le site { $subject }.
effect-feature-created = { $actor } a ajouté la fonctionnalité { $subject }.
effect-feature-updated = { $actor } a modifié la fonctionnalité { $subject }.
effect-feature-deleted = { $actor } a supprimé la fonctionnalité { $subject }.
effect-credential-created = { $actor } a donné accès au service { $subject }.
effect-credential-revoked = { $actor } a révoqué l’accès du service { $subject }.
effect-seen-as = { $actor } a vu la console comme { $subject }.
effect-notice-sent = { $actor } a envoyé l’avis « { $subject } ».
effect-session-started = { $subject } s’est connecté.
effect-session-ended = Une session de { $subject } s’est terminée.
effect-sign-in-failed = Quelqu’un a tenté de se connecter comme { $subject } et a été refusé.
effect-organization-created = L’organisation { $subject } a été créée.
effect-organization-registered = L’organisation { $subject } a été enregistrée.
effect-organization-activated = L’organisation { $subject } a été ouverte.
effect-organization-updated = { $actor } a modifié les paramètres de l’organisation.
effect-organization-suspended = L’opérateur a suspendu l’organisation. Toutes les sessions ont pris fin.
effect-organization-resumed = L’opérateur a rétabli l’organisation.
effect-account-suspended = { $actor } a suspendu l’organisation { $subject }.
effect-account-resumed = { $actor } a rétabli l’organisation { $subject }.
effect-credential-rotated = { $actor } a remplacé le jeton du service { $subject }.
effect-webhook-created = { $actor } a ajouté le webhook { $subject }.
effect-webhook-updated = { $actor } a modifié le webhook { $subject }.
effect-webhook-deleted = { $actor } a retiré le webhook { $subject }.
effect-webhook-rotated = { $actor } a remplacé le secret du webhook { $subject }.
effect-webhook-switched-off = Le webhook { $subject } a été désactivé parce qu’il ne fonctionnait pas.
effect-delivery-asked = { $actor } a fait envoyer quelque chose au webhook { $subject }.
effect-note-created = { $actor } a laissé une remarque.
effect-note-deleted = { $actor } a supprimé une remarque.
effect-order-created = { $actor } a commandé { $subject }.
effect-order-updated = { $actor } a fait avancer la commande de { $subject }.
effect-refused = { $actor } a essuyé un refus : { $what }.
effect-unknown = { $actor } a fait quelque chose que cette version de la console ne connaît pas.

## Pourquoi quelque chose a été refusé
refused-forbidden = il manquait le droit de { $permission }
refused-exceeds-own-authority = cela aurait donné plus que ce qu’il détient lui-même, le droit de { $permission }
refused-not-dominated = la personne concernée peut faire des choses qu’il ne peut pas faire, ou pas aussi longtemps
refused-account-out-of-reach = il ne peut pas modifier le compte de la personne qui serait devenue administrateur
refused-on-oneself = personne ne fait cela à soi-même
refused-last-owner = il ne serait resté aucun propriétaire
refused-grantor-lacks = celui qui devait en répondre détient moins lui-même
refused-lineage-cycle = celui qui devait en répondre en tient sa propre autorité
refused-not-the-author = la remarque est de quelqu’un d’autre

## Types d’effets
kind-user-created = Utilisateur ajouté
kind-user-updated = Données modifiées
kind-user-disabled = Compte désactivé
kind-user-enabled = Compte activé
kind-password-set = Mot de passe défini
kind-language-chosen = Langue choisie
kind-preferences-chosen = Préférences choisies
kind-invitation-sent = Invitation envoyée
kind-invitation-revoked = Invitation retirée
kind-invitation-accepted = Invitation acceptée
kind-grant-added = Rôle donné
kind-grant-removed = Rôle retiré
kind-grant-suspended = Rôle suspendu
kind-grant-resumed = Rôle rétabli
kind-grant-rehomed = Quelqu’un d’autre répond d’un rôle
kind-role-created = Rôle créé
kind-role-updated = Rôle modifié
kind-role-deleted = Rôle supprimé
kind-group-created = Groupe ajouté
kind-group-updated = Groupe modifié
kind-group-moved = Groupe déplacé
kind-group-deleted = Groupe supprimé
kind-member-added = Membre ajouté
kind-member-removed = Membre retiré
kind-site-created = Site ajouté
kind-site-updated = Site modifié
kind-feature-created = Fonctionnalité ajoutée
kind-feature-updated = Fonctionnalité modifiée
kind-feature-deleted = Fonctionnalité supprimée
kind-credential-created = Accès de service créé
kind-credential-revoked = Accès de service révoqué
kind-seen-as = Console vue comme quelqu’un d’autre
kind-notice-sent = Avis envoyé
kind-session-started = Connexion
kind-session-ended = Session terminée
kind-sign-in-failed = Connexion échouée
kind-organization-created = Organisation créée
kind-organization-registered = Organisation enregistrée
kind-organization-activated = Organisation ouverte
kind-organization-updated = Organisation modifiée
kind-organization-suspended = Organisation suspendue
kind-organization-resumed = Organisation rétablie
kind-account-suspended = Compte suspendu
kind-account-resumed = Compte rétabli
kind-credential-rotated = Jeton remplacé
kind-webhook-created = Webhook ajouté
kind-webhook-updated = Webhook modifié
kind-webhook-deleted = Webhook retiré
kind-webhook-rotated = Secret remplacé
kind-webhook-switched-off = Webhook désactivé
kind-delivery-asked = Envoi demandé
kind-note-created = Remarque laissée
kind-note-deleted = Remarque supprimée
kind-order-created = Commande passée
kind-order-updated = Commande modifiée

## Champs
audit-field-user-name = Nom d’utilisateur
audit-field-email = Adresse e-mail
audit-field-given-name = Prénom
audit-field-middle-name = Deuxième prénom
audit-field-family-name = Nom de famille
audit-field-work = Téléphone professionnel
audit-field-fax = Numéro de fax
audit-field-mobile = Téléphone mobile
audit-field-home = Téléphone privé
audit-field-street-address = Rue et numéro
audit-field-postal-code = Code postal
audit-field-locality = Localité
audit-field-region = Province ou région
audit-field-country = Pays
audit-field-site = Site
audit-field-name = Nom
audit-field-description = Description
audit-field-permissions = Droit
audit-field-subject = À qui
audit-field-role = Rôle
audit-field-scope = Où
audit-field-from = À partir du
audit-field-until = Jusqu’au
audit-field-reason = Motif
audit-field-suspended = Suspendu
audit-field-grantor = En répond
audit-field-kind = Type
audit-field-parent = Groupe au-dessus
audit-field-label-en = Nom en anglais
audit-field-label-fr = Nom en français
audit-field-label-nl = Nom en néerlandais
audit-field-description-en = Description en anglais
audit-field-description-fr = Description en français
audit-field-description-nl = Description en néerlandais
audit-field-icon = Icône
audit-field-link = Adresse
audit-field-expires-at = Fonctionne jusqu’au
audit-field-temporary-until = Mot de passe temporaire valable jusqu’au
audit-field-slug = Nom court
audit-field-language = Langue
audit-field-time-zone = Fuseau horaire
audit-field-notices-by-mail = Avis aussi par e-mail
audit-field-group = Groupe
audit-field-built-in = Fait partie du produit
audit-field-title = Objet
audit-field-text = Texte
audit-field-by-mail = Par e-mail
audit-field-recipients = Destinataires
audit-field-privacy-statement = Déclaration de confidentialité
audit-field-agent = Agent
audit-field-sip = Téléphone SIP
audit-field-item = Article
audit-field-quantity = Quantité
audit-field-comment = Commentaire
audit-field-status = Statut
audit-field-phone = Téléphone
audit-field-min-length = Nombre minimal de caractères d’un mot de passe
audit-field-temporary-hours = Durée des mots de passe temporaires (heures)
audit-field-administrators-type-passwords = Les administrateurs peuvent saisir des mots de passe temporaires
audit-field-change-forced = Leurs modifications de mot de passe en imposent une autre
audit-field-idle-minutes = Fin des sessions inactives (minutes)
audit-field-absolute-hours = Fin des sessions dans tous les cas (heures)
audit-field-account = Numéro de compte
audit-field-previous-until = Le jeton précédent fonctionne jusqu’au
audit-field-url = Adresse
audit-field-families = Entend parler de
audit-field-enabled = Activé
audit-field-delivery = Envoi
audit-field-again = Déjà envoyé
