### De pagina's van groepen.

group = Groep
groups-why = Teams en toegangsgroepen, onder elkaar. Wat een groep krijgt, hebben haar leden, en ook de leden van alle groepen eronder.
groups-new = Groep maken
groups-new-below = Groep eronder toevoegen
groups-search = Groepen zoeken
groups-note =
    { $members ->
        [0] { $kind }, nog niemand
        [one] { $kind }, { $members } persoon
       *[other] { $kind }, { $members } personen
    }
groups-none = Nog geen groepen
groups-none-why = Maak de eerste: een team voor wie samenwerkt, of een toegangsgroep voor wie hetzelfde mag.
groups-none-found = Geen groep gevonden
groups-none-found-why = Probeer minder woorden, of een ander deel van de naam.
groups-top = Helemaal bovenaan
groups-top-why = Onder geen andere groep

## Eén groep
group-name = Naam
group-name-hint = Uniek onder de groepen ernaast.
group-description = Beschrijving
group-description-hint = Waarvoor ze dient, in enkele woorden.
group-kind = Soort
group-kind-team = Team
group-kind-access = Toegangsgroep
group-kind-hint = Iemand zit in hoogstens één team, en in zoveel toegangsgroepen als nodig.
group-parent = Onder welke groep
group-added = De groep { $name } is gemaakt.
group-details = Naam en beschrijving
group-move = Verplaatsen
group-move-title = { $name } verplaatsen
group-move-to = Waarheen
group-move-why = Ze verhuist met haar leden en met alles eronder.
group-moved = De groep { $name } is verplaatst.
group-delete = Groep verwijderen
group-delete-question = De groep { $name } verdwijnt voorgoed. Niemand is er lid van en ze geeft geen rechten.
group-deleted = De groep { $name } is verwijderd.
group-in-use = Haal er eerst de leden, de groepen eronder en wat ze gekregen heeft uit.

## Haar leden
group-members = Leden
group-members-none = Niemand die u mag zien
group-members-none-why = Wie lid wordt, heeft meteen wat de groep krijgt.
group-member-add = Lid toevoegen
group-member-who = Wie
group-member-added = { $name } is nu lid van de groep.
group-member-remove = Verwijderen
group-member-remove-title = Lid verwijderen
group-member-remove-question = { $name } verlaat de groep { $group }.
group-member-removed = { $name } heeft de groep { $group } verlaten.

## Wat ze geeft
group-grants-none = Aan deze groep is niets gegeven
group-grants-none-why = Wat u haar geeft, hebben al haar leden, en ook de leden van alle groepen eronder.
group-grants-inherited = Van de groepen erboven
groups-picked = Gekozen groepen
groups-picker-full = Meer dan { $max } groepen tegelijk kan niet. Geef de rol opnieuw voor andere.

## The group that every organization has, the table of groups, and members by address
group-account-administrators = Accountbeheerders
group-built-in = Deze groep hoort bij het product: haar naam, haar plaats en wat ze krijgt blijven zoals ze zijn.
groups-views = Hoe groepen worden getoond
groups-as-tree = Als boom
groups-as-table = Als tabel
groups-actions = Handelingen
groups-new-name = Groepsnaam
groups-add = Groep toevoegen
# The seed system's own words (CRES-5).
groups-shown = { $count } groep(en) weergegeven.
group-show-members = Leden van { $name } beheren
group-show-grants = Wat { $name } krijgt
group-show-details = Naam en beschrijving van { $name }
group-member-address = Gebruikersnaam
group-member-add-to-group = Toevoegen aan groep
group-member-added-disabled = { $name } is nu lid van de groep, maar is uitgeschakeld en kan niets doen tot het account weer is ingeschakeld.
group-member-unknown-why = Niemand hier heeft het adres { $email }. Nodig deze persoon uit of maak de gebruiker zelf aan: die wordt daarna vanzelf lid van de groep.
group-member-create = Gebruiker aanmaken

## De organisatiestructuur, en de mensen erin
tree-of-organization = Organisatiestructuur
tree-search-people = Groepen en personen zoeken
tree-nothing-chosen = Er is niets gekozen
tree-nothing-chosen-why = Kies een groep of een persoon in de structuur. Met de rechtermuisknop, lang drukken of Shift en F10 ziet u wat u kunt doen.
tree-carry-hint = Breng deze persoon naar een andere groep. Groepen met een vinkje kunnen gekozen worden.
tree-carry-takes = Laat los om naar { $name } te verplaatsen.
menu-of-row = Wat u kunt doen
group-page = Pagina van de groep
group-in-tree = In de structuur tonen
group-assign-administrator = Beheerder toewijzen
group-assign-title = Beheerder toewijzen aan { $name }
group-assign-who = Beheerder
group-assign-hint = Het geldt voor deze groep, alle groepen eronder en iedereen die erin zit.
group-assign = Toewijzen
group-administrator-assigned = De beheerder is aan de groep toegewezen.
# The seed system’s own words (RSC-3 to RSC-7).
technician-tab = Organisatie
technician-configuration = Configuratie
technician-page = Pagina van de gebruiker
technician-create = Technicus maken
technician-create-in = Technicus maken in { $name }
technician-created = { $name } is toegevoegd aan de groep.
technician-nick-name-hint = Wat klanten te zien krijgen.
technician-email-hint = Dient ook om zich aan te melden.
technician-description-hint = Voor uzelf.
technician-enabled = Ingeschakeld
technician-save = Wijzigingen opslaan
technician-inherited = Overgenomen rechten
technician-inherited-none = Er wordt niets overgenomen
technician-inherited-none-why = Wat een groep krijgt, hebben haar leden, en ook de leden van alle groepen eronder.
technician-move = Naar technicusgroep verplaatsen
technician-move-title = { $name } naar een technicusgroep verplaatsen
technician-move-to = Technicusgroep
technician-move-from = Uit de groep
technician-move-from-none = Geen: alleen lid worden van de andere groep
technician-move-why = Wat de groepen geven, verandert mee.
technician-moved = { $name } zit nu in { $group }.
group-lock = Rechten vergrendelen
group-lock-why = Beheerders die tot deze groep beperkt zijn, kunnen dan niet meer wijzigen wat ze krijgt of overneemt. Mensen kunnen nog wel worden toegevoegd en verplaatst.
group-lock-reason = Reden
group-lock-title = Rechten
group-locked = De rechten zijn vergrendeld.
group-locked-because = De rechten zijn vergrendeld: { $reason }
group-not-locked = Beheerders van deze groep mogen wijzigen wat ze krijgt.
group-lock-done = De rechten van { $name } zijn vergrendeld.
group-unlock = Rechten ontgrendelen
group-unlock-why = Beheerders van { $name } mogen dan opnieuw wijzigen wat ze krijgt.
group-unlock-done = De rechten van { $name } zijn ontgrendeld.
group-status = Status
group-is-active = De groep is actief: haar leden hebben wat ze krijgt.
group-is-disabled = Wat deze groep krijgt, telt niet.
group-disable = Groep uitschakelen
group-disable-why = Wat { $name } krijgt, telt dan voor niemand meer: niet voor de leden en niet voor de leden van de groepen eronder. Ze blijven lid en houden wat van de groepen erboven komt.
group-disable-done = { $name } is uitgeschakeld.
group-enable = Groep inschakelen
group-enable-why = Wat { $name } krijgt, telt dan weer, voor iedereen die er nu in zit.
group-enable-done = { $name } is weer actief.
