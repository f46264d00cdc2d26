### Wie welk nummer, welk apparaat en welke plaats heeft.

assignments = Toewijzingen
assignments-why = Wie welk nummer, welk apparaat en welke dienst heeft, van elke kant gezien.
assignments-views = Lijsten van toewijzingen
assignments-by-numbers = Per nummer
assignments-by-devices = Per apparaat
assignments-by-licenses = Per dienst
assignments-by-users = Per gebruiker
assignments-none = Nog niets toe te wijzen
assignments-none-why = Wat aan de inventaris van uw sites wordt toegevoegd, verschijnt hier.
assignments-none-found = Niets gevonden
assignments-no-license = Zodra uw organisatie diensten heeft, kunt u hier hun plaatsen toewijzen.
assignments-no-users = Gebruikers op de sites die u beheert, verschijnen hier.
assigned-what = Toegewezen
assigned-nothing = Niets toegewezen
assigned-nothing-why = Nummers, apparaten en diensten van deze gebruiker verschijnen hier.
asset-kind = Soort
asset-number = Nummer
asset-device = Apparaat
asset-license = Dienst
assign = Toewijzen
assign-title = { $name } toewijzen
assign-to-title = Toewijzen aan { $user }
assign-whom = Aan wie
assign-what = Wat
assigned-done = { $name } is nu aan { $user } toegewezen.
unassign = Terugnemen
unassign-title = Terugnemen
unassign-question = { $name } wordt van { $user } teruggenomen en is meteen weer beschikbaar.
unassigned-done = { $name } is van { $user } teruggenomen.

## Rechten
built-in-assignments = Toewijzingen aan gebruikers
permission-assignments-view = toewijzingen te zien
permission-assignments-update = nummers, apparaten en diensten toe te wijzen
help-permission-assignments-view = Zien welke nummers, apparaten en diensten gebruikers hebben, op de plaatsen waarvoor de rol geldt.
help-permission-assignments-update = Nummers, apparaten en diensten toewijzen en terugnemen, waar zowel de gebruiker als het nummer of apparaat is.

## Problemen
error-user-disabled = Deze persoon is uitgeschakeld en krijgt niets nieuws. Schakel de account eerst in, of kies iemand anders.

## Het auditlog
effect-assigned = { $actor } heeft { $what } aan { $subject } toegewezen.
effect-unassigned = { $actor } heeft { $what } van { $subject } teruggenomen.
kind-assigned = Toegewezen
kind-unassigned = Teruggenomen
