### Telefoonnummers en apparaten.

inventory = Inventaris
numbers = Nummers
numbers-why = De telefoonnummers van uw sites, en wie ze heeft.
numbers-search = Nummers zoeken
numbers-new = Nummer toevoegen
numbers-none = Nog geen nummers
numbers-none-why = Voeg het eerste toe: zoals u het schrijft, met zijn site.
numbers-none-found = Geen nummer gevonden
number = Nummer
number-details = Nummer
number-hint = In elke vorm. Met de landcode, zoals +32 9 123 45 67, wordt het herkend hoe het ook geschreven is.
number-label = Label
number-label-hint = Waarvoor het dient: onthaal, fax, een zaal.
number-site-hint = Beheerders van die site zorgen voor dit nummer.
number-added = Het nummer { $name } is toegevoegd.
number-delete = Nummer verwijderen
number-delete-question = Het nummer { $name } verdwijnt. U kunt dit in het auditlog ongedaan maken.
number-deleted = Het nummer { $name } is verwijderd.

devices = Apparaten
devices-why = Telefoons en wat erbij hoort, en wie ze heeft.
devices-search = Apparaten zoeken
devices-new = Apparaat toevoegen
devices-none = Nog geen apparaten
devices-none-why = Voeg het eerste toe: met zijn model en het adres of serienummer op het etiket.
devices-none-found = Geen apparaat gevonden
device = Apparaat
device-details = Apparaat
device-model = Model
device-model-hint = Merk en model, zoals Polycom VVX 450.
device-identifier = MAC-adres of serienummer
device-identifier-hint = Zoals het op het etiket staat. Elk apparaat heeft het zijne.
device-kind = Soort
device-kind-any = Elke soort
device-kind-phone = Telefoon
device-kind-headset = Headset
device-kind-conference = Conferentietelefoon
device-kind-gateway = Gateway
device-kind-other = Andere
device-site-hint = Beheerders van die site zorgen voor dit apparaat.
device-added = Het apparaat { $name } is toegevoegd.
device-delete = Apparaat verwijderen
device-delete-question = Het apparaat { $name } verdwijnt. U kunt dit in het auditlog ongedaan maken.
device-deleted = Het apparaat { $name } is verwijderd.

inventory-none-found-why = Probeer minder woorden, een andere filter of alle sites.
asset-in-use = Het is nog toegewezen. Neem het eerst terug, onder Toewijzingen.
assigned-filter = In gebruik
assigned-any = Alle
assigned-yes = Toegewezen
assigned-no = Beschikbaar
assigned-holder = Toegewezen aan
assigned-unseen = Iemand die u niet mag zien
assigned-to = Toegewezen aan { $name }.
assigned-unseen-long = Toegewezen aan iemand die u niet mag zien.
assigned-nobody = Beschikbaar: aan niemand toegewezen.

## Rechten
built-in-inventory = Inventaris
permission-inventory-view = nummers en apparaten te zien
permission-inventory-create = nummers en apparaten toe te voegen
permission-inventory-update = nummers en apparaten te wijzigen
permission-inventory-delete = nummers en apparaten te verwijderen
help-permission-inventory-view = De nummers en apparaten zien van de sites waarvoor de rol geldt.
help-permission-inventory-create = Nummers en apparaten toevoegen op deze sites.
help-permission-inventory-update = Nummers en apparaten wijzigen, en ze tussen deze sites verplaatsen.
help-permission-inventory-delete = Nummers en apparaten verwijderen die niemand heeft.

## Problemen
error-number = Dit is geen telefoonnummer: gebruik 2 tot 15 cijfers, met spaties, punten, streepjes, haakjes of een + zoals u wilt.
error-number-taken = Dit nummer bestaat al, misschien anders geschreven. Zoek het in de lijst.
error-identifier = Hier staan geen letters en geen cijfers. Neem over wat op het etiket van het apparaat staat.
error-identifier-taken = Er is al een apparaat met dit adres of serienummer. Zoek het in de lijst.

## Het auditlog
effect-number-created = { $actor } heeft het nummer { $subject } toegevoegd.
effect-number-updated = { $actor } heeft het nummer { $subject } gewijzigd.
effect-number-deleted = { $actor } heeft het nummer { $subject } verwijderd.
effect-device-created = { $actor } heeft het apparaat { $subject } toegevoegd.
effect-device-updated = { $actor } heeft het apparaat { $subject } gewijzigd.
effect-device-deleted = { $actor } heeft het apparaat { $subject } verwijderd.
kind-number-created = Nummer toegevoegd
kind-number-updated = Nummer gewijzigd
kind-number-deleted = Nummer verwijderd
kind-device-created = Apparaat toegevoegd
kind-device-updated = Apparaat gewijzigd
kind-device-deleted = Apparaat verwijderd
audit-field-number = Nummer
audit-field-label = Label
audit-field-device = Apparaat
audit-field-model = Model
audit-field-identifier = MAC-adres of serienummer
