### Who somebody is: fields shared by users, administrators and one's own profile.

middle-name = Middle name
user-name-hint = What one signs in with, besides the e-mail address.
phone-work = Work phone
phone-fax = Fax number
phone-mobile = Mobile phone
phone-home = Home phone
address-street = Street and number
address-postal-code = Postal code
address-locality = Town
address-region = Province or region
address-country = Country
