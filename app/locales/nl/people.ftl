### Who somebody is: fields shared by users, administrators and one's own profile.

middle-name = Tweede voornaam
user-name-hint = Hiermee meldt men zich aan, net als met het e-mailadres.
phone-work = Telefoon werk
phone-fax = Faxnummer
phone-mobile = Mobiel nummer
phone-home = Telefoon thuis
address-street = Straat en nummer
address-postal-code = Postcode
address-locality = Plaats
address-region = Provincie of regio
address-country = Land
