### Integraties: webhooks en andere verbindingen met producten elders.

integrations-why = Hoe andere producten met deze organisatie verbonden zijn.

## Webhooks
webhooks = Webhooks
webhooks-why = Adressen elders die ondertekend te horen krijgen wat hier gebeurt: wat de auditlog zegt, voor zover wie voor de webhook instaat het mag lezen.
webhooks-new = Webhook toevoegen
webhooks-none = Nog niemand krijgt iets te horen
webhooks-none-why = Voeg een adres van uw eigen product toe, en het hoort meteen wanneer er iets verandert.
webhook = Webhook
webhook-name = Waarvoor hij dient
webhook-name-hint = Het product of de machine, zoals ‘Adresboek’.
webhook-url = Adres
webhook-url-hint = Waar leveringen naartoe gaan. Het begint met https:// en heeft een hostnaam.
webhook-families = Krijgt bericht over
webhook-families-why = U staat er vanaf nu voor in: hij hoort alleen wat u in de auditlog mag lezen.
webhook-enabled = Aan
webhook-enabled-why = Als hij uit staat, wordt er niets gestuurd, en wat intussen gebeurt ook later niet.
webhook-held-by = Verantwoordelijke
webhook-made = Gemaakt
webhook-state = Toestand
webhook-state-on = Aan
webhook-state-off = Uit
webhook-state-failing = Mislukt
webhook-state-dormant = Inactief
webhook-state-switched-off = Uitgezet
webhook-off-failing = Hij mislukte meer dan een dag lang en is uitgezet. Herstel het probleem op het adres, zet hem dan aan en sla op.
webhook-off-gone = Het adres antwoordde dat het niet meer bestaat, dus is de webhook uitgezet. Vul een ander adres in of verwijder de webhook.
webhook-failing =
    { $count ->
        [one] De laatste poging is mislukt. Er wordt drie dagen lang steeds later opnieuw geprobeerd.
       *[other] De laatste { $count } pogingen zijn mislukt. Elke levering wordt drie dagen lang steeds later opnieuw geprobeerd.
    }
webhook-dormant = Wie ervoor instaat, mag niet meer voor integraties zorgen. Sla hem op, dan staat u ervoor in.
webhook-family-users = Mensen en uitnodigingen
webhook-family-sessions = Aanmelden en afmelden
webhook-family-grants = Wat aan wie wordt gegeven
webhook-family-roles = Rollen
webhook-family-groups = Groepen
webhook-family-sites = Sites
webhook-family-inventory = Inventaris en toewijzingen
webhook-family-features = Functies
webhook-family-notices = Berichten en opmerkingen
webhook-family-orders = Bestellingen
webhook-family-organization = De organisatie
webhook-family-integrations = Integraties
webhook-delete = Verwijderen
webhook-delete-question = { $name } hoort niets meer en het logboek ervan wordt verwijderd. Dit kan niet ongedaan worden gemaakt.
webhook-deleted = De webhook { $name } is verwijderd.
webhook-rotate = Geheim vervangen
webhook-rotate-why = { $name } krijgt een nieuw geheim, en u staat er vanaf nu voor in. Tot het huidige eindigt, dragen leveringen beide handtekeningen, zodat de ontvanger kan overschakelen.
webhook-overlap = Het huidige geheim ondertekent nog
webhook-previous = Het vorige geheim ondertekent ook, tot { $until }.
webhook-secret = Geheim
webhook-secret-once = Kopieer het geheim nu en bewaar het waar de ontvanger handtekeningen controleert. Het wordt alleen deze keer getoond.
webhook-settings = Instellingen
webhook-test = Test sturen
webhook-test-sent = Een test is onderweg.

## Het logboek van leveringen
deliveries = Leveringen
deliveries-why = De laatste honderd. Ze worden 30 dagen bewaard.
deliveries-none = Er is nog niets gestuurd
deliveries-none-why = Stuur een test, of wacht tot er iets gebeurt waarvan hij hoort.
delivery-what = Wat
delivery-test = Test
delivery-withheld = Een record dat u niet mag lezen
delivery-record = Regel { $seq }
delivery-status = Status
delivery-status-waiting = Wacht
delivery-status-delivered = Geleverd
delivery-status-failed = Mislukt
delivery-attempts =
    { $count ->
        [0] Nog niet geprobeerd
        [one] { $count } poging
       *[other] { $count } pogingen
    }
delivery-answer = Antwoord
delivery-no-answer = Geen
delivery-when = Laatste poging
delivery-next = Volgende poging { $time }
delivery-actions = Acties
delivery-resend = Opnieuw sturen
delivery-resent = Het is opnieuw onderweg.
deliveries-refresh = Vernieuwen

## Vanwaar pagina’s mogen vragen
integrations-origins = Origins die vragen mogen stellen
integrations-origins-why = Alleen pagina’s van deze origins mogen met een servicetoken vanuit de browser vragen wie wat mag. Iets anders mogen ze niet, en geen enkele pagina mag de console in een frame tonen.
integrations-origins-label = Origins
integrations-origins-hint = Een op elke regel, precies zoals in de adresbalk, zoals https://portaal.example.org.

## De afzender van mails
mail-sender = Afzender van mails
mail-sender-why = Onder welke naam de mails van deze organisatie komen: uitnodigingen, links en berichten. Het adres zelf is dat van de dienst.
mail-sender-name = Weergavenaam
mail-sender-name-hint = De naam van de organisatie als dit leeg is.
mail-sender-reply-to = Antwoordadres
mail-sender-reply-to-hint = Waar antwoorden op deze mails naartoe gaan. Leeg voor nergens in het bijzonder.
