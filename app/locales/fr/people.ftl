### Who somebody is: fields shared by users, administrators and one's own profile.

middle-name = Second prénom
user-name-hint = Sert à se connecter, tout comme l'adresse e-mail.
phone-work = Téléphone professionnel
phone-fax = Numéro de fax
phone-mobile = Numéro de téléphone portable
phone-home = Numéro de téléphone fixe
address-street = Rue et numéro
address-postal-code = Code postal
address-locality = Localité
address-region = Province ou région
address-country = Pays
