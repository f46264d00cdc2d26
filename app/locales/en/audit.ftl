### The audit trail.

audit-why = What happened where you look after something, newest first. Nothing in it can be changed or left out unnoticed.
audit-none = Nothing has happened here yet
audit-none-why = What you and others do where you look after something will be listed here.
audit-none-found = Nothing found
audit-none-found-why = Try other days, another person or any kind.
audit-unseen = somebody or something you may not see
audit-nobody = Set-up

## What narrows the list
audit-actor = Who did it
audit-subject = To whom
audit-kind = What
audit-any-kind = Anything
audit-from = From
audit-until = Until
audit-refused-only = Only what was refused
audit-clear = Show everything

## An entry
verdict-accepted = Done
verdict-refused = Refused
surface-console = Console
surface-service = Service
audit-changes = What changed
audit-nothing-else = The sentence above says it all.
audit-number = Number
audit-surface = Through
audit-endpoint = Endpoint
audit-request = Request

## Undoing
audit-undo = Undo
audit-undo-question = This takes back: “{ $what }” It is judged as if you did it anew, and recorded.
audit-undone = It has been undone.

## Exporting
audit-export = Export
audit-export-why = The file is made in your browser. JSON lines hold the whole chain, also where you may not read a record, and can be verified at any time; CSV is for spreadsheets.
audit-export-csv = CSV
audit-export-json = JSON lines
audit-reading = Reading the trail:

## Verifying
audit-verify = Verify
audit-verify-why = Your browser computes the chain of all records anew. If anything was changed, left out or slipped in, it does not fit.
audit-verify-now = Verify the trail now
audit-verify-file = Or verify an exported file
audit-verify-file-why = Choose a file of JSON lines. It is read in your browser and sent nowhere.
audit-true =
    { $count ->
        [0] There are no records, and none is missing.
        [one] { $count } record has been verified: nothing was changed or left out.
       *[other] { $count } records have been verified: nothing was changed or left out.
    }
audit-head = Digest of the chain:
audit-missing = Record { $number } is missing or out of place.
audit-changed = Record { $number } is not what was recorded: it was changed.
audit-cut = Records after number { $number } are missing, or this is no export of an audit trail.

## Effects as sentences
effect-user-created = { $actor } added { $subject }.
effect-user-updated = { $actor } changed the data of { $subject }.
effect-user-disabled = { $actor } disabled { $subject }.
effect-user-enabled = { $actor } enabled { $subject }.
effect-password-set = { $actor } set a new password for { $subject }.
effect-language-chosen = { $actor } chose a language for { $subject }.
effect-preferences-chosen = { $actor } chose preferences for { $subject }.
effect-invitation-sent = { $actor } invited { $subject }.
effect-invitation-revoked = { $actor } took back the invitation of { $subject }.
effect-invitation-accepted = { $subject } accepted an invitation.
effect-grant-added = { $actor } gave { $subject } the role { $what }.
effect-grant-removed = { $actor } took the role { $what } from { $subject }.
effect-grant-suspended = { $actor } suspended the role { $what } of { $subject }.
effect-grant-resumed = { $actor } resumed the role { $what } of { $subject }.
effect-grant-rehomed = { $actor } had { $what } answer for a role of { $subject }.
effect-role-created = { $actor } made the role { $subject }.
effect-role-updated = { $actor } changed the role { $subject }.
effect-role-deleted = { $actor } deleted the role { $subject }.
effect-group-created = { $actor } added the group { $subject }.
effect-group-updated = { $actor } changed the group { $subject }.
effect-group-moved = { $actor } moved the group { $subject }.
effect-group-deleted = { $actor } deleted the group { $subject }.
effect-member-added = { $actor } added { $subject } to the group { $what }.
effect-member-removed = { $actor } took { $subject } out of the group { $what }.
effect-site-created = { $actor } added the site { $subject }.
effect-site-updated = { $actor } changed the site { $subject }.
effect-feature-created = { $actor } added the feature { $subject }.
effect-feature-updated = { $actor } changed the feature { $subject }.
effect-feature-deleted = { $actor } deleted the feature { $subject }.
effect-credential-created = { $actor } gave the service { $subject } access.
effect-credential-revoked = { $actor } revoked the access of the service { $subject }.
effect-seen-as = { $actor } looked at the console as { $subject } has it.
effect-notice-sent = { $actor } sent the notice “{ $subject }”.
effect-session-started = { $subject } signed in.
effect-session-ended = A session of { $subject } ended.
effect-sign-in-failed = Somebody tried to sign in as { $subject } and was refused.
effect-organization-created = The organization { $subject } was set up.
effect-organization-registered = The organization { $subject } was registered.
effect-organization-activated = The organization { $subject } was opened.
effect-organization-updated = { $actor } changed the organization’s settings.
effect-organization-suspended = The operator suspended the organization. All sessions ended.
effect-organization-resumed = The operator resumed the organization.
effect-account-suspended = { $actor } suspended the organization { $subject }.
effect-account-resumed = { $actor } resumed the organization { $subject }.
effect-credential-rotated = { $actor } replaced the token of the service { $subject }.
effect-webhook-created = { $actor } added the webhook { $subject }.
effect-webhook-updated = { $actor } changed the webhook { $subject }.
effect-webhook-deleted = { $actor } removed the webhook { $subject }.
effect-webhook-rotated = { $actor } replaced the secret of the webhook { $subject }.
effect-webhook-switched-off = The webhook { $subject } was switched off because it did not work.
effect-delivery-asked = { $actor } had something sent to the webhook { $subject }.
effect-note-created = { $actor } left a note.
effect-note-deleted = { $actor } deleted a note.
effect-order-created = { $actor } ordered { $subject }.
effect-order-updated = { $actor } said what has become of the order of { $subject }.
effect-refused = { $actor } was refused: { $what }.
effect-unknown = { $actor } did something that this version of the console does not know.

## Why something was refused
refused-forbidden = the right to { $permission } was missing
refused-exceeds-own-authority = it would have given more than he holds himself, the right to { $permission }
refused-not-dominated = the person concerned may do things that he may not, or for longer
refused-account-out-of-reach = he may not change the account of the person who would have become an administrator
refused-on-oneself = nobody does this to himself
refused-last-owner = no owner would have been left
refused-grantor-lacks = whoever was to answer for it holds less himself
refused-lineage-cycle = whoever was to answer for it has his authority from there
refused-not-the-author = the note is somebody else’s

## Kinds of effects
kind-user-created = User added
kind-user-updated = Data changed
kind-user-disabled = Account disabled
kind-user-enabled = Account enabled
kind-password-set = Password set
kind-language-chosen = Language chosen
kind-preferences-chosen = Preferences chosen
kind-invitation-sent = Invitation sent
kind-invitation-revoked = Invitation revoked
kind-invitation-accepted = Invitation accepted
kind-grant-added = Role given
kind-grant-removed = Role taken
kind-grant-suspended = Role suspended
kind-grant-resumed = Role resumed
kind-grant-rehomed = Somebody else answers for a role
kind-role-created = Role made
kind-role-updated = Role changed
kind-role-deleted = Role deleted
kind-group-created = Group added
kind-group-updated = Group changed
kind-group-moved = Group moved
kind-group-deleted = Group deleted
kind-member-added = Member added
kind-member-removed = Member removed
kind-site-created = Site added
kind-site-updated = Site changed
kind-feature-created = Feature added
kind-feature-updated = Feature changed
kind-feature-deleted = Feature deleted
kind-credential-created = Service access made
kind-credential-revoked = Service access revoked
kind-seen-as = Console seen as somebody else
kind-notice-sent = Notice sent
kind-session-started = Signed in
kind-session-ended = Session ended
kind-sign-in-failed = Sign-in failed
kind-organization-created = Organization set up
kind-organization-registered = Organization registered
kind-organization-activated = Organization opened
kind-organization-updated = Organization changed
kind-organization-suspended = Organization suspended
kind-organization-resumed = Organization resumed
kind-account-suspended = Account suspended
kind-account-resumed = Account resumed
kind-credential-rotated = Token replaced
kind-webhook-created = Webhook added
kind-webhook-updated = Webhook changed
kind-webhook-deleted = Webhook removed
kind-webhook-rotated = Secret replaced
kind-webhook-switched-off = Webhook switched off
kind-delivery-asked = Delivery asked for
kind-note-created = Note left
kind-note-deleted = Note deleted
kind-order-created = Order placed
kind-order-updated = Order changed

## Fields
audit-field-user-name = User name
audit-field-email = E-mail address
audit-field-given-name = First name
audit-field-middle-name = Middle name
audit-field-family-name = Last name
audit-field-work = Work phone
audit-field-fax = Fax number
audit-field-mobile = Mobile phone
audit-field-home = Home phone
audit-field-street-address = Street and number
audit-field-postal-code = Postal code
audit-field-locality = Town
audit-field-region = Province or region
audit-field-country = Country
audit-field-site = Site
audit-field-name = Name
audit-field-description = Description
audit-field-permissions = Right
audit-field-subject = To whom
audit-field-role = Role
audit-field-scope = Where
audit-field-from = From
audit-field-until = Until
audit-field-reason = Reason
audit-field-suspended = Suspended
audit-field-grantor = Answers for it
audit-field-kind = Kind
audit-field-parent = Group above
audit-field-label-en = Name in English
audit-field-label-fr = Name in French
audit-field-label-nl = Name in Dutch
audit-field-description-en = Description in English
audit-field-description-fr = Description in French
audit-field-description-nl = Description in Dutch
audit-field-icon = Icon
audit-field-link = Address
audit-field-expires-at = Works until
audit-field-temporary-until = Temporary password works until
audit-field-slug = Short name
audit-field-language = Language
audit-field-time-zone = Time zone
audit-field-notices-by-mail = Notices by e-mail, too
audit-field-group = Group
audit-field-built-in = Belongs to the product
audit-field-title = Subject
audit-field-text = Text
audit-field-by-mail = By e-mail
audit-field-recipients = Recipients
audit-field-privacy-statement = Privacy statement
audit-field-agent = Agent
audit-field-sip = SIP phone
audit-field-item = Item
audit-field-quantity = Quantity
audit-field-comment = Comment
audit-field-status = Status
audit-field-phone = Telephone
audit-field-min-length = Fewest characters of a password
audit-field-temporary-hours = Temporary passwords last (hours)
audit-field-administrators-type-passwords = Administrators may type temporary passwords
audit-field-change-forced = Their password changes force another one
audit-field-idle-minutes = Sessions end when idle (minutes)
audit-field-absolute-hours = Sessions end in any case (hours)
audit-field-account = Account number
audit-field-previous-until = Token before it works until
audit-field-url = Address
audit-field-families = Hears of
audit-field-enabled = Switched on
audit-field-delivery = Delivery
audit-field-again = Sent before
