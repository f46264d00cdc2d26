### Het auditlog.

audit-why = Wat er gebeurd is waar u voor zorgt, het nieuwste eerst. Niets kan ongemerkt worden gewijzigd of weggelaten.
audit-none = Hier is nog niets gebeurd
audit-none-why = Wat u en anderen doen waar u voor zorgt, komt hier te staan.
audit-none-found = Niets gevonden
audit-none-found-why = Probeer andere dagen, iemand anders of om het even welke soort.
audit-unseen = iemand of iets wat u niet mag zien
audit-nobody = De installatie

## Wat de lijst beperkt
audit-actor = Wie het deed
audit-subject = Aan wie
audit-kind = Wat
audit-any-kind = Alles
audit-from = Van
audit-until = Tot en met
audit-refused-only = Alleen wat geweigerd is
audit-clear = Alles tonen

## Een regel
verdict-accepted = Gedaan
verdict-refused = Geweigerd
surface-console = Console
surface-service = Dienst
audit-changes = Wat er veranderd is
audit-nothing-else = De zin hierboven zegt alles.
audit-number = Nummer
audit-surface = Via
audit-endpoint = Eindpunt
audit-request = Verzoek

## Ongedaan maken
audit-undo = Ongedaan maken
audit-undo-question = Dit draait terug: ‘{ $what }’ Het wordt beoordeeld alsof u het opnieuw doet, en opgetekend.
audit-undone = Het is ongedaan gemaakt.

## Exporteren
audit-export = Exporteren
audit-export-why = Het bestand wordt in uw browser gemaakt. JSON-regels bevatten de hele keten, ook waar u de regel zelf niet mag lezen, en zijn altijd na te gaan; CSV is voor rekenbladen.
audit-export-csv = CSV
audit-export-json = JSON-regels
audit-reading = Log wordt gelezen:

## Nagaan
audit-verify = Nagaan
audit-verify-why = Uw browser berekent de keten van alle regels opnieuw. Is er iets gewijzigd, weggelaten of tussengevoegd, dan klopt ze niet.
audit-verify-now = Log nu nagaan
audit-verify-file = Of een geëxporteerd bestand nagaan
audit-verify-file-why = Kies een bestand met JSON-regels. Het wordt in uw browser gelezen en nergens heen gestuurd.
audit-true =
    { $count ->
        [0] Er zijn geen regels, en er ontbreekt er geen.
        [one] { $count } regel nagegaan: er is niets gewijzigd of weggelaten.
       *[other] { $count } regels nagegaan: er is niets gewijzigd of weggelaten.
    }
audit-head = Vingerafdruk van de keten:
audit-missing = Regel { $number } ontbreekt of staat niet op haar plaats.
audit-changed = Regel { $number } is niet wat er is opgetekend: ze is gewijzigd.
audit-cut = De regels na nummer { $number } ontbreken, of dit is geen export van een auditlog.

## Gevolgen als zinnen
effect-user-created = { $actor } heeft { $subject } toegevoegd.
effect-user-updated = { $actor } heeft de gegevens van { $subject } gewijzigd.
effect-user-disabled = { $actor } heeft { $subject } uitgeschakeld.
effect-user-enabled = { $actor } heeft { $subject } ingeschakeld.
effect-password-set = { $actor } heeft voor { $subject } een nieuw wachtwoord ingesteld.
effect-language-chosen = { $actor } heeft voor { $subject } een taal gekozen.
effect-preferences-chosen = { $actor } koos voorkeuren voor { $subject }.
effect-invitation-sent = { $actor } nodigde { $subject } uit.
effect-invitation-revoked = { $actor } trok de uitnodiging van { $subject } in.
effect-invitation-accepted = { $subject } nam een uitnodiging aan.
effect-grant-added = { $actor } heeft { $subject } de rol { $what } gegeven.
effect-grant-removed = { $actor } heeft { $subject } de rol { $what } afgenomen.
effect-grant-suspended = { $actor } heeft de rol { $what } van { $subject } opgeschort.
effect-grant-resumed = { $actor } heeft de rol { $what } van { $subject } hervat.
effect-grant-rehomed = { $actor } heeft { $what } laten instaan voor een rol van { $subject }.
effect-role-created = { $actor } heeft de rol { $subject } gemaakt.
effect-role-updated = { $actor } heeft de rol { $subject } gewijzigd.
effect-role-deleted = { $actor } heeft de rol { $subject } verwijderd.
effect-group-created = { $actor } heeft de groep { $subject } toegevoegd.
effect-group-updated = { $actor } heeft de groep { $subject } gewijzigd.
effect-group-moved = { $actor } heeft de groep { $subject } verplaatst.
effect-group-deleted = { $actor } heeft de groep { $subject } verwijderd.
effect-member-added = { $actor } heeft { $subject } aan de groep { $what } toegevoegd.
effect-member-removed = { $actor } heeft { $subject } uit de groep { $what } gehaald.
effect-site-created = { $actor } heeft de site { $subject } toegevoegd.
effect-site-updated = { $actor } heeft de site { $subject } gewijzigd.
effect-feature-created = { $actor } heeft de functie { $subject } toegevoegd.
effect-feature-updated = { $actor } heeft de functie { $subject } gewijzigd.
effect-feature-deleted = { $actor } heeft de functie { $subject } verwijderd.
effect-credential-created = { $actor } heeft de dienst { $subject } toegang gegeven.
effect-credential-revoked = { $actor } heeft de toegang van de dienst { $subject } ingetrokken.
effect-seen-as = { $actor } heeft de console bekeken zoals { $subject } ze ziet.
effect-notice-sent = { $actor } heeft het bericht “{ $subject }” verzonden.
effect-session-started = { $subject } heeft zich aangemeld.
effect-session-ended = Een sessie van { $subject } is beëindigd.
effect-sign-in-failed = Iemand probeerde zich als { $subject } aan te melden en werd geweigerd.
effect-organization-created = De organisatie { $subject } is ingesteld.
effect-organization-registered = De organisatie { $subject } is geregistreerd.
effect-organization-activated = De organisatie { $subject } is geopend.
effect-organization-updated = { $actor } heeft de instellingen van de organisatie gewijzigd.
effect-organization-suspended = De operator heeft de organisatie opgeschort. Alle sessies zijn beëindigd.
effect-organization-resumed = De operator heeft de organisatie hervat.
effect-account-suspended = { $actor } heeft de organisatie { $subject } opgeschort.
effect-account-resumed = { $actor } heeft de organisatie { $subject } hervat.
effect-credential-rotated = { $actor } heeft het token van de dienst { $subject } vervangen.
effect-webhook-created = { $actor } heeft de webhook { $subject } toegevoegd.
effect-webhook-updated = { $actor } heeft de webhook { $subject } gewijzigd.
effect-webhook-deleted = { $actor } heeft de webhook { $subject } verwijderd.
effect-webhook-rotated = { $actor } heeft het geheim van de webhook { $subject } vervangen.
effect-webhook-switched-off = De webhook { $subject } is uitgezet omdat hij niet werkte.
effect-delivery-asked = { $actor } heeft iets naar de webhook { $subject } laten sturen.
effect-note-created = { $actor } heeft een opmerking achtergelaten.
effect-note-deleted = { $actor } heeft een opmerking verwijderd.
effect-order-created = { $actor } heeft { $subject } besteld.
effect-order-updated = { $actor } heeft de bestelling van { $subject } bijgewerkt.
effect-refused = { $actor } werd geweigerd: { $what }.
effect-unknown = { $actor } deed iets wat deze versie van de console niet kent.

## Waarom iets geweigerd is
refused-forbidden = het recht om { $permission } ontbrak
refused-exceeds-own-authority = het zou meer gegeven hebben dan hij zelf heeft, het recht om { $permission }
refused-not-dominated = de betrokkene mag dingen die hij niet mag, of niet zo lang
refused-account-out-of-reach = hij mag het account van wie beheerder zou worden niet wijzigen
refused-on-oneself = niemand doet dit met zichzelf
refused-last-owner = er zou geen eigenaar overgebleven zijn
refused-grantor-lacks = wie ervoor moest instaan, heeft zelf minder
refused-lineage-cycle = wie ervoor moest instaan, dankt er zijn eigen bevoegdheid aan
refused-not-the-author = de opmerking is van iemand anders

## Soorten gevolgen
kind-user-created = Gebruiker toegevoegd
kind-user-updated = Gegevens gewijzigd
kind-user-disabled = Account uitgeschakeld
kind-user-enabled = Account ingeschakeld
kind-password-set = Wachtwoord ingesteld
kind-language-chosen = Taal gekozen
kind-preferences-chosen = Voorkeuren gekozen
kind-invitation-sent = Uitnodiging verstuurd
kind-invitation-revoked = Uitnodiging ingetrokken
kind-invitation-accepted = Uitnodiging aangenomen
kind-grant-added = Rol gegeven
kind-grant-removed = Rol afgenomen
kind-grant-suspended = Rol opgeschort
kind-grant-resumed = Rol hervat
kind-grant-rehomed = Iemand anders staat in voor een rol
kind-role-created = Rol gemaakt
kind-role-updated = Rol gewijzigd
kind-role-deleted = Rol verwijderd
kind-group-created = Groep toegevoegd
kind-group-updated = Groep gewijzigd
kind-group-moved = Groep verplaatst
kind-group-deleted = Groep verwijderd
kind-member-added = Lid toegevoegd
kind-member-removed = Lid weggehaald
kind-site-created = Site toegevoegd
kind-site-updated = Site gewijzigd
kind-feature-created = Functie toegevoegd
kind-feature-updated = Functie gewijzigd
kind-feature-deleted = Functie verwijderd
kind-credential-created = Servicetoegang gemaakt
kind-credential-revoked = Servicetoegang ingetrokken
kind-seen-as = Console bekeken als iemand anders
kind-notice-sent = Bericht verzonden
kind-session-started = Aangemeld
kind-session-ended = Sessie beëindigd
kind-sign-in-failed = Aanmelden mislukt
kind-organization-created = Organisatie ingesteld
kind-organization-registered = Organisatie geregistreerd
kind-organization-activated = Organisatie geopend
kind-organization-updated = Organisatie gewijzigd
kind-organization-suspended = Organisatie opgeschort
kind-organization-resumed = Organisatie hervat
kind-account-suspended = Account opgeschort
kind-account-resumed = Account hervat
kind-credential-rotated = Token vervangen
kind-webhook-created = Webhook toegevoegd
kind-webhook-updated = Webhook gewijzigd
kind-webhook-deleted = Webhook verwijderd
kind-webhook-rotated = Geheim vervangen
kind-webhook-switched-off = Webhook uitgezet
kind-delivery-asked = Levering gevraagd
kind-note-created = Opmerking achtergelaten
kind-note-deleted = Opmerking verwijderd
kind-order-created = Bestelling geplaatst
kind-order-updated = Bestelling bijgewerkt

## Velden
audit-field-user-name = Gebruikersnaam
audit-field-email = E-mailadres
audit-field-given-name = Voornaam
audit-field-middle-name = Tweede voornaam
audit-field-family-name = Achternaam
audit-field-work = Telefoon werk
audit-field-fax = Faxnummer
audit-field-mobile = Mobiele telefoon
audit-field-home = Telefoon thuis
audit-field-street-address = Straat en nummer
audit-field-postal-code = Postcode
audit-field-locality = Plaats
audit-field-region = Provincie of regio
audit-field-country = Land
audit-field-site = Site
audit-field-name = Naam
audit-field-description = Omschrijving
audit-field-permissions = Recht
audit-field-subject = Aan wie
audit-field-role = Rol
audit-field-scope = Waar
audit-field-from = Vanaf
audit-field-until = Tot
audit-field-reason = Reden
audit-field-suspended = Opgeschort
audit-field-grantor = Staat ervoor in
audit-field-kind = Soort
audit-field-parent = Groep erboven
audit-field-label-en = Naam in het Engels
audit-field-label-fr = Naam in het Frans
audit-field-label-nl = Naam in het Nederlands
audit-field-description-en = Omschrijving in het Engels
audit-field-description-fr = Omschrijving in het Frans
audit-field-description-nl = Omschrijving in het Nederlands
audit-field-icon = Pictogram
audit-field-link = Adres
audit-field-expires-at = Werkt tot
audit-field-temporary-until = Tijdelijk wachtwoord werkt tot
audit-field-slug = Korte naam
audit-field-language = Taal
audit-field-time-zone = Tijdzone
audit-field-notices-by-mail = Berichten ook per e-mail
audit-field-group = Groep
audit-field-built-in = Hoort bij het product
audit-field-title = Onderwerp
audit-field-text = Tekst
audit-field-by-mail = Per e-mail
audit-field-recipients = Ontvangers
audit-field-privacy-statement = Privacyverklaring
audit-field-agent = Agent
audit-field-sip = SIP-telefoon
audit-field-item = Artikel
audit-field-quantity = Aantal
audit-field-comment = Toelichting
audit-field-status = Status
audit-field-phone = Telefoon
audit-field-min-length = Minimumaantal tekens van een wachtwoord
audit-field-temporary-hours = Tijdelijke wachtwoorden gelden (uren)
audit-field-administrators-type-passwords = Beheerders mogen tijdelijke wachtwoorden typen
audit-field-change-forced = Hun wachtwoordwijzigingen dwingen tot een nieuwe wijziging
audit-field-idle-minutes = Sessies eindigen zonder gebruik (minuten)
audit-field-absolute-hours = Sessies eindigen in elk geval (uren)
audit-field-account = Accountnummer
audit-field-previous-until = Vorig token werkt tot
audit-field-url = Adres
audit-field-families = Hoort van
audit-field-enabled = Aan
audit-field-delivery = Levering
audit-field-again = Eerder gestuurd
