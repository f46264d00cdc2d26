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
organization-temporary-hours-hint = From { $min } to { $max }.
organization-types-passwords = Administrators may type temporary passwords
organization-types-passwords-why = Otherwise they are made at random, which is safer: nobody types the same one twice. Either kind must be replaced at the first sign-in.
