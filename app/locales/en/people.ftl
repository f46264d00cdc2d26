### Who somebody is: fields shared by users, administrators and one's own profile.

middle-name = Middle name
user-name-hint = What one signs in with, besides the e-mail address.
phone-work = Work phone
phone-fax = Fax number
phone-mobile = Mobile phone
phone-home = Home phone
phone-sip = SIP phone
agent-hint = Also works as an agent. This gives no rights: whoever is both stands among the agents and among the administrators.
address-street = Street and number
address-postal-code = Postal code
address-locality = Town
address-region = Province or region
address-country = Country

## Temporary passwords
full-name = Name
temporary-password = Temporary password
temporary-password-why =
    { $hours ->
        [one] A password is made and shown to you once. It works for { $hours } hour and must be replaced at the first sign-in.
       *[other] A password is made and shown to you once. It works for { $hours } hours and must be replaced at the first sign-in.
    }
temporary-password-mailed-why =
    { $hours ->
        [one] An e-mail with a temporary password will be sent to the person, who must change it at the next sign-in. It is valid for { $hours } hour; nobody else sees it.
       *[other] An e-mail with a temporary password will be sent to the person, who must change it at the next sign-in. It is valid for { $hours } hours; nobody else sees it.
    }
temporary-password-how = How it reaches the person
temporary-password-mail = Send it to the person by e-mail
temporary-password-show = Show it to me once
temporary-password-type = Type the temporary password myself
password-confirm = Confirm password
temporary-password-expiry = Enforce password expiry
temporary-password-expiry-hint = It works for { $hours } hours; without a tick for { $days } days. It must be replaced at the first sign-in in any case.
temporary-password-once = Hand this on now, by a safe way. It is shown only this once and must be replaced at the first sign-in.
temporary-password-done = I have handed it on
password-reset = Reset password
password-reset-why = { $name } is signed out everywhere at once, and signs in with a temporary password next.
password-reset-done = The password of { $name } has been reset.

## Whether somebody may sign in
status = Status
status-any = Any status
status-active = Active
status-disabled = Disabled
status-temporary = With a temporary password
status-ending = With a role that ends soon

## What an account is like
last-seen = Last seen
last-seen-never = Never
created-at = Created
password-permanent = Chosen by the person
password-temporary-until = Temporary, works until { $time }
mail-last = Last e-mail
mail-none = None
mail-when = { $kind }, { $time }
mail-kind-welcome = Welcome
mail-kind-temporary-password = Temporary password
mail-kind-password-changed = Password changed
mail-kind-two-step-set-up = Two-step verification set up
mail-kind-two-step-removed = Two-step verification removed
mail-kind-login-changed = Sign-in changed
mail-kind-notice = Notice
mail-kind-grant-expires = Role that ends
mail-kind-recovery = Link to a new password
mail-kind-invitation = Invitation
mail-kind-invitation-to-user = Invitation of somebody who is a user
mail-kind-reminder = List of organizations
mail-kind-onboarding = First password
mail-status-waiting = On its way
mail-status-delivered = Delivered
mail-status-failed = Failed
