### Toekenningen: een rol die ergens is gegeven, voor een tijd, om een reden.

grants = Toekenningen
grants-none = Er is niets toegekend
grants-none-why = Ken een rol toe voor de hele organisatie, voor sommige sites of voor een groep, desgewenst voor een tijd.
grant-give = Rol toekennen
grant-given = De rol is toegekend.
grant-role-choose = Kies een rol
grant-reach-sites = Sommige sites
grant-reach-groups = Sommige groepen, met alles eronder
grant-reach-groups-why = De groepen zelf, alle groepen eronder, en de leden daarvan.
grant-from = Vanaf
grant-from-hint = Meteen, als u dit leeg laat.
grant-until = Tot
grant-until-hint = Zonder einde, als u dit leeg laat.
grant-reason = Reden
grant-reason-hint = Voor wie het zich later afvraagt, bijvoorbeeld “Vervangt Kim in juli”.
error-choose-role = Kies een rol.

## Wat erover bekend is
grant-lasts = Van { $from } tot { $until }
grant-lasts-from = Vanaf { $from }
grant-lasts-until = Tot { $until }
grant-because = “{ $reason }”
grant-given-by = Toegekend door { $name } op { $date }
grant-given-at-set-up = Toegekend bij de installatie, op { $date }
grant-over = Voorbij
grant-later = Begint later
grant-suspended = Opgeschort
grant-through = Via { $group }
grant-through-some-group = Via een groep

## Wat ermee kan worden gedaan
grant-take = Intrekken
grant-take-why = De rol wordt meteen ingetrokken. Ze kan opnieuw worden toegekend.
grant-taken = De rol is ingetrokken.
grant-suspend = Opschorten
grant-suspend-why = De rol telt niet meer tot u ze hervat.
grant-suspended-done = De rol is opgeschort.
grant-resume = Hervatten
grant-resume-why = De rol telt weer, alsof ze nu werd toegekend.
grant-resumed = De rol telt weer.
grant-rehome = Iemand anders laten instaan
grant-rehome-why = Iemand die minstens evenveel heeft als de rol daar geeft. De rol zelf blijft zoals ze is.
grant-grantor = Wie er voortaan voor instaat
grant-rehomed = { $name } staat er nu voor in.

## Verweesde rechten
orphaned-title = Hiervoor staat niemand meer in
orphaned-why = Wie deze rollen heeft toegekend, heeft intussen minder rechten of kan zich niet meer aanmelden.
orphaned-by = Toegekend door { $name }
orphaned-answer = Er zelf voor instaan
orphaned-answer-why = Voortaan staat u in voor deze rol, alsof u ze had toegekend. De rol zelf blijft zoals ze is.
orphaned-answered = U staat er nu voor in.
orphans-choice = Wat gebeurt er met de rollen waarvoor niemand meer zou instaan
orphans-keep = Ze blijven zoals ze zijn; het dashboard toont ze tot iemand ervoor instaat
orphans-suspend = Ze worden opgeschort
orphans-rehome = Iemand anders staat ervoor in


## Bevoegdheden
privileges-why = Wie wat heeft, en waar. Ken bevoegdheden toe aan een profiel, of kopieer die van een ander.
privileges-profile = Profiel
privileges-actions = Acties
privileges-assign = Nieuwe bevoegdheden toekennen
privileges-add = Toevoegen
privileges-assigned = De bevoegdheden zijn toegekend.
privileges-copy = Kopiëren
privileges-copy-of = De bevoegdheden van { $name } kopiëren
privileges-copy-why = Wat men via groepen heeft, wordt niet gekopieerd: dat is van de groepen.
privileges-copy-to = Naar wie
privileges-copy-to-new = Naar een nieuwe beheerder
copy-mode = Wat er gebeurt met wat die persoon al heeft
copy-mode-add = Het blijft: voeg de gekopieerde bevoegdheden toe
copy-mode-replace = Het wordt vervangen door de gekopieerde bevoegdheden
privileges-copied =
    { $count ->
        [one] { $count } bevoegdheid is gekopieerd.
       *[other] { $count } bevoegdheden zijn gekopieerd.
    }
privileges-copy-nothing = Er is niets te kopiëren: deze beheerder heeft niets op eigen naam.
privileges-copy-too-much = U mag zelf geen van deze bevoegdheden geven.
privileges-copy-same = Deze persoon heeft dit alles al.
privileges-left-out =
    { $count ->
        [one] { $count } wordt niet gekopieerd: u mag die niet geven
       *[other] { $count } worden niet gekopieerd: u mag die niet geven
    }
