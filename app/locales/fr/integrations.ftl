### Intégrations : webhooks et autres liens avec des produits externes.

integrations-why = Comment d’autres produits sont reliés à cette organisation.

## Webhooks
webhooks = Webhooks
webhooks-why = Des adresses externes qui apprennent, avec une signature, ce qui se passe ici : ce que dit le journal d’audit, pour autant que la personne qui répond du webhook puisse le lire.
webhooks-new = Ajouter un webhook
webhooks-none = Personne n’est encore informé
webhooks-none-why = Ajoutez une adresse de votre propre produit, et il apprend aussitôt chaque changement.
webhook = Webhook
webhook-name = À quoi il sert
webhook-name-hint = Le produit ou la machine, par exemple « Annuaire ».
webhook-url = Adresse
webhook-url-hint = Où les envois sont déposés. Elle commence par https:// et a un nom d’hôte.
webhook-families = Informé de
webhook-families-why = Vous en répondez désormais : il n’apprend que ce que vous pouvez lire dans le journal d’audit.
webhook-enabled = Activé
webhook-enabled-why = Désactivé, il ne reçoit rien, et ce qui se passe entre-temps n’est pas envoyé plus tard.
webhook-held-by = Responsable
webhook-made = Créé
webhook-state = État
webhook-state-on = Activé
webhook-state-off = Désactivé
webhook-state-failing = En échec
webhook-state-dormant = Inactif
webhook-state-switched-off = Mis à l’arrêt
webhook-off-failing = Il a échoué pendant plus d’un jour et a été désactivé. Réparez le problème à l’adresse, puis activez-le et enregistrez.
webhook-off-gone = L’adresse a répondu qu’elle n’existe plus ; le webhook a donc été désactivé. Saisissez une autre adresse ou retirez-le.
webhook-failing =
    { $count ->
        [one] La dernière tentative a échoué. Elle est répétée à intervalles croissants, pendant trois jours.
       *[other] Les { $count } dernières tentatives ont échoué. Chaque envoi est répété à intervalles croissants, pendant trois jours.
    }
webhook-dormant = La personne qui en répond ne peut plus s’occuper des intégrations. Enregistrez-le, et vous en répondez.
webhook-family-users = Personnes et invitations
webhook-family-sessions = Connexions et déconnexions
webhook-family-grants = Ce qui est donné à qui
webhook-family-roles = Rôles
webhook-family-groups = Groupes
webhook-family-sites = Sites
webhook-family-inventory = Inventaire et attributions
webhook-family-features = Fonctionnalités
webhook-family-notices = Avis et remarques
webhook-family-orders = Commandes
webhook-family-organization = L’organisation
webhook-family-integrations = Intégrations
webhook-delete = Retirer
webhook-delete-question = { $name } n’apprend plus rien et son historique est supprimé. Cela ne peut pas être annulé.
webhook-deleted = Le webhook { $name } a été retiré.
webhook-rotate = Remplacer le secret
webhook-rotate-why = { $name } reçoit un nouveau secret, et vous en répondez désormais. Jusqu’à la fin de l’actuel, les envois portent les deux signatures, pour que le destinataire puisse changer.
webhook-overlap = Le secret actuel signe encore
webhook-previous = Le secret précédent signe aussi, jusqu’au { $until }.
webhook-secret = Secret
webhook-secret-once = Copiez le secret maintenant et gardez-le là où le destinataire vérifie les signatures. Il n’est affiché que cette fois.
webhook-settings = Paramètres
webhook-test = Envoyer un test
webhook-test-sent = Un test est en route.

## L’historique des envois
deliveries = Envois
deliveries-why = Les cent derniers. Ils sont conservés 30 jours.
deliveries-none = Rien n’a encore été envoyé
deliveries-none-why = Envoyez un test, ou attendez qu’il se passe quelque chose dont il entend parler.
delivery-what = Objet
delivery-test = Test
delivery-withheld = Un enregistrement que vous ne pouvez pas lire
delivery-record = Entrée { $seq }
delivery-status = Statut
delivery-status-waiting = En attente
delivery-status-delivered = Remis
delivery-status-failed = Échoué
delivery-attempts =
    { $count ->
        [0] Pas encore tenté
        [one] { $count } tentative
       *[other] { $count } tentatives
    }
delivery-answer = Réponse
delivery-no-answer = Aucune
delivery-when = Dernière tentative
delivery-next = Prochaine tentative { $time }
delivery-actions = Actions
delivery-resend = Renvoyer
delivery-resent = Il est de nouveau en route.
deliveries-refresh = Actualiser

## D’où des pages peuvent demander
integrations-origins = Origines autorisées à interroger
integrations-origins-why = Seules les pages de ces origines peuvent demander depuis le navigateur, avec un jeton de service, qui peut faire quoi. Elles ne peuvent rien d’autre, et aucune page ne peut afficher la console dans un cadre.
integrations-origins-label = Origines
integrations-origins-hint = Une par ligne, exactement comme dans la barre d’adresse, par exemple https://portail.example.org.

## L’expéditeur des e-mails
mail-sender = Expéditeur des e-mails
mail-sender-why = Sous quel nom arrivent les e-mails de cette organisation : invitations, liens et avis. L’adresse elle-même est celle du service.
mail-sender-name = Nom affiché
mail-sender-name-hint = Le nom de l’organisation si vide.
mail-sender-reply-to = Adresse de réponse
mail-sender-reply-to-hint = Où vont les réponses à ces e-mails. Vide pour aucune adresse particulière.
