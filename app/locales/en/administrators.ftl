### Administrators: the words of their pages.

administrator = Administrator
administrators-why = Who looks after which part of the organization.
administrators-new = Create administrator
administrators-new-why = A new person who looks after some sites, with some functions: never more than you hold yourself.

## The list
administrators-search = Search administrators
administrators-scope = Where
administrators-functions = Functions
administrators-action = Action
administrators-open = View/Edit
administrators-view = View
administrators-none = No administrators here
administrators-none-why = Nobody whom you may see looks after anything yet.
administrators-none-found = No administrator found
administrators-none-found-why = Try fewer words, another status, or all sites.

## Marks
rank-owner = Owner: the primary administrator
rank-delegated = Secondary administrator

## The form
administrator-account = Account
administrator-contact = Contact
administrator-address = Address
administrator-address-why = The administrator’s physical or postal address.
administrator-sites = Sites
administrator-sites-why = What the administrator may do, he may do at these sites and nowhere else.
administrator-sites-only = Only these sites
administrator-functions = Functions
administrator-functions-what = What the administrator may do
administrator-functions-why = Several functions add up.
administrator-user-name-hint = Follows the e-mail address until you type another one. Must be unique in the organization.
administrator-appointed = { $name } is now an administrator.
administrator-saved = The changes to { $name } have been saved.
administrator-mixed = This administrator holds different functions at different sites. They stay as they are when you save.
administrator-one-record = This comes from the person’s user profile. There is one record: what you change here is changed there, too.
administrator-template =
    { $left_out ->
        [0] This begins with the privileges of { $name }.
        [one] This begins with the privileges of { $name }, without { $left_out } that you may not give.
       *[other] This begins with the privileges of { $name }, without { $left_out } that you may not give.
    }
scope-organization-why = All sites, also those that are added later.
role-owner-why = Everything, also what is added later. Cannot be limited.
role-allows = Lets one { $permissions }.
error-choose-one = Choose at least one.

## The account
administrator-access = Access
administrator-parent = Parent user
administrator-parent-none = Nobody: made when the organization was set up, or by somebody whom you may not see
administrator-children = Child users
administrator-children-none = None
administrator-disable = Disable administrator
administrator-disable-why = { $name } is signed out everywhere at once and can no longer sign in. Nothing is deleted: functions, sites and those whom { $name } appointed stay, and you can enable the account again.
administrator-disabled = { $name } has been disabled.
administrator-enable = Enable administrator
administrator-enable-why = { $name } can sign in again, with the same functions at the same sites as before.
administrator-enabled = { $name } has been enabled.
administrator-is-disabled = This administrator is disabled and cannot sign in.
administrator-save-first = Save or discard your changes first.

## Why something cannot be given
giving-not-organization = You do not look after the whole organization yourself.
giving-not-site = You may not appoint anybody at this site.
giving-not-group = You may not appoint anybody in this group.
giving-owner = Only an owner can make somebody an owner.
giving-owner-everywhere = Only for the whole organization.
giving-too-much = You may not do all of this there yourself: you lack the right to { $permission }.
giving-to-oneself = This is your own account: another administrator decides on its user name, e-mail address, sites and functions.
giving-not-dominated = This administrator may do things that you may not, or for longer: an owner decides on the account, its sites and functions.
