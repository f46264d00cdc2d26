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
credential-once = Kopieer de sleutel nu en bewaar hem waar u geheimen bewaart. Hij wordt alleen deze keer getoond.
credential-token = Sleutel
credential-done = Ik heb hem bewaard

## Hoe het werkt
credentials-how = Hoe een dienst vraagt
credentials-how-why = Een verzoek met de sleutel in de header: wie, wat en waar. Het antwoord zegt ja of nee, door welke rol, of waarom niet.
credentials-address = Adres
credentials-example = Voorbeeld
credentials-how-more = Stel tot 1.000 vragen tegelijk aan …/checks/batch. Bewaar antwoorden niet lang: een recht dat wordt afgenomen, is weg bij de volgende vraag.
