### Directories: from where users come.

directories = Directories
directories-why = From where users come: Active Directory or another LDAP directory, kept up to date by a connector inside your network.
directories-new = New directory
directories-none = No directory yet
directories-none-why = A connector in your network reads your directory and keeps name, e-mail address, status and team of your users up to date. It never deletes anybody: whoever goes is disabled.
directory-name = Name
directory-name-hint = The directory or the office, such as “Head office”.
directory-last-contact = Last contact
directory-last-run = Latest run
directory-no-run = None yet
directory-users = Active users
directory-scope = May add and change users in
directory-teams = May fill
directory-teams-all = Also teams that carry permissions, as whoever made its token may
directory-teams-plain = Teams that carry no permissions
directory-until = Token works until
directory-generate = Generate and copy
directory-token-once = Keep the token now; the connector asks for it when it is set up. It is shown only this once.
directory-revoke = Revoke
directory-connector = Connector
directory-no-connector = No connector has spoken for this directory yet. Set one up as described below.

## How people get in
directory-settings = New users
directory-settings-why = What happens when the directory adds somebody, and which teams it may fill.
directory-onboarding = How new users get in
directory-onboarding-invitation = By a mailed link, with which they choose a password
directory-onboarding-default-password = By the default password, which must be changed
directory-onboarding-later = By what an administrator hands out, or by single sign-on
directory-teams-with-permissions = Also teams that carry permissions
directory-teams-with-permissions-why = For groups of technicians. The directory may then do in its scope what whoever made its token may do there: put people into such teams, and change or disable administrators who hold less than that person. It never touches him, nor owners. Guard the token accordingly. Without this, the directory disables nobody who holds permissions.
directory-default-password = Default password
directory-default-password-why = Everybody whom the directory adds begins with it and must change it at the first sign-in. It stops working for them like any temporary password.
directory-default-password-kept = There is one. Leave this empty to keep it.
directory-default-password-not-allowed = The password policy allows no default password: administrators must be allowed to type passwords, and what they typed must be changed at the first sign-in. Until then, new users get in by what an administrator hands out. Change that first:

## Setting the connector up
directory-setup = Set up the connector
directory-setup-why = On a computer in your network that is always on, as a service that may read the users and groups of the directory.
directory-setup-more = It asks for these, for the token, for the server, and for which groups of the directory become which teams here. Before anything is changed, “plan” shows what would be.
connector-linux = Download for Linux
connector-windows = Download for Windows
connector-nowhere = This deployment does not offer the program for download. Ask whoever runs it.
connector-command = Command
connector-address = Address
connector-organization = Organization
connector-server = Server
connector-host = Computer
connector-version = Version
mappings = Mappings
mappings-none = No group is mapped
mappings-none-why = Everybody whom the connector reads is kept up to date, and nobody is put into a team.
mapping-source = Group of the directory
mapping-group = Team

## Runs
runs = Active Directory logging
runs-why = Every reading that found something to change, or that failed. Runs are kept for 90 days, the latest 200 at most; of older ones, only steps that failed.
runs-none = No runs yet
runs-none-why = When the connector finds something to change, or cannot read the directory, it stands here.
run-title = Run of { $time }
run-began = Began
run-ended = Ended
run-state = State
run-what = Users
run-read = Read from the directory
run-summary = Summary
run-decided-by = Decided by
run-state-waiting = Waits for an answer
run-state-confirmed = Confirmed
run-state-declined = Declined
run-state-superseded = Replaced
run-state-running = Under way
run-state-done = Done
run-state-failed = Failed
run-count-added = { $count } added
run-count-updated = { $count } changed
run-count-enabled = { $count } enabled
run-count-disabled = { $count } disabled
run-count-failed = { $count } failed
run-count-nothing = Nothing
run-waiting-too-many =
    { $disabled ->
        [one] This run waits: it would disable { $disabled } user, more than a tenth of the { $active } active ones.
       *[other] This run waits: it would disable { $disabled } users, more than a tenth of the { $active } active ones.
    } If you did not expect that, somebody may have changed the search base, a group or a right in the directory. The steps below say whom it is about.
run-waiting-empty =
    { $disabled ->
        [one] This run waits: the directory gave nobody, and it would disable { $disabled } user of { $active }.
       *[other] This run waits: the directory gave nobody, and it would disable { $disabled } users of { $active }.
    } Usually the search base, a group or a right in the directory has changed. The steps below say whom it is about.
run-waiting-incomplete =
    { $disabled ->
        [one] This run waits: { $disabled } user of { $active } was not read any more, and would be disabled.
       *[other] This run waits: { $disabled } users of { $active } were not read any more, and would be disabled.
    } { $hidden ->
        [one] But { $hidden } entry of the directory could not be read either, so that they may have left or merely be hidden. Everything else goes on meanwhile. Look at the steps below, and confirm if they have left. Or mend the entry, and nobody is asked:
       *[other] But { $hidden } entries of the directory could not be read either, so that they may have left or merely be hidden. Everything else goes on meanwhile. Look at the steps below, and confirm if they have left. Or mend the entries, and nobody is asked:
    }
run-hidden-more = and { $count } more
run-confirm = Confirm
run-confirm-question =
    { $disabled ->
        [one] { $disabled } of { $active } active users is disabled when the connector next comes, and signed out at once.
       *[other] { $disabled } of { $active } active users are disabled when the connector next comes, and signed out at once.
    }
run-decline = Decline
run-confirmed = The run is confirmed.
run-declined = The run is declined.
run-confirmed-why = The connector does it when it next comes, within 24 hours and as long as it plans exactly this. Until then you can still decline.
run-declined-why = Nothing of it happens. The connector asks again when it plans something else.

## Steps
steps = Steps
steps-why = What happens to whom, in the order in which the connector told it. Of very many, those that failed are kept first.
steps-only-failed = Only what failed
steps-none = No steps
steps-none-why = The connector has not said what this run is about, or another run took its place before anything happened.
steps-none-failed = Nothing failed
steps-none-failed-why = Every step that the connector told of went well, or is still to come.
step-who = Who
step-deed = What
step-outcome = Outcome
step-planned = Planned
step-done = Done
step-failed = Failed
step-outcome-planned = planned
step-outcome-done = done
deed-add = Add
deed-adopt = Link
deed-update = Change
deed-enable = Enable
deed-disable = Disable
log-download = Download log

## On the dashboard
attention-runs =
    { $count ->
        [one] { $count } directory waits for an answer
       *[other] { $count } directories wait for an answer
    }
attention-runs-why = A run would disable users of whom somebody has to say first that this is right.
