### Wat de organisatie over zichzelf beslist.

organization-why = Wat voor iedereen in de organisatie geldt.
organization-details = Naam en taal
organization-slug-fixed = Hij staat in elk adres en kan niet worden gewijzigd.
organization-language-hint = Voor de aanmeldpagina, en voor mensen die zelf geen taal hebben gekozen.
privacy-statement-hint = Een adres dat met https:// begint. Het staat in ieders menu. Leeg: geen vermelding.
organization-passwords = Wachtwoorden
organization-passwords-why = Regels voor wachtwoorden die vanaf nu worden gekozen of gemaakt. Bestaande wachtwoorden blijven werken.
organization-min-length = Minimumaantal tekens
organization-min-length-hint = Van { $min } tot { $max }. Een lang wachtwoord is veiliger dan een ingewikkeld.
organization-temporary-hours = Geldigheid van tijdelijke wachtwoorden (uren)
organization-temporary-hours-hint = Van { $min } tot { $max }.
organization-types-passwords = Beheerders mogen tijdelijke wachtwoorden typen
organization-types-passwords-why = Anders worden ze willekeurig gemaakt, wat veiliger is: niemand typt twee keer hetzelfde. In beide gevallen moeten ze bij de eerste aanmelding worden vervangen.
