### Licenties, die mensen als diensten kennen.

licenses = Diensten
licenses-why = Producten met een aantal plaatsen: hoeveel er gekocht zijn, hoeveel er in gebruik zijn.
licenses-new = Dienst toevoegen
licenses-none = Nog geen diensten
licenses-none-why = Voeg toe wat uw organisatie gekocht heeft: een naam en een aantal plaatsen.
license = Dienst
license-details = Dienst
license-name = Naam
license-name-hint = Hoe het product heet. Elke dienst heeft een eigen naam.
license-quantity = Plaatsen
license-quantity-hint = Hoeveel er gekocht zijn. Nooit minder dan er in gebruik zijn.
license-description = Omschrijving
license-released = Plaats vrijgeven van wie uitgeschakeld wordt
license-released-hint = De plaats kan dan meteen aan iemand anders gegeven worden. De account weer inschakelen neemt er geen terug.
license-seats = Plaatsen
license-available = Beschikbaar
license-free =
    { $count ->
        [0] Geen plaats beschikbaar
        [one] { $count } plaats beschikbaar
       *[other] { $count } plaatsen beschikbaar
    }
license-holders = Wie een plaats heeft
license-holders-none = Hier is niemand die u mag zien
license-holders-none-why = Wijs een plaats toe aan een gebruiker, of probeer andere woorden of alle sites.
license-added = De dienst { $name } is toegevoegd.
license-delete = Dienst verwijderen
license-delete-question = De dienst { $name } verdwijnt met al zijn plaatsen. U kunt dit in het auditlog ongedaan maken.
license-deleted = De dienst { $name } is verwijderd.
reservations = Vrijgehouden voor teams
reservations-why = Plaatsen die alleen leden van een team, of van de teams eronder, kunnen krijgen. Wie verhuist, neemt zijn plaats mee.
reservations-none = Alle plaatsen zijn voor iedereen
reservations-none-why = Houd er enkele vrij voor een team, zodat anderen ze niet nemen.
reservation-used = { $used } van { $all } in gebruik
reservations-unseen = Er zijn plaatsen vrijgehouden voor teams die u niet mag zien
reservations-actions = Acties
reserve = Plaatsen vrijhouden voor een team
reserve-change = Wijzigen wat voor { $name } wordt vrijgehouden
reserve-team-hint = Alleen teams: iedereen zit in hoogstens één team.
reserve-seats-hint = Inclusief de plaatsen die de leden al hebben. 0: geen meer.
usage =
    { $kept ->
        [0] { $used } van { $all } in gebruik, { $available } beschikbaar
       *[other] { $used } van { $all } in gebruik, { $kept } voor teams vrijgehouden, { $available } beschikbaar
    }

## Rechten
built-in-services = Diensten
permission-licenses-view = diensten te zien
permission-licenses-create = diensten toe te voegen
permission-licenses-update = diensten te wijzigen
permission-licenses-delete = diensten te verwijderen
help-permission-licenses-view = Diensten zien en, op de plaatsen waarvoor de rol geldt, wie er een plaats heeft.
help-permission-licenses-create = Diensten toevoegen. Alleen voor de hele organisatie: plaatsen horen bij geen site.
help-permission-licenses-update = Diensten en hun aantal plaatsen wijzigen. Alleen voor de hele organisatie.
help-permission-licenses-delete = Diensten verwijderen waarvan niemand een plaats heeft. Alleen voor de hele organisatie.

## Problemen
error-seats = Dit is geen geheel aantal plaatsen.
error-below-reserved = In gebruik: { $assigned }; voor teams vrijgehouden: { $count }. Houd er eerst minder vrij, of neem er minstens zoveel.
error-more-than-free =
    { $max ->
        [one] Voor dit team kan er hoogstens { $max } worden vrijgehouden: wat vrij is en wat het al heeft.
       *[other] Voor dit team kunnen er hoogstens { $max } worden vrijgehouden: wat vrij is en wat het al heeft.
    }
error-not-a-team = Dit is geen team. Kies een team: iedereen zit in hoogstens één team.
error-below-assigned =
    { $assigned ->
        [one] Er is { $assigned } plaats in gebruik. Maak ze eerst vrij, of houd er minstens zoveel.
       *[other] Er zijn { $assigned } plaatsen in gebruik. Maak er eerst vrij, of houd er minstens zoveel.
    }

## Het auditlog
effect-license-created = { $actor } heeft de dienst { $subject } toegevoegd.
effect-license-updated = { $actor } heeft de dienst { $subject } gewijzigd.
effect-license-deleted = { $actor } heeft de dienst { $subject } verwijderd.
effect-seats-reserved = { $actor } heeft gewijzigd hoeveel plaatsen van { $subject } voor { $what } worden vrijgehouden.
effect-seat-released = { $subject } is uitgeschakeld door { $actor }, en een plaats van { $what } is weer beschikbaar.
kind-license-created = Dienst toegevoegd
kind-license-updated = Dienst gewijzigd
kind-license-deleted = Dienst verwijderd
kind-seats-reserved = Plaatsen vrijgehouden voor een team
kind-seat-released = Plaats weer beschikbaar
audit-field-seats = Vrijgehouden plaatsen
audit-field-license = Dienst
audit-field-released-on-disable = Plaats vrijgeven van wie uitgeschakeld wordt
