### Toegang van diensten tot de controle-API.

credentials-why = Uw eigen producten vragen hier wie wat mag. Hun toegang opent die antwoorden en niets anders.
credentials-new = Toegang maken
credentials-none = Geen enkele dienst heeft toegang
credentials-none-why = Maak er een voor elk product dat vragen stelt, zodat elk apart kan worden ingetrokken.
credential-name = Waarvoor het dient
credential-name-hint = Het product of de machine, zoals ‘Facturatieportaal’.
credential-created-by = Gemaakt door
credential-expires = Werkt tot en met
credential-expires-hint = De laatste dag, of leeg voor onbepaald. Het vervalt ook als u het recht verliest om het te maken.
credential-expired = Verlopen
credential-never = Onbepaald
credential-last-used = Laatst gebruikt
credential-revoke = Intrekken
credential-revoke-question = { $name } wordt vanaf het volgende verzoek geweigerd. Dit kan niet ongedaan worden gemaakt.
credential-revoked = De toegang is ingetrokken.
credential-scope = Antwoordt over
credential-acts = Acties
credential-rotate = Token vervangen
credential-rotate-why = { $name } krijgt een nieuw token. Dat telt vanaf nu als het uwe: het mag niets wat u niet mag, en u bent er verantwoordelijk voor. Het huidige werkt nog een tijdje, zodat de dienst kan overschakelen.
credential-overlap = Het huidige token werkt nog
credential-overlap-0 = niet meer
credential-overlap-1 = een uur
credential-overlap-24 = een dag
credential-overlap-168 = een week
credential-previous = Het vorige token werkt tot { $until }.
credential-once = Kopieer het token nu en bewaar het waar u geheimen bewaart. Het wordt alleen deze keer getoond.
secret-unseen = Het is gebeurd, maar het antwoord is onderweg verloren gegaan, en een geheim wordt maar één keer getoond. Vervang het om er een te krijgen dat u kunt kopiëren.
credential-token = Token
credential-done = Ik heb het bewaard

## Hoe het werkt
credentials-how = Hoe een dienst vraagt
credentials-how-why = Een verzoek met het token in de header: wie, wat en waar. Het antwoord zegt ja of nee, door welke rol, of waarom niet.
credentials-address = Adres
credentials-example = Voorbeeld
credentials-how-more = Stel tot 1.000 vragen tegelijk aan …/checks/batch. Bewaar antwoorden niet lang: een recht dat wordt afgenomen, is weg bij de volgende vraag.
