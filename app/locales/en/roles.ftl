### The pages of roles.

roles-new = Make a role
roles-why = A role is a set of rights. An administrator gets it for some sites or for the whole organization.
roles-search = Search roles
roles-all = All
roles-none = No role found
roles-none-why = Try fewer words or another kind.
role = Role
role-details = Role
role-name = Name
role-name-hint = What those who hold it do, such as “Help desk”.
role-description = Description
role-description-hint = For other administrators who wonder whether this is the role they look for.
role-kind = Kind
role-kind-built-in = Built in
role-kind-custom = Your own
role-permissions = Allows
role-permissions-hint = Point at a box to read what it means.
role-allows-everything = Everything, also what is added later
role-allows-part = { $resource }: { $actions }
role-holders = Held by
role-held-by =
    { $count ->
        [0] Nobody holds this role.
        [one] { $count } person holds this role.
       *[other] { $count } people hold this role.
    }
role-built-in = This role belongs to the product and stays as it is. Make a copy to have one that you can change.
role-owner-fixed = This role allows everything and is fixed: it cannot be edited or deleted, and the last owner who can sign in cannot lose it.
role-feature-fixed = This role belongs to a feature of your product: it is made, renamed and deleted with the feature.
role-not-yours = You do not hold the right to { $permission } yourself, so you cannot give it. These people can help: { $helpers }.
role-copy = Make a copy
role-copy-of =
    { $left_out ->
        [0] This begins as a copy of “{ $name }”.
        [one] This begins as a copy of “{ $name }”, without { $left_out } right that you do not hold yourself.
       *[other] This begins as a copy of “{ $name }”, without { $left_out } rights that you do not hold yourself.
    }
role-made = The role { $name } has been made.
role-delete = Delete role
role-delete-question = The role { $name } will be gone for good. Nobody holds it, so nobody loses a right.
role-deleted = The role { $name } has been deleted.

## The matrix: columns, and what each box means
action-view = See
action-create = Add
action-update = Change
action-grant = Give and take
action-delete = Delete
help-permission-users-view = See the list of users, and each user’s data, at the sites of the grant.
help-permission-users-create = Add users at these sites, each with a temporary password.
help-permission-users-update = Change users’ data, disable and enable them, and reset their passwords.
help-permission-administrators-view = See administrators, their roles and where these hold.
help-permission-administrators-create = Appoint administrators, with no more than one holds oneself.
help-permission-administrators-update = Change administrators’ data, disable and enable them, and reset their passwords, unless they hold as much as oneself.
help-permission-administrators-grant = Give and take roles, never beyond what one holds oneself.
help-permission-sites-view = See sites and their addresses.
help-permission-sites-create = Add sites. Only for the whole organization: a new site belongs to none of the present ones.
help-permission-sites-update = Change the names and addresses of sites.
help-permission-roles-view = See roles and what they allow.
help-permission-roles-create = Make roles out of rights that one holds oneself. Only for the whole organization.
help-permission-roles-update = Change your organization’s own roles, for everybody who holds them. Only for the whole organization.
help-permission-roles-delete = Delete your organization’s own roles that nobody holds. Only for the whole organization.
help-permission-groups-view = See groups, their members and what they carry.
help-permission-groups-create = Add groups at these places, and below these groups.
help-permission-groups-update = Rename and move groups, and add and remove members, never beyond what one may give oneself.
help-permission-groups-delete = Delete groups that are empty.
help-permission-features-view = See what your organization’s own product offers.
help-permission-features-update = Add, change and remove features. Only for the whole organization.
help-permission-audit-view = Read what happened at the places of the grant, and verify that nothing was changed since.
help-permission-credentials-view = See which services may ask who may do what. Only for the whole organization.
help-permission-credentials-create = Give a service access to these answers. Only for the whole organization.
help-permission-credentials-delete = Revoke a service’s access. Only for the whole organization.
help-permission-integrations-view = See to which other products the organization is connected, and what was sent to them. Only for the whole organization.
help-permission-integrations-update = Connect other products. A webhook tells them only what one may read in the audit trail oneself. Only for the whole organization.
help-permission-notices-create = Send notices to everybody at these places, and see how many have read them.
help-permission-organization-view = See the organization’s name, language and rules for passwords. Only for the whole organization.
help-permission-organization-update = Change the organization’s name, language and rules for passwords. Only for the whole organization.
help-permission-accounts-view = See number, name and status of all organizations, and nothing inside them. Only for the whole organization.
help-permission-accounts-create = Make an organization and appoint its first administrator. Only for the whole organization.
help-permission-accounts-update = Suspend an organization, which ends all its sessions, and resume it. Only for the whole organization.
help-permission-reports-view = Read figures about users, administrators, signing in and changes at the places of the grant. They name nobody.
help-permission-analytics-view = See charts of how these figures develop at the places of the grant.
help-permission-dashboard-view = Open the dashboard, where one lands after signing in. Without it one lands on the first page that one may open.
help-permission-notes-view = Read what administrators leave for each other about the sites concerned.
help-permission-notes-create = Leave notes about those sites.
help-permission-notes-delete = Delete notes that one has written oneself.
help-permission-orders-view = See what is ordered for the sites concerned.
help-permission-orders-create = Order something for those sites.
help-permission-orders-update = Say that an order is fulfilled or cancelled, or open it again.
