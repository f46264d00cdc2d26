### One’s own page.

profile-why = Your own data, how the console speaks and looks, your password, and where you are signed in.
profile-data = Your data
profile-account-hint = What you sign in with, besides your e-mail address. Only an administrator can change either.
profile-language-usual = As the organization ({ $language })
profile-language-hint = Saved with your data, for all your devices.
profile-theme-hint = Applies at once, in this browser only.
theme = Theme
address = Address

## Sessions
sessions = Where you are signed in
sessions-why = End what you do not recognize or no longer use, then change your password if in doubt.
sessions-none = No sessions
sessions-none-why = Nobody is signed in with your account.
session-device = Device
session-device-unknown = Unknown device
session-browser-on-system = { $browser } on { $system }
session-this-device = This device
session-began = Signed in
session-last-used = Last used
session-end-short = End
session-end = End session
session-end-question = You are signed out on { $device }. What was not saved there is lost.
session-ended = The session has been ended.

## Time zone and notices
profile-time-zone = Time zone
profile-time-zone-usual = As in this browser
profile-time-zone-hint = In which times are shown. Times that you type are those of this browser.
profile-notices-by-mail = Notices by e-mail, too
profile-notices-by-mail-hint = Notices always stand in the console. What concerns your account always comes by e-mail.
