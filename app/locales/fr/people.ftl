### Who somebody is: fields shared by users, administrators and one’s own profile.

middle-name = Second prénom
user-name-hint = Sert à se connecter, tout comme l’adresse e-mail.
phone-work = Téléphone professionnel
phone-fax = Numéro de fax
phone-mobile = Numéro de téléphone portable
phone-home = Numéro de téléphone fixe
phone-sip = Téléphone SIP
agent-hint = Travaille aussi comme agent. Cela ne donne aucun droit : qui est les deux figure parmi les agents et parmi les administrateurs.
address-street = Rue et numéro
address-postal-code = Code postal
address-locality = Localité
address-region = Province ou région
address-country = Pays

## Mots de passe temporaires
full-name = Nom
temporary-password = Mot de passe temporaire
temporary-password-why =
    { $hours ->
        [one] Un mot de passe est créé et vous est montré une seule fois. Il est valable { $hours } heure et doit être modifié à la première connexion.
       *[other] Un mot de passe est créé et vous est montré une seule fois. Il est valable { $hours } heures et doit être modifié à la première connexion.
    }
temporary-password-mailed-why =
    { $hours ->
        [one] Un e-mail lui sera envoyé avec un mot de passe temporaire qui devra être modifié à la prochaine connexion. Il est valable { $hours } heure ; personne d’autre ne le voit.
       *[other] Un e-mail lui sera envoyé avec un mot de passe temporaire qui devra être modifié à la prochaine connexion. Il est valable { $hours } heures ; personne d’autre ne le voit.
    }
temporary-password-how = Comment il parvient à la personne
temporary-password-mail = L’envoyer par e-mail à la personne concernée
temporary-password-show = Me le montrer une fois
temporary-password-type = Saisir moi-même le mot de passe temporaire
password-confirm = Confirmer le mot de passe
temporary-password-expiry = Appliquer l'expiration du mot de passe
temporary-password-expiry-hint = Il fonctionne { $hours } heures ; si la case n’est pas cochée, { $days } jours. Il doit de toute façon être remplacé à la première connexion.
temporary-password-once = Transmettez-le maintenant, par un moyen sûr. Il n’est affiché qu’une seule fois et doit être modifié à la première connexion.
temporary-password-done = Je l’ai transmis
password-reset = Réinitialisation du mot de passe
password-reset-why = { $name } est immédiatement déconnecté partout, et se connectera ensuite avec un mot de passe temporaire.
password-reset-done = Le mot de passe de { $name } a été réinitialisé.

## Droit de se connecter
status = Statut
status-any = Tous les statuts
status-active = Actif
status-disabled = Désactivé
status-temporary = Avec un mot de passe temporaire
status-ending = Avec un rôle qui se termine bientôt

## Comment est un compte
last-seen = Dernière connexion
last-seen-never = Jamais
created-at = Créé
password-permanent = Choisi par la personne
password-temporary-until = Temporaire, valable jusqu’au { $time }
mail-last = Dernier e-mail
mail-none = Aucun
mail-when = { $kind }, { $time }
mail-kind-welcome = Bienvenue
mail-kind-temporary-password = Mot de passe temporaire
mail-kind-password-changed = Mot de passe changé
mail-kind-two-step-set-up = Validation en deux étapes configurée
mail-kind-two-step-removed = Validation en deux étapes désactivée
mail-kind-login-changed = Connexion modifiée
mail-kind-notice = Avis
mail-kind-grant-expires = Rôle qui prend fin
mail-kind-recovery = Lien vers un nouveau mot de passe
mail-kind-invitation = Invitation
mail-kind-invitation-to-user = Invitation d’une personne déjà utilisatrice
mail-kind-reminder = Liste des organisations
mail-kind-onboarding = Premier mot de passe
mail-status-waiting = En route
mail-status-delivered = Remis
mail-status-failed = Échec
