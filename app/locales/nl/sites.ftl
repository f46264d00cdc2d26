### De pagina’s van sites.

sites-new = Site toevoegen
sites-why = Kantoren, of groepen mensen die op afstand werken. Beheerders kunnen tot bepaalde sites beperkt worden.
sites-none = Nog geen sites
sites-none-why = Voeg uw kantoren toe, zodat gebruikers ergens thuishoren en beheerders tot een plaats beperkt kunnen worden.
site = Site
site-details = Site
site-name = Naam van de site
site-name-hint = Zoals mensen hem noemen: een stad, een gebouw, een team. Elke site heeft een eigen naam.
site-address = Adres
site-users =
    { $count ->
        [one] { $count } gebruiker
       *[other] { $count } gebruikers
    }
site-added = De site { $name } is toegevoegd.
site-unnamed = Een site waarvan u de naam niet mag zien ({ $id })
