### Functies van het eigen product van de organisatie.

features-why = Wat uw eigen product biedt. Elke functie is een recht dat rollen kunnen bevatten en dat uw product opvraagt.
features-new = Functie toevoegen
features-none = Nog geen functies
features-none-why = Voeg toe wat uw product biedt, zodat rollen het aan mensen kunnen geven.
feature = Functie
feature-label = Naam
feature-label-why = In minstens één taal. Waar er een ontbreekt, wordt een andere getoond.
feature-description = Omschrijving
feature-description-why = Voor beheerders die rollen samenstellen.
feature-where = Waar ze staat
feature-link = Adres
feature-link-hint = Begint met https://, of met / voor een pagina van deze console. Wie de functie mag gebruiken, vindt ze in de navigatie.
feature-key = Sleutel
feature-key-why = Hoe uw product naar de functie vraagt. Dit kan later niet meer worden gewijzigd.
feature-key-hint = Kleine letters, cijfers en lage streepjes, te beginnen met een letter.
error-feature-key = Gebruik 1 tot 40 kleine letters, cijfers en lage streepjes, te beginnen met een letter.
feature-permission = Als recht: { $permission }
feature-added = De functie { $name } is toegevoegd.
feature-delete = Functie verwijderen
feature-delete-question = De functie { $name } verdwijnt voorgoed. Dat kan zolang niemand ze heeft en geen rol van u ze bevat.
feature-deleted = De functie { $name } is verwijderd.
role-feature = Functie: { $name }
role-feature-help = Deze functie van het eigen product van uw organisatie gebruiken.
