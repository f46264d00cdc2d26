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
organization-types-passwords = Beheerders mogen tijdelijke wachtwoorden typen
organization-types-passwords-why = Anders worden ze willekeurig gemaakt, wat veiliger is: niemand typt twee keer hetzelfde.
account-number-fixed = Uw nummer bij de provider. Het kan niet worden gewijzigd.
time-zone = Tijdzone
time-zone-hint = Waarin e-mails zeggen tot wanneer iets geldig is.
account-contact = Contact
account-contact-why = Tot wie men zich wendt over het account.
account-contact-name = Naam van een persoon of afdeling
account-contact-phone = Telefoon
organization-range-hint = Van { $min } tot { $max }.
organization-change-forced = Wijzigingen van beheerderswachtwoord dwingen gebruiker om het wachtwoord bij volgende aanmelding te wijzigen
organization-change-forced-why = Anders kan het tijdelijke wachtwoord worden gebruikt tot het verloopt. Wie het heeft gemaakt, kent het even lang.
organization-sessions = Sessies
organization-sessions-why = Hoelang mensen aangemeld blijven. Een kortere tijd geldt ook voor wie nu aangemeld is.
organization-idle-minutes = Eindigt zonder gebruik na (minuten)
organization-absolute-hours = Eindigt in elk geval na (uren)
