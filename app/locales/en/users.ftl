### The pages of users.

users-new = Add a user
users-new-why = Somebody who uses the service. What the person may administer is decided elsewhere.
users-why = Everybody who uses the service, at the sites that you look after.
users-search = Search users
users-none = No users yet
users-none-why = Add the first: with a name, an e-mail address and, if you like, a site.
users-none-found = No user found
users-none-found-why = Try fewer words, another status, or all sites.
user = User
user-account = Account
user-contact = Contact
user-name-follows = What one signs in with, besides the e-mail address. Unique in the organization.
user-site-none = No site
user-site = Work location
users-views = Who is shown
users-all = Everybody
users-agents = Agents
agent-locked = You may not change this person’s record.
user-site-hint = Administrators of that site look after this person.
# The seed system’s own words (CRES-15).
user-added = User <{ $email }> added.
user-saved = The changes to { $name } have been saved.

## The account
user-access = Access
user-is-administrator = This person is an administrator: user name, e-mail address, site, password and access are changed on the administrator’s page.
user-administrator = Administrator’s page
user-disable = Disable user
user-disable-why = { $name } is signed out everywhere at once and can no longer sign in. Nothing is deleted, and you can enable the account again.
user-disabled = { $name } has been disabled.
user-enable = Enable user
user-enable-why = { $name } can sign in again, as before.
user-enabled = { $name } has been enabled.

## Grants
user-grants-none-why = Give a role to make an administrator of this person.
user-grants-unseen = Roles that you may not see
user-grants-unseen-why = What this person holds reaches beyond what you look after.
