### Voorbeelden: wat een wijziging zou doen, voor ze wordt opgeslagen.

preview-title = Wat dit verandert
preview-nobody = Niemands rechten veranderen.
preview-unknown = Wat dit zou veranderen, is nu niet te voorzien. Het wordt beoordeeld wanneer u opslaat.
preview-gains =
    { $count ->
        [one] { $count } persoon krijgt rechten
       *[other] { $count } personen krijgen rechten
    }
preview-losses =
    { $count ->
        [one] { $count } persoon verliest rechten
       *[other] { $count } personen verliezen rechten
    }
preview-orphans =
    { $count ->
        [one] Voor { $count } rol zou niemand meer instaan
       *[other] Voor { $count } rollen zou niemand meer instaan
    }
preview-freed =
    { $count ->
        [one] { $count } plaats komt weer vrij
       *[other] { $count } plaatsen komen weer vrij
    }
preview-unseen =
    { $count ->
        [one] Het kan ook gaan over { $count } persoon die u niet mag zien.
       *[other] Het kan ook gaan over { $count } personen die u niet mag zien.
    }
preview-part = { $place }: het recht om { $permissions }
preview-part-through = { $place }, via { $group }: het recht om { $permissions }
preview-more-rights =
    { $count ->
        [one] { $rights } en nog { $count }
       *[other] { $rights } en nog { $count }
    }
preview-orphan = { $role }, { $scope }
preview-everything = alles te doen
preview-in-organization = in de hele organisatie
preview-at-site = op de site { $site }
preview-at-some-site = op een site die u niet mag zien
preview-in-group = in de groep { $group } en eronder
preview-some-group = een groep die u niet mag zien
preview-somebody = iemand die u niet mag zien
preview-group-members = de leden van { $group }

## Waarom het wordt geweigerd
preview-refused-gain = Dit zou { $who } { $place } het recht geven om { $permission }, en dat mag u daar zelf niet geven.
preview-refused-gain-through = Dit zou { $who } { $place } via de groep { $group } het recht geven om { $permission }, en dat mag u daar zelf niet geven.
preview-refused-loss = Dit zou rechten afnemen van { $who }, die dingen mag die u niet mag. Vraag het aan een eigenaar van de organisatie.
preview-refused-oneself = Dit zou uzelf het recht geven om { $permission }. Vraag het aan een andere beheerder.
