### Two-step verification: one's own, at sign-in, of others, and of whom it is required.

two-step = Two-step verification
two-step-why = After your password, signing in asks for a code from an app on your phone. Whoever learns your password does not get in with it alone.
two-step-more = How two-step verification works

## One's own
two-step-off = It is off: your password alone signs you in.
two-step-set-up = Set up
two-step-set-up-title = Set up two-step verification
two-step-since = On since
two-step-codes-left = Recovery codes left
two-step-codes-few =
    { $count ->
        [0] You have no recovery codes left. Without one, only an administrator can help when your phone is lost: make new ones.
        [one] You have { $count } recovery code left. Make new ones before you need them.
       *[other] You have { $count } recovery codes left. Make new ones before you need them.
    }
two-step-codes-renew = New recovery codes
two-step-renew-why = You get ten new recovery codes. Those that you have stop working.
two-step-replace = Replace the app
two-step-replace-why = For a new phone or another app: first a code from the app that you have now, or a recovery code. Until the new app is confirmed, the old one keeps working. You then get new recovery codes, too.
two-step-remove = Turn off
two-step-remove-title = Turn off two-step verification
two-step-remove-why = Your password alone will sign you in. The codes of your app and your recovery codes stop working.
two-step-removed = Two-step verification is off.
two-step-is-required = Your organization requires two-step verification of you, so that it stays on. For a new phone, replace the app.

## Codes
two-step-code = Code from your app
two-step-code-hint = The six digits that your authenticator app shows now. Each code works once.
two-step-recovery-code = Recovery code
two-step-recovery-code-hint = One of the codes that you kept when two-step verification was set up. Each works once.
two-step-use-recovery-code = Use a recovery code instead
two-step-use-app = Use the app instead

## Setting up
two-step-password-why = You signed in some time ago. Your password again shows that it is still you.
two-step-scan = Scan this with an authenticator app: one on your phone, or your password manager.
two-step-qr = QR code with the key that stands below it
two-step-type = If you cannot scan it, type this key into the app.
two-step-secret = Key for the app
two-step-open-app = Open the app on this device
two-step-first-code-hint = The six digits that the app then shows.
two-step-confirm = Turn on
two-step-on = Two-step verification is on.
two-step-begin-again = Begin again
two-step-secret-unseen = The answer with the key got lost on its way. Continue with another code.

## Recovery codes
two-step-codes = Recovery codes
two-step-codes-once = Keep these recovery codes where you find them without your phone. Each signs you in once in place of the app. They are shown only now.
two-step-codes-download = Download
two-step-codes-kept = I have kept them
two-step-codes-unseen = It is done, but the answer with your recovery codes got lost on its way. Make new ones under My account.

## After the password
admission-code-title = Enter your code
admission-set-up-title = Set up two-step verification
admission-set-up-why = Your organization requires a second step besides your password. Set it up now; then you can go on.

## Of whom it is required
two-step-policy-why = Of whom a code from an authenticator app is required after the password. Everybody else may set it up under My account.
two-step-whom = Required of
two-step-whom-nobody = Nobody
two-step-whom-everybody = Everybody
two-step-whom-some = Certain roles and groups
two-step-roles = Roles
two-step-roles-hint = Whoever holds one of these roles, somewhere, in his own name or through a group.
two-step-groups = Groups
two-step-groups-hint = Members of these groups and of all groups below them.
two-step-policy-keeps = Whoever has not set it up yet does so at the next click, before anything else. Whoever has, keeps it, whatever is changed here.
two-step-policy-save = Save two-step verification
two-step-policy-self = This concerns you, too
two-step-policy-self-why = You have not set up two-step verification yet. As soon as this is saved, you do that before anything else: have your phone at hand.

## Somebody else's
two-step-on-since = On since { $date }
two-step-not-set-up = Not set up
two-step-reset = Reset two-step verification
two-step-reset-why = For a lost phone. { $name } is signed out everywhere and signs in with the password alone next; where two-step verification is required, setting it up anew follows. Make sure first who is asking for this.
two-step-reset-done = Two-step verification has been reset.
