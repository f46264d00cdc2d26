### Two-step verification: one's own, at sign-in, of others, and of whom it is required.

two-step = Tweestapsverificatie
two-step-why = Na uw wachtwoord wordt bij het aanmelden een code uit een app op uw telefoon gevraagd. Wie uw wachtwoord te weten komt, raakt daarmee alleen niet binnen.
two-step-more = Hoe tweestapsverificatie werkt

## One's own
two-step-off = Uitgeschakeld: met uw wachtwoord alleen bent u aangemeld.
two-step-set-up = Instellen
two-step-set-up-title = Tweestapsverificatie instellen
two-step-since = Ingeschakeld sinds
two-step-codes-left = Resterende herstelcodes
two-step-codes-few =
    { $count ->
        [0] U hebt geen herstelcodes meer. Raakt u uw telefoon kwijt, dan kan alleen een beheerder u nog helpen: maak nieuwe codes.
        [one] U hebt nog { $count } herstelcode. Maak nieuwe voordat u ze nodig hebt.
       *[other] U hebt nog { $count } herstelcodes. Maak nieuwe voordat u ze nodig hebt.
    }
two-step-codes-renew = Nieuwe herstelcodes
two-step-renew-why = U krijgt tien nieuwe herstelcodes. De codes die u nu hebt, werken dan niet meer.
two-step-replace = App vervangen
two-step-replace-why = Voor een nieuwe telefoon of een andere app: eerst een code uit de app die u nu hebt, of een herstelcode. Tot de nieuwe app bevestigd is, blijft de oude werken. Daarna krijgt u ook nieuwe herstelcodes.
two-step-remove = Uitschakelen
two-step-remove-title = Tweestapsverificatie uitschakelen
two-step-remove-why = U meldt zich dan met uw wachtwoord alleen aan. De codes van uw app en uw herstelcodes werken niet meer.
two-step-removed = De tweestapsverificatie is uitgeschakeld.
two-step-is-required = Uw organisatie verplicht u tot tweestapsverificatie; daarom blijft ze ingeschakeld. Hebt u een nieuwe telefoon, vervang dan de app.

## Codes
two-step-code = Code uit uw app
two-step-code-hint = De zes cijfers die uw authenticator-app nu toont. Elke code werkt één keer.
two-step-recovery-code = Herstelcode
two-step-recovery-code-hint = Een van de codes die u hebt bewaard toen de tweestapsverificatie werd ingesteld. Elke code werkt één keer.
two-step-use-recovery-code = Een herstelcode gebruiken
two-step-use-app = De app gebruiken

## Setting up
two-step-password-why = U hebt zich een tijdje geleden aangemeld. Met uw wachtwoord bevestigt u dat u het nog steeds bent.
two-step-scan = Scan dit met een authenticator-app: een app op uw telefoon, of uw wachtwoordbeheerder.
two-step-qr = QR-code met de sleutel die eronder staat
two-step-type = Kunt u niet scannen, typ dan deze sleutel in de app.
two-step-secret = Sleutel voor de app
two-step-open-app = De app op dit apparaat openen
two-step-first-code-hint = De zes cijfers die de app daarna toont.
two-step-confirm = Inschakelen
two-step-on = De tweestapsverificatie is ingeschakeld.
two-step-begin-again = Opnieuw beginnen
two-step-secret-unseen = Het antwoord met de sleutel is onderweg verloren gegaan. Ga verder met een andere code.

## Recovery codes
two-step-codes = Herstelcodes
two-step-codes-once = Bewaar deze herstelcodes waar u ze zonder uw telefoon terugvindt. Met elke code meldt u zich één keer aan in plaats van met de app. Ze worden alleen nu getoond.
two-step-codes-download = Downloaden
two-step-codes-kept = Ik heb ze bewaard
two-step-codes-unseen = Het is gebeurd, maar het antwoord met uw herstelcodes is onderweg verloren gegaan. Maak nieuwe bij Mijn account.

## After the password
admission-code-title = Voer uw code in
admission-set-up-title = Tweestapsverificatie instellen
admission-set-up-why = Uw organisatie verplicht een tweede stap naast uw wachtwoord. Stel die nu in; daarna kunt u verder.

## Of whom it is required
two-step-policy-why = Van wie na het wachtwoord een code uit een authenticator-app wordt gevraagd. Alle anderen mogen tweestapsverificatie instellen bij Mijn account.
two-step-whom = Verplicht voor
two-step-whom-nobody = Niemand
two-step-whom-everybody = Iedereen
two-step-whom-some = Bepaalde rollen en groepen
two-step-roles = Rollen
two-step-roles-hint = Wie ergens een van deze rollen heeft, zelf of via een groep.
two-step-groups = Groepen
two-step-groups-hint = Leden van deze groepen en van alle groepen daaronder.
two-step-policy-keeps = Wie tweestapsverificatie nog niet heeft ingesteld, doet dat bij de volgende klik, vóór al het andere. Wie ze heeft ingesteld, behoudt ze, wat u hier ook wijzigt.
two-step-policy-save = Tweestapsverificatie opslaan
two-step-policy-self = Dit geldt ook voor u
two-step-policy-self-why = U hebt zelf nog geen tweestapsverificatie ingesteld. Zodra dit is opgeslagen, moet u dat doen vóór al het andere: houd uw telefoon bij de hand.

## Somebody else's
two-step-on-since = Ingeschakeld sinds { $date }
two-step-not-set-up = Niet ingesteld
two-step-reset = Tweestapsverificatie verwijderen
two-step-reset-why = Voor een verloren telefoon. { $name } wordt overal afgemeld en meldt zich daarna met het wachtwoord alleen aan; waar tweestapsverificatie verplicht is, volgt meteen opnieuw instellen. Ga eerst na wie hierom vraagt.
two-step-reset-done = De tweestapsverificatie is verwijderd.
