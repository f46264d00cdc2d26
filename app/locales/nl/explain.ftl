### Waarom iemand iets wel of niet mag.

explain-why = Waarom iemand ergens iets mag, of wat er ontbreekt en wie kan helpen.
explain-who = Wie
explain-what = Wat
explain-where = Waar
explain-group = In een groep
explain-ask = Over wie gaat het?
explain-ask-why = Kies hierboven iemand, en dan wat en waar. Het adres van de pagina bewaart de vraag, zodat u ze kunt delen.
explain-allowed = { $name } heeft daar het recht om { $permission }.
explain-refused = { $name } mist daar het recht om { $permission }.
explain-because-no-grant = Geen enkele rol die nu geldt, geeft het.
explain-because-feature-off = De organisatie biedt deze functie nu niet aan. Zet hem aan bij Functies.
explain-because-disabled = Het account is uitgeschakeld: niets telt tot het weer is ingeschakeld.
explain-because-unknown = Die persoon of plaats bestaat niet, of u mag die niet zien.
explain-chain = Hoe dat komt
explain-own = { $name } heeft een rol gekregen.
explain-through = { $name } zit in de groep { $group }, of in een groep eronder, en erft de rol ervan.
explain-through-unseen = { $name } zit in een groep die u niet mag zien, of in een groep eronder, en erft de rol ervan.
explain-role = De rol { $role } bevat het recht.
explain-scope = Ze geldt hier: { $scope }.
explain-given = Gegeven op { $date } door
explain-given-unseen = iemand die u niet mag zien, of bij de installatie
explain-until = Ze eindigt op { $time }.
explain-reason = Reden: { $reason }
explain-almost = Wat bijna volstaat
explain-almost-not-yet = De rol { $role } begint later.
explain-almost-over = De rol { $role } is afgelopen.
explain-almost-suspended = De rol { $role } is opgeschort.
explain-almost-elsewhere = De rol { $role } geldt elders.
explain-helpers = Wie kan helpen
explain-helpers-why = Deze mensen hebben het recht daar en mogen het geven, de naaste eerst.

## Bekijken als
see-as = Bekijken als
