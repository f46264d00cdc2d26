### Two-step verification: one's own, at sign-in, of others, and of whom it is required.

two-step = Validation en deux étapes
two-step-why = Après votre mot de passe, la connexion demande un code d’une application de votre téléphone. Connaître votre mot de passe ne suffit plus pour entrer.
two-step-more = Comment fonctionne la validation en deux étapes

## One's own
two-step-off = Elle est désactivée : votre mot de passe seul vous connecte.
two-step-set-up = Configurer
two-step-set-up-title = Configurer la validation en deux étapes
two-step-since = Activée depuis
two-step-codes-left = Codes de secours restants
two-step-codes-few =
    { $count ->
        [0] Il ne vous reste aucun code de secours. Si vous perdez votre téléphone, seul un administrateur pourra vous aider : créez de nouveaux codes.
        [one] Il vous reste { $count } code de secours. Créez-en de nouveaux avant d’en avoir besoin.
       *[other] Il vous reste { $count } codes de secours. Créez-en de nouveaux avant d’en avoir besoin.
    }
two-step-codes-renew = Nouveaux codes de secours
two-step-renew-why = Vous recevez dix nouveaux codes de secours. Ceux que vous avez ne fonctionneront plus.
two-step-replace = Remplacer l’application
two-step-replace-why = Pour un nouveau téléphone ou une autre application : d’abord un code de l’application actuelle, ou un code de secours. L’ancienne fonctionne jusqu’à ce que la nouvelle soit confirmée. Vous recevrez alors aussi de nouveaux codes de secours.
two-step-remove = Désactiver
two-step-remove-title = Désactiver la validation en deux étapes
two-step-remove-why = Votre mot de passe seul vous connectera. Les codes de l’application et vos codes de secours ne fonctionneront plus.
two-step-removed = La validation en deux étapes est désactivée.
two-step-is-required = Votre organisation exige de vous la validation en deux étapes ; elle reste donc activée. Pour un nouveau téléphone, remplacez l’application.

## Codes
two-step-code = Code de l’application
two-step-code-hint = Les six chiffres qu’affiche maintenant votre application d’authentification. Chaque code ne sert qu’une fois.
two-step-recovery-code = Code de secours
two-step-recovery-code-hint = L’un des codes que vous avez conservés en configurant la validation en deux étapes. Chacun ne sert qu’une fois.
two-step-use-recovery-code = Utiliser un code de secours
two-step-use-app = Utiliser l’application

## Setting up
two-step-password-why = Votre connexion date d’un certain temps. Votre mot de passe confirme que c’est toujours bien vous.
two-step-scan = Scannez ceci avec une application d’authentification : sur votre téléphone, ou votre gestionnaire de mots de passe.
two-step-qr = Code QR contenant la clé indiquée en dessous
two-step-type = Si vous ne pouvez pas le scanner, saisissez cette clé dans l’application.
two-step-secret = Clé pour l’application
two-step-open-app = Ouvrir l’application sur cet appareil
two-step-first-code-hint = Les six chiffres que l’application affiche ensuite.
two-step-confirm = Activer
two-step-on = La validation en deux étapes est activée.
two-step-begin-again = Recommencer
two-step-secret-unseen = La réponse contenant la clé s’est perdue en route. Continuez avec un autre code.

## Recovery codes
two-step-codes = Codes de secours
two-step-codes-once = Conservez ces codes de secours là où vous les trouverez sans votre téléphone. Chacun vous connecte une fois à la place de l’application. Ils ne sont affichés que maintenant.
two-step-codes-download = Télécharger
two-step-codes-kept = Je les ai gardés
two-step-codes-unseen = C’est fait, mais la réponse contenant vos codes de secours s’est perdue en route. Créez-en de nouveaux dans Mon compte.

## After the password
admission-code-title = Saisissez votre code
admission-set-up-title = Configurer la validation en deux étapes
admission-set-up-why = Votre organisation exige une deuxième étape en plus de votre mot de passe. Configurez-la maintenant ; vous pourrez alors continuer.

## Of whom it is required
two-step-policy-why = À qui un code d’une application d’authentification est demandé après le mot de passe. Tous les autres peuvent la configurer dans Mon compte.
two-step-whom = Exigée de
two-step-whom-nobody = Personne
two-step-whom-everybody = Tout le monde
two-step-whom-some = Certains rôles et groupes
two-step-roles = Rôles
two-step-roles-hint = Les personnes qui ont l’un de ces rôles quelque part, en leur nom ou par un groupe.
two-step-groups = Groupes
two-step-groups-hint = Les membres de ces groupes et de tous les groupes en dessous.
two-step-policy-keeps = Les personnes qui ne l’ont pas encore configurée le font au prochain clic, avant toute autre chose. Celles qui l’ont fait la gardent, quoi que vous changiez ici.
two-step-policy-save = Enregistrer la validation en deux étapes
two-step-policy-self = Cela vous concerne aussi
two-step-policy-self-why = Vous n’avez pas encore configuré la validation en deux étapes. Dès l’enregistrement, vous devrez le faire avant toute autre chose : ayez votre téléphone à portée de main.

## Somebody else's
two-step-on-since = Activée depuis le { $date }
two-step-not-set-up = Non configurée
two-step-reset = Réinitialiser la validation en deux étapes
two-step-reset-why = En cas de perte du téléphone. Toutes les sessions de { $name } seront fermées, et le mot de passe seul suffira ensuite pour se connecter ; là où la validation en deux étapes est exigée, il faudra la configurer à nouveau. Vérifiez d’abord qui vous le demande.
two-step-reset-done = La validation en deux étapes a été réinitialisée.
