### De woorden van de console zelf. Die van de pagina's van één onderwerp staan in het bestand van dat onderwerp.

## Overal
skip-to-content = Naar de inhoud
loading = Laden…
required = Verplicht
close = Sluiten
cancel = Annuleren
continue = Doorgaan
copy = Kopiëren
copied = Gekopieerd naar het klembord.
copy-failed = De browser stond kopiëren niet toe. Selecteer de tekst en kopieer die zelf.
retry = Opnieuw proberen
reload = Pagina opnieuw laden
crashed = Er is iets misgegaan op deze pagina. Wat niet was opgeslagen, is mogelijk verloren. Laad de pagina opnieuw om verder te gaan.
menu = Menu
breadcrumbs = Pad naar deze pagina
preferences = Taal en thema
language = Taal
language-unavailable = De teksten van die taal konden niet worden geladen. Controleer uw verbinding en probeer het opnieuw.
theme-system = Thema van het systeem
theme-light = Licht thema
theme-dark = Donker thema

## Het kader
sections = Hoofdnavigatie
dashboard = Dashboard
administrators = Beheerders
users = Gebruikers
sites = Sites
roles = Rollen
groups = Groepen
features = Functies
audit = Auditlog
reports = Rapporten
analytics = Analyse
credentials = Servicetoegang
password-policy = Wachtwoordbeleid
integrations = Integraties
organization = Organisatie
accounts = Accounts
security = Beveiliging
privileges = Bevoegdheden
notes = Opmerkingen
orders = Bestellingen
agent = Agent
profile = Mijn account
profile-menu = Uw profiel en voorkeuren
own-sessions = Aanmeldgegevens
menu-company = Profiel (bedrijf)
menu-administrators = Beheerders beheren
menu-new-user = Een gebruiker instellen
menu-language = Taal kiezen
help = Documentatie
privacy-statement = Privacyverklaring
notices = Berichten
notices-new = Bericht verzenden
notices-unread =
    { $count ->
        [0] Berichten
        [one] Berichten: { $count } ongelezen
       *[other] Berichten: { $count } ongelezen
    }
sign-out = Afmelden
sites-all = Alle sites
sites-switch = Andere site kiezen
explain = Uitleggen
explain-link = Waarom?
seen-as = U ziet de console zoals { $name }.
seen-as-why = Navigatie en bediening volgen de rechten van die persoon, en niets kan worden gewijzigd. Gelezen wordt nog altijd met uw eigen account: lijsten kunnen dus meer tonen dan die persoon ziet.
seen-as-back = Terug naar uw eigen console
features-own = Uw product
settings = Instellingen
opens-in-new-tab = (opent in een nieuw tabblad)

## Lange lijsten
list-showing =
    { $total ->
        [0] Niets weer te geven
       *[other] { $first } tot { $last } van { $total } weergegeven
    }
list-showing-some = { $first } tot { $last } van meer dan { $total }
list-pages = Pagina's
list-previous = Vorige pagina
list-next = Volgende pagina
list-page-size = Rijen per pagina
list-per-page = { $limit } per pagina
group-search = Zoeken in deze lijst
group-ticked = { $ticked } van { $all } aangevinkt
picker-found =
    { $total ->
        [0] Niets gevonden. Probeer minder woorden.
       *[other] { $shown } van { $total } getoond. Zoek de andere.
    }
outlook-show-all = Alle { $count } tonen
picker-type = Typ een deel van de naam.
picker-list = Gevonden
picker-clear = Keuze wissen
picker-take-out = { $name } weglaten
yes = Ja
no = Nee
file-unreadable = De browser kon dit bestand niet lezen. Kies het opnieuw.
diff-field = Veld
diff-before = Voordien
diff-after = Nadien
diff-kind = Verschil
diff-added = Toegevoegd
diff-removed = Weggenomen
diff-changed = Gewijzigd

## Niet-opgeslagen wijzigingen
unsaved-title = Verlaten zonder op te slaan?
unsaved-question = Uw wijzigingen op deze pagina zijn niet opgeslagen. Als u nu weggaat, gaan ze verloren.
unsaved-leave = Verlaten zonder op te slaan

## In plaats van inhoud
state-failed = Dit kon niet worden geladen
state-request = Verzoek { $id }
state-forbidden = Geen toegang
state-forbidden-why = U mist het recht om { $permission }. Deze mensen kunnen helpen: { $helpers }.
state-not-found = Hier is niets
state-not-found-why = Deze pagina of dit object bestaat niet, of u mag het niet zien. Misschien is het verwijderd of is het adres verkeerd getypt.
state-home = Naar de startpagina
obstacle = U mist hier het recht om { $permission }. Deze mensen kunnen helpen: { $helpers }.

## Welke organisatie
choose-organization-title = Welkom bij Bailiwick
choose-organization-why = Bij welke organisatie wilt u zich aanmelden?
choose-organization-hint = Zoals in uw aanmeldadres: het deel na /o/.
choose-organization-set-up = Een nieuwe organisatie instellen
choose-organization-forgotten = Mijn organisaties zoeken
organization-name = Naam van de organisatie
organization-slug = Korte naam
organization-slug-hint = Kleine letters, cijfers en streepjes. Hij staat in elk adres en kan later niet meer worden gewijzigd.

## Aanmelden
sign-in-title = Aanmelden bij { $organization }
sign-in-login = Gebruikersnaam of e-mailadres
sign-in = Aanmelden
sign-in-other-organization = Andere organisatie
sign-in-forgotten = Wachtwoord vergeten?

## Wachtwoorden
password = Wachtwoord
password-show = Wachtwoord tonen
password-current = Huidig wachtwoord
password-new = Nieuw wachtwoord
password-change = Wachtwoord wijzigen
password-changed = Uw wachtwoord is gewijzigd. Uw andere apparaten zijn afgemeld.
password-rules = Minstens { $min } tekens; een paar losse woorden zijn makkelijk te onthouden. Cijfers of leestekens hoeven niet, maar niets gangbaars en niet uw eigen naam.
change-password-title = Kies uw eigen wachtwoord
change-password-why = U hebt zich met een tijdelijk wachtwoord aangemeld. Vervang het door een wachtwoord dat alleen u kent; dan kunt u verder.
longer-password-why = Uw wachtwoord is te kort nu van u geen tweede stap meer wordt gevraagd. Vervang het door een langer wachtwoord; daarna kunt u verder.
strength-very-weak = Heel makkelijk te raden
strength-weak = Makkelijk te raden
strength-fair = Kan sterker
strength-good = Goed
strength-strong = Sterk

## Eerste keer
setup-title = Een organisatie instellen
setup-why = Maak de organisatie en haar eigenaar aan, die er alles mag en de andere beheerders aanstelt.
setup-token = Installatiecode
setup-token-hint = Afgedrukt waar Bailiwick is gestart of uitgerold. De code werkt één keer.
setup-organization = Organisatie
setup-owner = Eigenaar
setup-create = Organisatie aanmaken
setup-done = De organisatie is aangemaakt. U kunt zich nu aanmelden.

## Mensen
given-name = Voornaam
family-name = Achternaam
email = E-mailadres
user-name = Gebruikersnaam

## Dashboard
dashboard-hello = Dag { $name }
dashboard-why = Waar u voor zorgt, in één oogopslag.
dashboard-no-authority = U beheert nog niets. Als dat wel zou moeten, vraag het dan aan een van deze mensen: { $helpers }.
attention = Vraagt aandacht
attention-temporary =
    { $count ->
        [one] { $count } tijdelijk wachtwoord is niet vervangen
       *[other] { $count } tijdelijke wachtwoorden zijn niet vervangen
    }
attention-temporary-why = Deze mensen hebben nog geen wachtwoord gekozen. Herinner hen eraan, of stel het opnieuw in.
attention-ending =
    { $count ->
        [one] { $count } beheerder heeft een rol die binnenkort eindigt
       *[other] { $count } beheerders hebben een rol die binnenkort eindigt
    }
attention-ending-why = Binnen { $days } dagen. Ken ze opnieuw toe aan wie ze nog nodig heeft.
attention-webhooks =
    { $count ->
        [one] { $count } webhook is uitgezet
       *[other] { $count } webhooks zijn uitgezet
    }
attention-webhooks-why = Het adres nam niet aan wat er werd gestuurd. Herstel het daar en zet hem dan weer aan.
quick-start = Snel beginnen
quick-administrator = Geef iemand een deel van het werk: bepaalde sites, bepaalde functies.
quick-user = Voeg iemand toe die de dienst gebruikt.
quick-site = Voeg een kantoor toe, of een groep mensen die op afstand werkt.
quick-role = Stel samen wat een soort beheerder mag.
quick-number = Voeg een telefoonnummer toe; wie het heeft, zegt u later.
quick-device = Registreer een telefoon of headset, met het adres op het etiket.
bailiwick-title = Uw beheergebied
bailiwick-why = Wat u mag doen, en waar.
scope-organization = De hele organisatie
scope-sites =
    { $count ->
        [one] { $count } site
       *[other] { $count } sites
    }
scope-groups =
    { $count ->
        [one] { $count } groep, met alles eronder
       *[other] { $count } groepen, met alles eronder
    }
scope-groups-named =
    { $count ->
        [one] Groep { $groups }, met alles eronder
       *[other] Groepen { $groups }, met alles eronder
    }

## Ingebouwde rollen
built-in-owner = Eigenaar
built-in-system-default = Systeemstandaard (alleen bekijken)
built-in-users = Gebruikers
built-in-administrators = Beheerders
built-in-sites = Sites
built-in-roles = Rollen
built-in-groups = Groepen
built-in-audit = Auditlog
built-in-reports = Rapporten
built-in-analytics = Analyse
built-in-notices = Berichten
built-in-dashboard = Dashboard
built-in-organization = Bedrijfsprofiel
built-in-notes = Opmerkingen
built-in-orders = Bestellingen
built-in-integrations = Integraties
built-in-account-administrators = Accountbeheerder

## Wat rechten toelaten: "U mist het recht om …"
permission-users-view = gebruikers te zien
permission-users-create = gebruikers toe te voegen
permission-users-update = gebruikers te wijzigen
permission-administrators-view = beheerders te zien
permission-administrators-create = beheerders aan te stellen
permission-administrators-update = beheerders te wijzigen
permission-administrators-grant = rollen te geven en af te nemen
permission-sites-view = sites te zien
permission-sites-create = sites toe te voegen
permission-sites-update = sites te wijzigen
permission-roles-view = rollen te zien
permission-roles-create = rollen te maken
permission-roles-update = rollen te wijzigen
permission-roles-delete = rollen te verwijderen
permission-groups-view = groepen te zien
permission-groups-create = groepen toe te voegen
permission-groups-update = groepen en hun leden te wijzigen
permission-groups-delete = groepen te verwijderen
permission-features-view = functies te zien
permission-features-update = functies te wijzigen
permission-audit-view = het auditlog te lezen
permission-credentials-view = servicetoegang te zien
permission-credentials-create = servicetoegang te maken
permission-credentials-delete = servicetoegang in te trekken
permission-integrations-view = integraties te bekijken
permission-integrations-update = integraties te wijzigen
permission-notices-create = berichten verzenden
permission-organization-view = de instellingen van de organisatie te zien
permission-organization-update = de instellingen van de organisatie te wijzigen
permission-accounts-view = de accounts van alle organisaties te zien
permission-accounts-create = organisaties met hun eerste beheerder te maken
permission-accounts-update = organisaties op te schorten en te hervatten
permission-reports-view = rapporten te lezen
permission-analytics-view = de analyse te zien
permission-dashboard-view = het dashboard te openen
permission-notes-view = opmerkingen te lezen
permission-notes-create = opmerkingen achter te laten
permission-notes-delete = eigen opmerkingen te verwijderen
permission-orders-view = bestellingen te bekijken
permission-orders-create = iets te bestellen
permission-orders-update = bestellingen bij te werken
permission-of-feature = de functie { $key } te gebruiken
permission-of-feature-named = De functie { $name } gebruiken

## Problemen: wat er mis is, en wat u kunt doen
problem-malformed = De console heeft iets gestuurd dat de dienst niet kon lezen. Laad de pagina opnieuw en probeer het nog eens.
problem-undeclared-field = De console heeft iets gestuurd dat de dienst niet verwacht. Laad de pagina opnieuw om de nieuwste versie te krijgen.
problem-duplicate-field = De console heeft een veld twee keer gestuurd. Laad de pagina opnieuw en probeer het nog eens.
problem-missing-field = De console heeft iets weggelaten dat de dienst nodig heeft. Laad de pagina opnieuw om de nieuwste versie te krijgen.
problem-wrong-type = De console heeft iets in een onverwachte vorm gestuurd. Laad de pagina opnieuw om de nieuwste versie te krijgen.
problem-session-required = U bent niet (meer) aangemeld. Meld u aan en probeer het opnieuw.
problem-sign-in-refused = Gebruikersnaam en wachtwoord horen niet bij elkaar, of dit account kan zich nu niet aanmelden. Controleer beide; lukt het dan nog niet, vraag dan een beheerder om een nieuw tijdelijk wachtwoord.
problem-setup-token-refused = Deze installatiecode is onbekend, al gebruikt of verlopen. Haal een nieuwe waar Bailiwick draait.
problem-password-change-required = Kies eerst een nieuw wachtwoord.
problem-code-required = Voer eerst een code uit uw authenticator-app in.
problem-two-step-required = Stel eerst tweestapsverificatie in.
problem-two-step-not-begun = Dit is niet begonnen, of te lang geleden. Begin opnieuw.
problem-two-step-kept = Tweestapsverificatie is voor u verplicht. Vervang in plaats daarvan de app.
problem-forbidden = U mist het recht om { $permission }. Vraag het aan een eigenaar van de organisatie.
problem-exceeds-own-authority = Dit zou iemand meer geven dan u zelf hebt: het recht om { $permission }. Laat dat weg, of vraag het aan iemand die het heeft.
problem-not-dominated = Deze persoon mag dingen die u niet mag, of niet zo lang. Daarom kunt u dit account niet wijzigen, blokkeren of overnemen. Vraag het aan een eigenaar van de organisatie.
problem-account-out-of-reach = U kunt alleen iemand beheerder maken van wie u het account mag wijzigen. Vraag het aan iemand die het account van deze persoon mag wijzigen, of aan een eigenaar van de organisatie.
problem-on-oneself = Dit kunt u niet met uw eigen account doen. Vraag het aan een andere beheerder.
problem-no-seat-left =
    { $quantity ->
        [0] { $license } heeft geen plaatsen. Verhoog het aantal onder Diensten.
        [one] De enige plaats van { $license } is in gebruik of voor een team vrijgehouden. Maak ze vrij, of verhoog het aantal onder Diensten.
       *[other] Alle { $quantity } plaatsen van { $license } zijn in gebruik of voor teams vrijgehouden. Maak er een vrij, of verhoog het aantal onder Diensten.
    }
problem-assigned-already = Het is aan iemand anders toegewezen. Neem het daar eerst terug, of kies iets anders.
problem-still-assigned =
    { $count ->
        [one] { $count } persoon heeft dit nog. Neem het eerst terug, onder Toewijzingen.
       *[other] { $count } personen hebben dit nog. Neem het eerst terug, onder Toewijzingen.
    }
problem-last-owner = De organisatie moet minstens één eigenaar houden die zich kan aanmelden. Stel eerst een andere eigenaar aan.
problem-group-cycle = Een groep kan niet onder zichzelf staan. Kies een andere plaats.
problem-group-too-deep = De groepen zouden te diep genest zijn. Kies een plaats hogerop.
problem-grantor-lacks = Deze persoon heeft zelf niet zoveel als er gegeven wordt en kan er dus niet voor instaan. Kies iemand anders.
problem-lineage-cycle = Iemand zou instaan voor een toekenning waaraan hij zelf zijn bevoegdheid dankt. Laat iemand anders ze geven of ervoor instaan.
problem-origin-refused = Dit verzoek komt niet van deze console. Open de console op haar eigen adres en probeer het opnieuw.
problem-unknown-organization = Er is geen organisatie met deze naam. Controleer het adres dat u hebt gekregen.
problem-organization-suspended = Uw provider heeft deze organisatie opgeschort. Er gaat niets verloren. Neem contact op met uw provider.
problem-unknown-route = De dienst kent dit verzoek niet. Laad de pagina opnieuw om de nieuwste versie te krijgen.
problem-not-found = Dit object bestaat niet, of u mag het niet zien. Misschien is het intussen verwijderd.
problem-method-not-allowed = De dienst kent dit verzoek niet. Laad de pagina opnieuw om de nieuwste versie te krijgen.
problem-changed-meanwhile = Iemand anders heeft dit gewijzigd sinds u het opende. Laad de pagina opnieuw om de nieuwste versie te zien en breng uw wijzigingen dan opnieuw aan.
problem-taken = Dit bestaat al. Kies iets anders.
problem-built-in = Dit hoort bij het product en kan niet worden gewijzigd. Maak in plaats daarvan een kopie.
problem-in-use =
    { $count ->
        [one] Dit is nog in gebruik bij { $count } persoon. Neem het daar eerst weg.
       *[other] Dit is nog in gebruik bij { $count } personen. Neem het daar eerst weg.
    }
problem-in-a-team = Deze persoon zit al in een team, en men zit in hoogstens één team. Haal de persoon daar eerst uit.
problem-group-disabled = Deze groep is uitgeschakeld en krijgt zolang niets. Schakel ze eerst in.
problem-permissions-locked = De rechten van deze groep zijn vergrendeld. Vraag iemand die in de hele organisatie rollen mag toekennen om ze te ontgrendelen.
problem-not-the-author = Een opmerking wordt verwijderd door wie ze schreef, of door een eigenaar.
problem-feature-in-use =
    { $count ->
        [one] { $count } rol bevat deze functie. Haal ze daar eerst uit.
       *[other] { $count } rollen bevatten deze functie. Haal ze daar eerst uit.
    }
problem-looking-only = U ziet de console als iemand anders, alleen om te kijken. Ga terug naar de uwe om iets te wijzigen.
problem-link-refused = Deze link is al gebruikt, ingetrokken of verlopen. Vraag een nieuwe aan.
problem-webhook-off = Deze webhook staat uit, dus er wordt niets naartoe gestuurd. Zet hem eerst aan.
problem-too-many-links =
    { $retry_after ->
        [one] Er is te vaak om een link gevraagd. Wacht { $retry_after } minuut en probeer het dan opnieuw.
       *[other] Er is te vaak om een link gevraagd. Wacht { $retry_after } minuten en probeer het dan opnieuw.
    }
problem-not-undoable = Dit kan niet (meer) ongedaan worden gemaakt: het is sindsdien gewijzigd, of iets wat erbij hoort is weg.
problem-idempotency-key-reused = Dit is al met een andere inhoud verstuurd. Laad de pagina opnieuw en probeer het nog eens.
problem-too-large = Dit is te groot: hoogstens { $limit } kB wordt aanvaard.
problem-unsupported-media-type = De console heeft iets in een onverwachte vorm gestuurd. Laad de pagina opnieuw om de nieuwste versie te krijgen.
problem-invalid = Sommige velden vragen uw aandacht.
problem-too-many-attempts =
    { $retry_after ->
        [one] Te veel mislukte pogingen. Wacht { $retry_after } minuut en probeer het dan opnieuw.
       *[other] Te veel mislukte pogingen. Wacht { $retry_after } minuten en probeer het dan opnieuw.
    }
problem-internal = Er is aan onze kant iets misgegaan. Er is niets gewijzigd. Probeer het opnieuw; blijft het misgaan, meld het dan aan uw helpdesk.
problem-unavailable = De dienst is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw.

## Fouten bij een veld
error-required = Vul dit in.
error-invalid = Dit is niet geldig.
error-too-long = Hoogstens { $max } tekens.
error-unprintable = Bevat onzichtbare tekens of stuurtekens. Typ het opnieuw in plaats van het te plakken.
error-email = Dit is geen e-mailadres. Het hoort eruit te zien als naam@example.org.
error-user-name = Alleen letters, cijfers en . _ - + @, zonder spaties.
error-phone = Dit is geen telefoonnummer: er staan geen cijfers in.
error-slug = Gebruik 2 tot 40 kleine letters, cijfers en losse streepjes ertussen.
error-taken = Dit is al in gebruik. Kies iets anders.
error-look-alike = Dit is nauwelijks te onderscheiden van waarmee iemand anders zich aanmeldt. Kies iets anders.
error-same-person = Dit is de persoon van wie de bevoegdheden worden gekopieerd. Kies iemand anders.
error-nothing-to-copy = Deze persoon heeft op eigen naam niets dat gekopieerd kan worden.
error-quantity = Voer een geheel getal van 1 tot 100.000 in.
error-duplicate = Hetzelfde staat er twee keer. Neem er één weg.
error-scope-required = Kies minstens één site, of de hele organisatie.
error-unknown-site = Deze site bestaat niet meer, of u mag die niet zien. Kies een andere.
error-unknown-role = Deze rol bestaat niet meer. Kies een andere.
error-unknown-group = Deze groep bestaat niet meer, of u mag die niet zien. Kies een andere.
error-unknown-user = Deze persoon bestaat niet meer, of u mag het account niet zien. Kies iemand anders.
error-unknown-feature = Deze functie bestaat niet meer. Laat ze weg.
error-in-the-past = Dit ligt in het verleden. Kies een tijdstip in de toekomst.
error-ends-before-it-begins = Het einde moet na het begin liggen.
error-not-a-link = Typ een adres dat met https:// begint of een pad dat met / begint.
error-not-an-address = Schrijf een adres dat met https:// begint.
error-address-with-credentials = Laat gebruikersnaam en wachtwoord weg uit het adres.
error-address-not-public = Dit adres staat niet op het openbare internet. Gebruik een hostnaam zoals hooks.example.org, geen IP-adres.
error-not-an-origin = ‘{ $origin }’ is geen origin. Zet op elke regel https:// en een hostnaam, zoals https://portaal.example.org, zonder pad.
error-address-in-name = Laat e-mailadressen weg uit de naam: mailprogramma’s zouden hem tonen alsof het dat van de afzender is.
error-time-zone = Er is geen tijdzone met deze naam. Kies er een uit de lijst.
error-too-many = Dit zijn er te veel; het hoogste aantal is { $max }.
error-typing-not-allowed = Uw organisatie laat beheerders geen wachtwoorden typen. Laat er een maken.
error-default-password-not-allowed = Het wachtwoordbeleid staat geen standaardwachtwoord toe. Laat daarin beheerders wachtwoorden typen en laat die bij de volgende aanmelding wijzigen, of kies een andere manier.
error-mails-not-available = Hier kan geen e-mail worden verzonden. Laat het wachtwoord in plaats daarvan tonen.
error-mail-to-disabled = Uitgeschakelde accounts krijgen geen e-mails. Schakel het account eerst in of laat het wachtwoord tonen.
error-out-of-range = Dit valt buiten de grenzen.
error-password-short = Minstens { $min } tekens. Een paar losse woorden maken een goed wachtwoord.
error-password-long = Hoogstens { $max } tekens.
error-password-common = Dit is een van de wachtwoorden die aanvallers het eerst proberen, of bestaat uit weinig anders. Kies een ander.
error-password-personal = Dit is weinig meer dan “{ $word }”, wat anderen van u weten. Voeg iets toe dat er niets mee te maken heeft of kies een ander.
error-password-repetitive = Dit is één patroon dat zich herhaalt. Kies een ander.
error-password-wrong = Dit is niet uw huidige wachtwoord.
error-password-same = Dit is het wachtwoord dat u nu hebt. Kies een ander.
error-code-refused = Deze code is verkeerd, te oud of al gebruikt. Komt hij uit de app, wacht dan op de volgende.
# The seed system’s own words (CRES-9).
error-nonexistent-user = Kan geen niet-bestaande gebruiker toevoegen.
error-already-member = Deze persoon is al lid van de groep.
error-password-mismatch = De twee wachtwoorden zijn niet gelijk. Typ twee keer hetzelfde.
error-already-user = Iemand met dit adres is al gebruiker.
error-already-invited = Iemand met dit adres is al uitgenodigd. Stuur de uitnodiging liever opnieuw.
error-picture-unknown = Dit is geen afbeelding in PNG, JPEG of WebP, wat de naam ook zegt. Sla ze in een van deze formaten op en kies dat bestand.
error-picture-svg = SVG-afbeeldingen kunnen programma’s bevatten en worden niet aangenomen. Exporteer het logo als PNG of WebP en kies dat bestand.
error-picture-incomplete = Deze afbeelding is beschadigd: er ontbreekt iets, of er hangt iets anders aan. Sla ze opnieuw op en kies dat bestand.
error-picture-moving = Deze afbeelding beweegt. Sla één stilstaand beeld op en kies dat bestand.
error-picture-heavy = Dit bestand is { $size } kB; hoogstens { $max } kB is mogelijk. Sla het kleiner op of met minder kleuren.
error-picture-dimensions = Deze afbeelding is { $width } bij { $height } pixels. Schaal ze zo dat beide tussen { $min } en { $max } liggen.
error-file-unreadable = De browser kon dit bestand niet lezen. Kies het opnieuw.
error-color = Dit is geen kleur. Schrijf een # en zes cijfers van 0 tot f, zoals #7a1f5c.
error-color-too-light = Deze kleur haalt in het lichte thema een contrast van { $ratio }:1; om leesbaar te zijn is { $least }:1 nodig. Kies een donkerdere, zoals { $instead }.
error-color-too-dark = Deze kleur haalt in het donkere thema een contrast van { $ratio }:1; om leesbaar te zijn is { $least }:1 nodig. Kies een lichtere, zoals { $instead }.
error-own-word-halved = Geef ook dit woord, of laat beide leeg: de console heeft enkelvoud en meervoud nodig.
