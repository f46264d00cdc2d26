### Uw eigen pagina.

profile-why = Uw eigen gegevens, de taal en het uiterlijk van de console, uw wachtwoord, en waar u aangemeld bent.
profile-data = Uw gegevens
profile-account-hint = Hiermee meldt u zich aan, net als met uw e-mailadres. Alleen een beheerder kan deze wijzigen.
profile-language-usual = Die van de organisatie ({ $language })
profile-language-hint = Wordt bij uw gegevens bewaard, voor al uw apparaten.
profile-theme-hint = Geldt meteen, alleen in deze browser.
theme = Thema
address = Adres

## Sessies
sessions = Waar u aangemeld bent
sessions-why = Beëindig wat u niet herkent of niet meer gebruikt, en wijzig bij twijfel uw wachtwoord.
sessions-none = Geen sessies
sessions-none-why = Niemand is met uw account aangemeld.
session-device = Apparaat
session-device-unknown = Onbekend apparaat
session-browser-on-system = { $browser } op { $system }
session-this-device = Dit apparaat
session-began = Aangemeld
session-last-used = Laatst gebruikt
session-end-short = Beëindigen
session-end = Sessie beëindigen
session-end-question = U wordt afgemeld op { $device }. Wat daar niet is opgeslagen, gaat verloren.
session-ended = De sessie is beëindigd.

## Time zone and notices
profile-time-zone = Tijdzone
profile-time-zone-usual = Zoals in deze browser
profile-time-zone-hint = Waarin tijden worden getoond. Tijden die u typt, zijn die van deze browser.
profile-notices-by-mail = Berichten ook per e-mail
profile-notices-by-mail-hint = Berichten staan altijd in de console. Wat uw account aangaat, komt altijd per e-mail.
