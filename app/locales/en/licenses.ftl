### Licenses, which people know as services.

licenses = Services
licenses-why = Products with a number of seats: how many were bought, how many are in use.
licenses-new = Add a service
licenses-none = No services yet
licenses-none-why = Add what your organization has bought: a name and a number of seats.
license = Service
license-details = Service
license-name = Name
license-name-hint = What the product is called. Each has its own name.
license-quantity = Seats
license-quantity-hint = How many were bought. Never fewer than are in use.
license-description = Description
license-released = Free the seat of whoever is disabled
license-released-hint = The seat can then be given to somebody else at once. Enabling the account again does not take one back.
license-seats = Seats
license-available = Available
license-free =
    { $count ->
        [0] No seat available
        [one] { $count } seat available
       *[other] { $count } seats available
    }
license-holders = Who has a seat
license-holders-none = Nobody here that you may see
license-holders-none-why = Assign a seat to a user, or try other words or all sites.
license-added = The service { $name } has been added.
license-delete = Delete service
license-delete-question = The service { $name } goes with all of its seats. You can undo this in the audit trail.
license-deleted = The service { $name } has been deleted.
reservations = Kept for teams
reservations-why = Seats that only members of a team, or of those below it, can get. People who move take their seats along.
reservations-none = Every seat is for everybody
reservations-none-why = Keep some for a team, so that others do not take them.
reservation-used = { $used } of { $all } taken
reservations-unseen = Some are kept for teams that you may not see
reservations-actions = Actions
reserve = Keep seats for a team
reserve-change = Change what is kept for { $name }
reserve-team-hint = Only teams: somebody is in one at most.
reserve-seats-hint = With those that its members have. 0: none any more.
usage =
    { $kept ->
        [0] { $used } of { $all } in use, { $available } available
       *[other] { $used } of { $all } in use, { $kept } kept for teams, { $available } available
    }

## Rights
built-in-services = Services
permission-licenses-view = see services
permission-licenses-create = add services
permission-licenses-update = change services
permission-licenses-delete = delete services
help-permission-licenses-view = See services and, at the places for which the role holds, who has a seat.
help-permission-licenses-create = Add services. Only for the whole organization: seats belong to no site.
help-permission-licenses-update = Change services and their number of seats. Only for the whole organization.
help-permission-licenses-delete = Delete services of which nobody has a seat. Only for the whole organization.

## Problems
error-seats = This is not a whole number of seats.
error-below-reserved =
    { $count ->
        [one] { $assigned } in use and { $count } kept for a team. Keep fewer for teams first, or have at least as many.
       *[other] { $assigned } in use and { $count } kept for teams. Keep fewer for teams first, or have at least as many.
    }
error-more-than-free = At most { $max } can be kept for this team: those that are free and those that it has.
error-not-a-team = This is no team. Choose a team: somebody is in one at most.
error-below-assigned =
    { $assigned ->
        [one] { $assigned } seat is in use. Free it first, or keep at least as many.
       *[other] { $assigned } seats are in use. Free some first, or keep at least as many.
    }

## The audit trail
effect-license-created = { $actor } added the service { $subject }.
effect-license-updated = { $actor } changed the service { $subject }.
effect-license-deleted = { $actor } deleted the service { $subject }.
effect-seats-reserved = { $actor } changed how many seats of { $subject } are kept for { $what }.
effect-seat-released = { $subject } was disabled by { $actor }, and a seat of { $what } is available again.
kind-license-created = Service added
kind-license-updated = Service changed
kind-license-deleted = Service deleted
kind-seats-reserved = Seats kept for a team
kind-seat-released = Seat available again
audit-field-seats = Seats kept
audit-field-license = Service
audit-field-released-on-disable = Free the seat of whoever is disabled
