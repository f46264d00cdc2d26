### The console's own words. Words of one noun's pages stand in that noun's file.

## Everywhere
skip-to-content = Skip to content
loading = Loading…
required = Required
close = Close
cancel = Cancel
continue = Continue
copy = Copy
copied = Copied to the clipboard.
copy-failed = The browser did not allow copying. Select the text and copy it yourself.
retry = Try again
reload = Reload the page
crashed = Something went wrong in this page. What was not saved may be lost. Reload to go on.
menu = Menu
breadcrumbs = Path to this page
preferences = Language and theme
language = Language
language-unavailable = The words of that language could not be loaded. Check your connection and try again.
theme-system = Theme of the system
theme-light = Light theme
theme-dark = Dark theme

## The frame
sections = Main navigation
dashboard = Dashboard
administrators = Administrators
users = Users
sites = Sites
roles = Roles
groups = Groups
features = Features
audit = Audit trail
reports = Reports
analytics = Analytics
credentials = Service credentials
password-policy = Password policy
integrations = Integrations
organization = Organization
accounts = Accounts
security = Security
privileges = Privileges
notes = Notes
orders = Orders
agent = Agent
profile = My account
profile-menu = Your profile and preferences
own-sessions = Sign-in details
menu-company = Profile (company)
menu-administrators = Manage administrators
menu-new-user = Set up a user
menu-language = Select language
help = Documentation
privacy-statement = Privacy statement
notices = Notices
notices-new = Send a notice
notices-unread =
    { $count ->
        [0] Notices
        [one] Notices: { $count } unread
       *[other] Notices: { $count } unread
    }
sign-out = Sign out
sites-all = All sites
sites-switch = Switch site
explain = Explain
explain-link = Why?
seen-as = You see the console as { $name }.
seen-as-why = Navigation and controls follow that person’s rights, and nothing can be changed. What is read is still read with your own account, so lists may show more than that person sees.
seen-as-back = Back to your own console
features-own = Your product
settings = Settings
opens-in-new-tab = (opens in a new tab)

## Long lists
list-showing =
    { $total ->
        [0] Nothing to show
       *[other] Showing { $first } to { $last } of { $total }
    }
list-showing-some = Showing { $first } to { $last } of more than { $total }
list-pages = Pages
list-previous = Previous page
list-next = Next page
list-page-size = Rows per page
list-per-page = { $limit } per page
group-search = Search this list
group-ticked = { $ticked } of { $all } ticked
picker-found =
    { $total ->
        [0] Nothing found. Try fewer words.
       *[other] { $shown } of { $total } shown. Search for more.
    }
outlook-show-all = Show all { $count }
picker-type = Type part of the name.
picker-list = Found
picker-clear = Clear the choice
picker-take-out = Take out { $name }
yes = Yes
no = No
file-unreadable = The browser could not read this file. Choose it again.
diff-field = Field
diff-before = Before
diff-after = After
diff-kind = Difference
diff-added = Added
diff-removed = Removed
diff-changed = Changed

## Unsaved changes
unsaved-title = Leave without saving?
unsaved-question = Your changes on this page have not been saved. If you leave now, they are lost.
unsaved-leave = Leave without saving

## In the place of content
state-failed = This could not be loaded
state-request = Request { $id }
state-forbidden = No access
state-forbidden-why = You lack the right to { $permission }. These people can help: { $helpers }.
state-not-found = Nothing here
state-not-found-why = There is no such page or object, or you may not see it. It may have been removed, or the address may be mistyped.
state-home = Go to the start page
obstacle = You lack the right to { $permission } here. These people can help: { $helpers }.

## Which organization
choose-organization-title = Welcome to Bailiwick
choose-organization-why = Which organization do you want to sign in to?
choose-organization-hint = As in your sign-in address: the part after /o/.
choose-organization-set-up = Set up a new organization
choose-organization-forgotten = Find my organizations
organization-name = Name of the organization
organization-slug = Short name
organization-slug-hint = Lower-case letters, digits and dashes. It stands in every address and cannot be changed later.

## Signing in
sign-in-title = Sign in to { $organization }
sign-in-login = User name or e-mail address
sign-in = Sign in
sign-in-other-organization = Another organization
sign-in-forgotten = Forgotten your password?

## Passwords
password = Password
password-show = Show password
password-current = Current password
password-new = New password
password-change = Change password
password-changed = Your password has been changed. Other devices have been signed out.
password-rules = At least { $min } characters; a few unrelated words are easy to remember. No rules about digits or signs, but nothing common and not your own name.
change-password-title = Choose your own password
change-password-why = You signed in with a temporary password. Replace it with one that only you know; then you can go on.
longer-password-why = Your password is too short now that no second step is required of you. Replace it with a longer one; then you can go on.
strength-very-weak = Very easy to guess
strength-weak = Easy to guess
strength-fair = Could be stronger
strength-good = Good
strength-strong = Strong

## First run
setup-title = Set up an organization
setup-why = Create the organization and its owner, who may do everything in it and appoints the other administrators.
setup-token = Set-up token
setup-token-hint = Printed where Bailiwick was started or deployed. It works once.
setup-organization = Organization
setup-owner = Owner
setup-create = Create organization
setup-done = The organization has been created. You can now sign in.

## People
given-name = First name
family-name = Last name
email = E-mail address
user-name = User name

## Dashboard
dashboard-hello = Hello, { $name }
dashboard-why = What you look after, at a glance.
dashboard-no-authority = You do not administer anything yet. If you should, ask one of these people: { $helpers }.
attention = Needs attention
attention-temporary =
    { $count ->
        [one] { $count } temporary password has not been replaced
       *[other] { $count } temporary passwords have not been replaced
    }
attention-temporary-why = Whoever has one has not chosen a password yet. Remind them, or reset it.
attention-ending =
    { $count ->
        [one] { $count } administrator has a role that ends soon
       *[other] { $count } administrators have a role that ends soon
    }
attention-ending-why = Within { $days } days. Give it again to whoever still needs it.
attention-webhooks =
    { $count ->
        [one] { $count } webhook has been switched off
       *[other] { $count } webhooks have been switched off
    }
attention-webhooks-why = Its address did not take what was sent. Mend it there, then switch it on again.
quick-start = Quick start
quick-administrator = Give somebody part of the work: some sites, some functions.
quick-user = Add somebody who uses the service.
quick-site = Add an office, or a group of people who work remotely.
quick-role = Put together what a kind of administrator may do.
quick-number = Add a telephone number, and say later who has it.
quick-device = Register a telephone or headset with the address on its label.
bailiwick-title = Your bailiwick
bailiwick-why = What you may do, and where.
scope-organization = The whole organization
scope-sites =
    { $count ->
        [one] { $count } site
       *[other] { $count } sites
    }
scope-groups =
    { $count ->
        [one] { $count } group, with everything below it
       *[other] { $count } groups, with everything below them
    }
scope-groups-named =
    { $count ->
        [one] Group { $groups }, with everything below it
       *[other] Groups { $groups }, with everything below them
    }

## Built-in roles
built-in-owner = Owner
built-in-system-default = System default (view only)
built-in-users = Users
built-in-administrators = Administrators
built-in-sites = Sites
built-in-roles = Roles
built-in-groups = Groups
built-in-audit = Audit trail
built-in-reports = Reports
built-in-analytics = Analytics
built-in-notices = Notices
built-in-dashboard = Dashboard
built-in-organization = Company profile
built-in-notes = Notes
built-in-orders = Orders
built-in-integrations = Integrations
built-in-account-administrators = Account administrator

## What permissions let one do: "You lack the right to …"
permission-users-view = see users
permission-users-create = add users
permission-users-update = change users
permission-administrators-view = see administrators
permission-administrators-create = appoint administrators
permission-administrators-update = change administrators
permission-administrators-grant = give and take roles
permission-sites-view = see sites
permission-sites-create = add sites
permission-sites-update = change sites
permission-roles-view = see roles
permission-roles-create = make roles
permission-roles-update = change roles
permission-roles-delete = delete roles
permission-groups-view = see groups
permission-groups-create = add groups
permission-groups-update = change groups and their members
permission-groups-delete = delete groups
permission-features-view = see features
permission-features-update = change features
permission-audit-view = read the audit trail
permission-credentials-view = see service credentials
permission-credentials-create = make service credentials
permission-credentials-delete = revoke service credentials
permission-integrations-view = see integrations
permission-integrations-update = change integrations
permission-notices-create = send notices
permission-organization-view = see the organization’s settings
permission-organization-update = change the organization’s settings
permission-accounts-view = see the accounts of all organizations
permission-accounts-create = make organizations with their first administrator
permission-accounts-update = suspend and resume organizations
permission-reports-view = read reports
permission-analytics-view = see analytics
permission-dashboard-view = open the dashboard
permission-notes-view = read notes
permission-notes-create = leave notes
permission-notes-delete = delete one’s own notes
permission-orders-view = see orders
permission-orders-create = order something
permission-orders-update = say what has become of orders
permission-of-feature = use the feature { $key }
permission-of-feature-named = Use the feature { $name }

## Problems: what is wrong, and what to do
problem-malformed = The console sent something that the service could not read. Reload the page and try again.
problem-undeclared-field = The console sent something that the service does not expect. Reload the page to get the newest version.
problem-duplicate-field = The console sent a field twice. Reload the page and try again.
problem-missing-field = The console left out something that the service needs. Reload the page to get the newest version.
problem-wrong-type = The console sent something in an unexpected form. Reload the page to get the newest version.
problem-session-required = You are not signed in (any more). Sign in and try again.
problem-sign-in-refused = User name and password do not match, or this account cannot sign in now. Check both; if it still fails, ask an administrator for a new temporary password.
problem-setup-token-refused = This set-up token is not known, already used or expired. Take a new one from where Bailiwick runs.
problem-password-change-required = First choose a new password.
problem-code-required = First give a code of your authenticator app.
problem-two-step-required = First set up two-step verification.
problem-two-step-not-begun = This was not begun, or too long ago. Begin again.
problem-two-step-kept = Two-step verification is required of you. Replace the app instead.
problem-forbidden = You lack the right to { $permission }. Ask an owner of the organization.
problem-exceeds-own-authority = This would give somebody more than you hold yourself: the right to { $permission }. Take that out, or ask somebody who holds it.
problem-not-dominated = This person may do things that you may not, or for longer, so you cannot change, lock out or take over the account. Ask an owner of the organization.
problem-account-out-of-reach = You may make administrators only of people whose account you may change. Ask somebody who may change this person’s account, or an owner of the organization.
problem-on-oneself = You cannot do this to your own account. Ask another administrator.
problem-no-seat-left =
    { $quantity ->
        [0] { $license } has no seats. Raise the number under Services.
        [one] The only seat of { $license } is in use or kept for a team. Free it, or raise the number under Services.
       *[other] All { $quantity } seats of { $license } are in use or kept for teams. Free one, or raise the number under Services.
    }
problem-assigned-already = It is assigned to somebody else. Take it back there first, or choose another one.
problem-still-assigned =
    { $count ->
        [one] { $count } person still has this. Take it back first, under Assignments.
       *[other] { $count } people still have this. Take it back first, under Assignments.
    }
problem-last-owner = The organization must keep at least one owner who can sign in. Appoint another owner first.
problem-group-cycle = A group cannot be below itself. Choose another place.
problem-group-too-deep = Groups would be nested too deeply. Choose a place higher up.
problem-grantor-lacks = This person does not hold as much as the grant gives, and so cannot answer for it. Choose somebody else.
problem-lineage-cycle = Somebody would answer for a grant from which his own authority comes. Let somebody else give it or answer for it.
problem-origin-refused = This request did not come from this console. Open the console at its own address and try again.
problem-unknown-organization = There is no organization with this name. Check the address that you were given.
problem-organization-suspended = Your provider has suspended this organization. Nothing of it is lost. Contact your provider.
problem-unknown-route = The service does not know this request. Reload the page to get the newest version.
problem-not-found = There is no such object, or you may not see it. It may have been removed meanwhile.
problem-method-not-allowed = The service does not know this request. Reload the page to get the newest version.
problem-changed-meanwhile = Somebody else has changed this since you opened it. Reload the page to see the newest version, then make your changes again.
problem-taken = This exists already. Choose another one.
problem-built-in = This belongs to the product and cannot be changed. Make a copy instead.
problem-in-use =
    { $count ->
        [one] This is still in use by { $count } person. Take it from them first.
       *[other] This is still in use by { $count } people. Take it from them first.
    }
problem-in-a-team = This person is in a team already, and one is in at most one. Take the person out of it first.
problem-group-disabled = This group is disabled: it is given nothing until it is enabled. Enable it first.
problem-permissions-locked = The permissions of this group are locked. Ask somebody who may grant in the whole organization to unlock them.
problem-not-the-author = A note is deleted by whoever wrote it, or by an owner.
problem-feature-in-use =
    { $count ->
        [one] { $count } role contains this feature. Take it out of there first.
       *[other] { $count } roles contain this feature. Take it out of them first.
    }
problem-looking-only = You see the console as somebody else, only to look. Go back to your own to change something.
problem-link-refused = This link has been used, was revoked or has expired. Ask for a new one.
problem-webhook-off = This webhook is switched off, so nothing is sent to it. Switch it on first.
problem-too-many-links =
    { $retry_after ->
        [one] Links were asked for too often. Wait { $retry_after } minute, then try again.
       *[other] Links were asked for too often. Wait { $retry_after } minutes, then try again.
    }
problem-not-undoable = This cannot be undone, or no longer: it was changed since, or something that belongs to it is gone.
problem-idempotency-key-reused = This was already sent with other content. Reload the page and try again.
problem-too-large = This is too large: at most { $limit } KB are accepted.
problem-unsupported-media-type = The console sent something in an unexpected form. Reload the page to get the newest version.
problem-invalid = Some fields need your attention.
problem-too-many-attempts =
    { $retry_after ->
        [one] Too many failed attempts. Wait { $retry_after } minute, then try again.
       *[other] Too many failed attempts. Wait { $retry_after } minutes, then try again.
    }
problem-internal = Something went wrong on our side. Nothing was changed. Try again; if it keeps failing, tell your support.
problem-unavailable = The service cannot be reached. Check your connection and try again.

## Errors at a field
error-required = Fill this in.
error-invalid = This is not valid.
error-too-long = At most { $max } characters.
error-unprintable = Contains invisible or control characters. Type it anew instead of pasting it.
error-email = This is not an e-mail address. It should look like name@example.org.
error-user-name = Only letters, digits and . _ - + @, without spaces.
error-phone = This is not a telephone number: it has no digits.
error-slug = Use 2 to 40 lower-case letters, digits and single dashes between them.
error-taken = This is already in use. Choose another one.
error-look-alike = This can hardly be told from what somebody else signs in with. Choose another one.
error-same-person = This is whose privileges are copied. Choose somebody else.
error-nothing-to-copy = This person holds nothing in his own name that could be copied.
error-quantity = Enter a whole number from 1 to 100,000.
error-duplicate = The same is there twice. Take one out.
error-scope-required = Choose at least one site, or the whole organization.
error-unknown-site = This site no longer exists, or you may not see it. Choose another one.
error-unknown-role = This role no longer exists. Choose another one.
error-unknown-group = This group no longer exists, or you may not see it. Choose another one.
error-unknown-user = This person no longer exists, or you may not see the account. Choose somebody else.
error-unknown-feature = This feature no longer exists. Take it out.
error-in-the-past = This is in the past. Choose a time to come.
error-ends-before-it-begins = The end must be after the beginning.
error-not-a-link = Write an address that begins with https:// or a path that begins with /.
error-not-an-address = Write an address that begins with https://.
error-address-with-credentials = Leave user name and password out of the address.
error-address-not-public = This address is not on the public internet. Use a host name such as hooks.example.org, no IP address.
error-not-an-origin = “{ $origin }” is no origin. Write https:// and a host name on each line, such as https://portal.example.org, without a path.
error-address-in-name = Leave e-mail addresses out of the name: mail programs would show it as if it were the sender’s.
error-time-zone = There is no time zone with this name. Choose one from the list.
error-too-many = There are too many; the most is { $max }.
error-typing-not-allowed = Your organization does not let administrators type passwords. Have one made instead.
error-default-password-not-allowed = The password policy allows no default password. In it, let administrators type passwords and have these changed at the next sign-in, or choose another way in.
error-mails-not-available = Mails cannot be sent here. Have the password shown instead.
error-mail-to-disabled = Disabled accounts get no mails. Enable the account first, or have the password shown instead.
error-out-of-range = This is out of range.
error-password-short = At least { $min } characters. A few unrelated words make a good password.
error-password-long = At most { $max } characters.
error-password-common = This is among the passwords that attackers try first, or consists of little else. Choose another one.
error-password-personal = This is little more than “{ $word }”, which others know about you. Add something unrelated or choose another one.
error-password-repetitive = This is one pattern over and over. Choose another one.
error-password-wrong = This is not your current password.
error-password-same = This is the password you have now. Choose another one.
error-code-refused = This code is wrong, too old or was used already. If it is from the app, wait for the next one.
# The seed system’s own words (CRES-9).
error-nonexistent-user = Cannot add a non-existent user.
error-already-member = This person is a member of the group already.
error-password-mismatch = The two passwords are not the same. Type the same one twice.
error-already-user = Somebody with this address is a user already.
error-already-invited = Somebody with this address is invited already. Send the invitation again instead.
error-picture-unknown = This is not a picture in PNG, JPEG or WebP, whatever its name says. Save it in one of these formats and choose that file.
error-picture-svg = SVG pictures can contain programs and are not accepted. Export the logo as PNG or WebP and choose that file.
error-picture-incomplete = This picture is damaged: something is missing, or something else is attached to it. Save it anew and choose that file.
error-picture-moving = This picture moves. Save a single still picture and choose that file.
error-picture-heavy = This file has { $size } KB; at most { $max } KB are possible. Save it smaller or with fewer colors.
error-picture-dimensions = This picture is { $width } by { $height } pixels. Scale it so that both are between { $min } and { $max }.
error-file-unreadable = The browser could not read this file. Choose it again.
error-color = This is not a color. Write a # and six digits from 0 to f, such as #7a1f5c.
error-color-too-light = This color reaches a contrast of { $ratio }:1 in the light theme; to be read it needs { $least }:1. Choose a darker one, such as { $instead }.
error-color-too-dark = This color reaches a contrast of { $ratio }:1 in the dark theme; to be read it needs { $least }:1. Choose a lighter one, such as { $instead }.
error-own-word-halved = Give this one, too, or leave both empty: the console needs the word for one and for several.
