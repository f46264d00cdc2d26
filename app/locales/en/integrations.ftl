### Integrations: webhooks and other connections to products elsewhere.

integrations-why = How other products are connected to this organization.

## Webhooks
webhooks = Webhooks
webhooks-why = Addresses elsewhere that are told, signed, what happens here: what the audit trail says, as far as whoever answers for the webhook may read it.
webhooks-new = Add a webhook
webhooks-none = Nobody is told yet
webhooks-none-why = Add an address of your own product, and it hears at once when something changes.
webhook = Webhook
webhook-name = What it is for
webhook-name-hint = The product or the machine, such as “Directory”.
webhook-url = Address
webhook-url-hint = Where deliveries are posted. It begins with https:// and has a host name.
webhook-families = Hears of
webhook-families-why = You answer for it from now on: it hears only what you may read in the audit trail.
webhook-enabled = Switched on
webhook-enabled-why = When it is off, nothing is sent, and what happens meanwhile is not sent later.
webhook-held-by = Answers for it
webhook-made = Made
webhook-state = State
webhook-state-on = On
webhook-state-off = Off
webhook-state-failing = Failing
webhook-state-dormant = Dormant
webhook-state-switched-off = Switched off
webhook-off-failing = It failed for more than a day and was switched off. Mend it at the address, then switch it on and save.
webhook-off-gone = The address answered that it is gone, so the webhook was switched off. Enter another address or remove the webhook.
webhook-failing =
    { $count ->
        [one] The last attempt failed. It is tried again later and later, for three days.
       *[other] The last { $count } attempts failed. Each delivery is tried again later and later, for three days.
    }
webhook-dormant = Whoever answers for it may not look after integrations any more. Save it, and you answer for it.
webhook-family-users = People and invitations
webhook-family-sessions = Signing in and out
webhook-family-grants = What is given to whom
webhook-family-roles = Roles
webhook-family-groups = Groups
webhook-family-sites = Sites
webhook-family-inventory = Inventory and assignments
webhook-family-features = Features
webhook-family-notices = Notices and notes
webhook-family-orders = Orders
webhook-family-organization = The organization
webhook-family-integrations = Integrations
webhook-delete = Remove
webhook-delete-question = { $name } hears nothing any more, and its log is deleted. This cannot be undone.
webhook-deleted = The webhook { $name } has been removed.
webhook-rotate = Replace the secret
webhook-rotate-why = { $name } gets a new secret, and you answer for it from now on. Until the present one ends, deliveries carry both signatures, so that the receiver can change over.
webhook-overlap = The present secret signs for
webhook-previous = The secret before it signs, too, until { $until }.
webhook-secret = Secret
webhook-secret-once = Copy the secret now and keep it where the receiver checks signatures. It is shown only this once.
webhook-settings = Settings
webhook-test = Send a test
webhook-test-sent = A test is on its way.

## The log of deliveries
deliveries = Deliveries
deliveries-why = The latest hundred. They are kept for 30 days.
deliveries-none = Nothing has been sent yet
deliveries-none-why = Send a test, or wait until something happens of which it hears.
delivery-what = What
delivery-test = Test
delivery-withheld = A record that you may not read
delivery-record = Record { $seq }
delivery-status = Status
delivery-status-waiting = Waiting
delivery-status-delivered = Delivered
delivery-status-failed = Failed
delivery-attempts =
    { $count ->
        [0] Not tried yet
        [one] { $count } attempt
       *[other] { $count } attempts
    }
delivery-answer = Answer
delivery-no-answer = None
delivery-when = Last attempt
delivery-next = Next attempt { $time }
delivery-actions = Actions
delivery-resend = Send again
delivery-resent = It is on its way again.
deliveries-refresh = Refresh

## From where pages may ask
integrations-origins = Origins that may ask
integrations-origins-why = Only pages of these origins may ask from the browser, with a service token, who may do what. They may do nothing else, and no page may show the console in a frame.
integrations-origins-label = Origins
integrations-origins-hint = One on each line, exactly as in the address bar, such as https://portal.example.org.

## As what mails come
mail-sender = Mail sender
mail-sender-why = As what the mails of this organization come: invitations, links and notices. The address itself is the service’s.
mail-sender-name = Display name
mail-sender-name-hint = The organization’s name if empty.
mail-sender-reply-to = Reply-to address
mail-sender-reply-to-hint = Where answers to these mails go. Empty for nowhere in particular.
