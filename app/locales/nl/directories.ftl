### Directory's: waar gebruikers vandaan komen.

directories = Active Directory-synchronisatie
directories-why = Waar gebruikers vandaan komen: Active Directory of een andere LDAP-directory, bijgehouden door een connector binnen uw netwerk.
directories-new = Nieuwe directory
directories-none = Nog geen directory
directories-none-why = Een connector in uw netwerk leest uw directory en houdt naam, e-mailadres, status en team van uw gebruikers bij. Er wordt nooit iemand verwijderd: wie weggaat, wordt uitgeschakeld.
directory-name = Naam
directory-name-hint = De directory of het kantoor, zoals ‘Hoofdkantoor’.
directory-last-contact = Laatste contact
directory-last-run = Laatste uitvoering
directory-no-run = Nog geen
directory-users = Actieve gebruikers
directory-scope = Mag gebruikers toevoegen en wijzigen in
directory-teams = Mag vullen
directory-teams-all = Ook teams met rechten, voor zover de maker van het token dat mag
directory-teams-plain = Teams zonder rechten
directory-until = Token werkt tot
directory-generate = Genereren en kopiëren
directory-token-once = Bewaar het token nu; de connector vraagt erom bij het instellen. Het wordt alleen deze keer getoond.
directory-revoke = Intrekken
directory-connector = Connector
directory-no-connector = Er heeft zich nog geen connector gemeld voor deze directory. Stel er een in zoals hieronder beschreven.

## Hoe mensen binnenkomen
directory-settings = Nieuwe gebruikers
directory-settings-why = Wat er gebeurt als de directory iemand toevoegt, en welke teams ze mag vullen.
directory-onboarding = Hoe nieuwe gebruikers binnenkomen
directory-onboarding-invitation = Met een gemailde link, waarmee ze een wachtwoord kiezen
directory-onboarding-default-password = Met het standaardwachtwoord, dat gewijzigd moet worden
directory-onboarding-later = Met wat een beheerder uitreikt, of met eenmalige aanmelding
directory-teams-with-permissions = Ook teams die rechten geven
directory-teams-with-permissions-why = Voor groepen technici. De directory mag dan binnen haar bereik wat de maker van haar token daar mag: mensen in zulke teams plaatsen, en beheerders met minder rechten dan de maker wijzigen of uitschakelen. Van hem en van eigenaars blijft ze af. Bewaar het token dus zorgvuldig. Zonder dit schakelt de directory niemand uit die rechten heeft.
directory-default-password = Standaardwachtwoord
directory-default-password-why = Wie de directory toevoegt, begint ermee en moet het bij de eerste aanmelding wijzigen. Het vervalt zoals elk tijdelijk wachtwoord.
directory-default-password-kept = Er is al een standaardwachtwoord ingesteld. Laat dit leeg om het te behouden.
directory-default-password-not-allowed = Het wachtwoordbeleid staat geen standaardwachtwoord toe: beheerders moeten wachtwoorden mogen typen, en die moeten bij de eerste aanmelding gewijzigd worden. Tot dan komen nieuwe gebruikers binnen met wat een beheerder uitreikt. Wijzig dat eerst:

## De connector instellen
directory-setup = De connector instellen
directory-setup-why = Op een computer in uw netwerk die altijd aan staat, als service die de gebruikers en groepen van de directory mag lezen.
directory-setup-more = De connector vraagt hierom, om het token, om de server, en welke groepen van de directory hier welke teams worden. Voordat er iets verandert, toont ‘plan’ wat er zou veranderen.
connector-linux = Downloaden voor Linux
connector-windows = Downloaden voor Windows
connector-nowhere = Deze installatie biedt het programma niet als download aan. Vraag het aan wie ze beheert.
connector-command = Opdracht
connector-address = Adres
connector-organization = Organisatie
connector-server = Server
connector-host = Computer
connector-version = Versie
mappings = Toewijzingen
mappings-none = Er is geen groep toegewezen
mappings-none-why = Iedereen die de connector leest, wordt bijgehouden, en niemand wordt in een team geplaatst.
mapping-source = Groep van de directory
mapping-group = Team

## Uitvoeringen
runs = Logboekregistratie Active Directory
runs-why = Elke keer dat er iets te wijzigen was, of dat het lezen mislukte. Uitvoeringen worden 90 dagen bewaard, hoogstens de laatste 200; van oudere alleen de mislukte stappen.
runs-none = Nog geen uitvoeringen
runs-none-why = Vindt de connector iets om te wijzigen, of kan de directory niet worden gelezen, dan staat het hier.
run-title = Uitvoering van { $time }
run-began = Begonnen
run-ended = Geëindigd
run-state = Staat
run-what = Gebruikers
run-read = Gelezen uit de directory
run-summary = Samenvatting
run-decided-by = Beslist door
run-state-waiting = Wacht op een antwoord
run-state-confirmed = Bevestigd
run-state-declined = Geweigerd
run-state-superseded = Vervangen
run-state-running = Bezig
run-state-done = Klaar
run-state-failed = Mislukt
run-count-added = { $count } toegevoegd
run-count-updated = { $count } gewijzigd
run-count-enabled = { $count } ingeschakeld
run-count-disabled = { $count } uitgeschakeld
run-count-failed = { $count } mislukt
run-count-nothing = Niets
run-waiting-too-many =
    { $disabled ->
        [one] Deze uitvoering wacht: ze zou { $disabled } gebruiker uitschakelen, meer dan een tiende van de { $active } actieve.
       *[other] Deze uitvoering wacht: ze zou { $disabled } gebruikers uitschakelen, meer dan een tiende van de { $active } actieve.
    } Verwachtte u dat niet, dan is misschien de zoekbasis, een groep of een recht in de directory gewijzigd. De stappen hieronder zeggen om wie het gaat.
run-waiting-empty =
    { $disabled ->
        [one] Deze uitvoering wacht: de directory gaf niemand, en ze zou { $disabled } gebruiker van { $active } uitschakelen.
       *[other] Deze uitvoering wacht: de directory gaf niemand, en ze zou { $disabled } gebruikers van { $active } uitschakelen.
    } Meestal is de zoekbasis, een groep of een recht in de directory gewijzigd. De stappen hieronder zeggen om wie het gaat.
run-waiting-incomplete =
    { $disabled ->
        [one] Deze uitvoering wacht: { $disabled } gebruiker van { $active } werd niet meer gelezen en zou uitgeschakeld worden.
       *[other] Deze uitvoering wacht: { $disabled } gebruikers van { $active } werden niet meer gelezen en zouden uitgeschakeld worden.
    } { $hidden ->
        [one] Maar ook { $hidden } item van de directory kon niet worden gelezen: misschien zijn ze weg, misschien alleen verborgen. Al het andere gaat intussen door. Bekijk de stappen hieronder en bevestig als ze weg zijn. Of herstel het item, dan wordt er niets gevraagd:
       *[other] Maar ook { $hidden } items van de directory konden niet worden gelezen: misschien zijn ze weg, misschien alleen verborgen. Al het andere gaat intussen door. Bekijk de stappen hieronder en bevestig als ze weg zijn. Of herstel de items, dan wordt er niets gevraagd:
    }
run-hidden-more = en nog { $count }
run-confirm = Bevestigen
run-confirm-question =
    { $disabled ->
        [one] { $disabled } van de { $active } actieve gebruikers wordt uitgeschakeld zodra de connector weer komt, en meteen afgemeld.
       *[other] { $disabled } van de { $active } actieve gebruikers worden uitgeschakeld zodra de connector weer komt, en meteen afgemeld.
    }
run-decline = Weigeren
run-confirmed = De uitvoering is bevestigd.
run-declined = De uitvoering is geweigerd.
run-confirmed-why = De connector doet het als die weer komt, binnen 24 uur en zolang precies dit gepland is. Tot dan kunt u nog weigeren.
run-declined-why = Hier gebeurt niets van. De connector vraagt het opnieuw als er iets anders gepland is.

## Stappen
steps = Stappen
steps-why = Wat er met wie gebeurt, in de volgorde waarin de connector het zei. Zijn het er heel veel, dan blijven de mislukte eerst bewaard.
steps-only-failed = Alleen wat mislukte
steps-none = Geen stappen
steps-none-why = De connector heeft niet gezegd waar deze uitvoering over gaat, of een andere nam haar plaats in voordat er iets gebeurde.
steps-none-failed = Er is niets mislukt
steps-none-failed-why = Alle stappen die de connector noemde zijn gelukt, of moeten nog komen.
step-who = Wie
step-deed = Wat
step-outcome = Resultaat
step-planned = Gepland
step-done = Gedaan
step-failed = Mislukt
step-outcome-planned = gepland
step-outcome-done = gedaan
deed-add = Toevoegen
deed-adopt = Koppelen
deed-update = Wijzigen
deed-enable = Inschakelen
deed-disable = Uitschakelen
log-download = Logboek downloaden

## Op het dashboard
attention-runs =
    { $count ->
        [one] { $count } directory wacht op een antwoord
       *[other] { $count } directory’s wachten op een antwoord
    }
attention-runs-why = Een uitvoering zou gebruikers uitschakelen; iemand moet eerst zeggen of dat klopt.
