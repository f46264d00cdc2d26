### Who somebody is: fields shared by users, administrators and one's own profile.

middle-name = Tweede voornaam
user-name-hint = Hiermee meldt men zich aan, net als met het e-mailadres.
phone-work = Telefoon werk
phone-fax = Faxnummer
phone-mobile = Mobiel nummer
phone-home = Telefoon thuis
phone-sip = SIP-telefoon
agent-hint = Werkt ook als agent. Dit geeft geen rechten: wie beide is, staat bij de agenten en bij de beheerders.
address-street = Straat en nummer
address-postal-code = Postcode
address-locality = Plaats
address-region = Provincie of regio
address-country = Land

## Tijdelijke wachtwoorden
full-name = Naam
temporary-password = Tijdelijk wachtwoord
temporary-password-why = Er wordt een wachtwoord gemaakt dat u één keer te zien krijgt. Het werkt { $hours } uur en moet bij de eerste aanmelding worden gewijzigd.
temporary-password-mailed-why =
    { $hours ->
        [one] De persoon krijgt een e-mail met een tijdelijk wachtwoord, dat bij de volgende aanmelding moet worden gewijzigd. Het is { $hours } uur geldig; niemand anders ziet het.
       *[other] De persoon krijgt een e-mail met een tijdelijk wachtwoord, dat bij de volgende aanmelding moet worden gewijzigd. Het is { $hours } uur geldig; niemand anders ziet het.
    }
temporary-password-how = Hoe het de persoon bereikt
temporary-password-mail = Per e-mail naar de persoon zelf sturen
temporary-password-show = Eén keer aan mij tonen
temporary-password-type = Het tijdelijke wachtwoord zelf typen
password-confirm = Wachtwoord bevestigen
temporary-password-expiry = Wachtwoord afdwingen
temporary-password-expiry-hint = Het vervalt na { $hours } uur; zonder vinkje na { $days } dagen. Bij de eerste aanmelding moet het in elk geval worden vervangen.
temporary-password-once = Geef dit nu door, langs een veilige weg. Het wordt alleen deze keer getoond en moet bij de eerste aanmelding worden gewijzigd.
temporary-password-done = Ik heb het doorgegeven
password-reset = Wachtwoord opnieuw instellen
password-reset-why = { $name } wordt meteen overal afgemeld en meldt zich daarna aan met een tijdelijk wachtwoord.
password-reset-done = Het wachtwoord van { $name } is opnieuw ingesteld.

## Of iemand zich mag aanmelden
status = Status
status-any = Elke status
status-active = Actief
status-disabled = Uitgeschakeld
status-temporary = Met een tijdelijk wachtwoord
status-ending = Met een rol die binnenkort eindigt

## Hoe een account is
last-seen = Laatst gezien
last-seen-never = Nooit
created-at = Gemaakt
password-permanent = Door de persoon gekozen
password-temporary-until = Tijdelijk, werkt tot { $time }
mail-last = Laatste e-mail
mail-none = Geen
mail-when = { $kind }, { $time }
mail-kind-welcome = Welkom
mail-kind-temporary-password = Tijdelijk wachtwoord
mail-kind-password-changed = Wachtwoord gewijzigd
mail-kind-two-step-set-up = Tweestapsverificatie ingesteld
mail-kind-two-step-removed = Tweestapsverificatie uitgeschakeld
mail-kind-login-changed = Aanmelding gewijzigd
mail-kind-notice = Bericht
mail-kind-grant-expires = Rol die eindigt
mail-kind-recovery = Link naar een nieuw wachtwoord
mail-kind-invitation = Uitnodiging
mail-kind-invitation-to-user = Uitnodiging van iemand die al gebruiker is
mail-kind-reminder = Lijst van organisaties
mail-kind-onboarding = Eerste wachtwoord
mail-status-waiting = Onderweg
mail-status-delivered = Bezorgd
mail-status-failed = Mislukt
