### Finding one's organizations by mail.

reminder-title = Find my organizations
reminder-why = Type the e-mail address of your account. We send you the organizations in which it has one, with links to sign in.
reminder-ask = Send me my organizations
reminder-asked = If this address has an account, a mail is on its way to it. Look into the spam folder, too.
reminder-back = I know the short name
