### What the organization decides about itself.

organization-why = What holds for everybody in the organization.
organization-details = Name and language
organization-slug-fixed = It stands in every address and cannot be changed.
organization-language-hint = For the sign-in page, and for people who have chosen no language of their own.
privacy-statement-hint = An address that begins with https://. It stands in everybody’s menu. Empty: no entry.
organization-passwords = Passwords
organization-passwords-why = Rules for passwords that are chosen or made from now on. Those that people have keep working.
organization-min-length = Fewest characters
organization-min-length-hint = From { $min } to { $max }. Long passwords are safer than complicated ones.
organization-temporary-hours = Temporary passwords last (hours)
organization-types-passwords = Administrators may type temporary passwords
organization-types-passwords-why = Otherwise they are made at random, which is safer: nobody types the same one twice.
account-number-fixed = The provider’s number for you. It cannot be changed.
time-zone = Time zone
time-zone-hint = In which mails say until when something is valid.
account-contact = Contact
account-contact-why = Whom to reach about the account.
account-contact-name = Name of a person or department
account-contact-phone = Telephone
organization-range-hint = From { $min } to { $max }.
organization-change-forced = Admin password changes force user to change password at next logon
organization-change-forced-why = Otherwise the temporary password may be used until it expires. Whoever made it knows it as long.
organization-sessions = Sessions
organization-sessions-why = How long people stay signed in. A shorter time holds for those who are signed in now, too.
organization-idle-minutes = Ends when it is not used for (minutes)
organization-absolute-hours = Ends in any case after (hours)
