### The pages of groups.

group = Group
groups-why = Teams and access groups, one below the other. What a group is given, its members have, and so have the members of all groups below it.
groups-new = Create group
groups-new-below = Add a group below
groups-search = Search groups
groups-note =
    { $members ->
        [0] { $kind }, nobody yet
        [one] { $kind }, { $members } person
       *[other] { $kind }, { $members } people
    }
groups-none = No groups yet
groups-none-why = Create the first: a team for those who work together, or an access group for those who may do the same.
groups-none-found = No group found
groups-none-found-why = Try fewer words, or another part of the name.
groups-top = At the top
groups-top-why = Below no other group

## One group
group-name = Name
group-name-hint = Unique among the groups beside it.
group-description = Description
group-description-hint = What it is for, in a few words.
group-kind = Kind
group-kind-team = Team
group-kind-access = Access group
group-kind-hint = Somebody is in one team at most, and in any number of access groups.
group-parent = Below which group
group-added = The group { $name } has been created.
group-details = Name and description
group-move = Move
group-move-title = Move { $name }
group-move-to = Where to
group-move-why = It moves with its members and with everything below it.
group-moved = The group { $name } has been moved.
group-delete = Delete group
group-delete-question = The group { $name } will be gone for good. Nobody is in it, and it carries nothing.
group-deleted = The group { $name } has been deleted.
group-in-use = First take out its members, the groups below it and what it has been given.

## Its members
group-members = Members
group-members-none = Nobody here that you may see
group-members-none-why = Whoever joins has at once what the group is given.
group-member-add = Add a member
group-member-who = Who
group-member-added = { $name } has joined the group.
group-member-remove = Remove
group-member-remove-title = Remove a member
group-member-remove-question = { $name } leaves the group { $group }.
group-member-removed = { $name } has left the group { $group }.

## What it carries
group-grants-none = Nothing has been given to this group
group-grants-none-why = What you give to it, all its members have, and so have the members of all groups below it.
group-grants-inherited = From the groups above
groups-picked = Groups that are picked
groups-picker-full = That is all at once: { $max } groups. Give the role again for others.

## The group that every organization has, the table of groups, and members by address
group-account-administrators = Account Administrators
group-built-in = This group belongs to the product: its name, its place and what it is given stay as they are.
groups-views = How groups are shown
groups-as-tree = As a tree
groups-as-table = As a table
groups-actions = Actions
groups-new-name = Group Name
groups-add = Add Group
# The seed system's own words (CRES-5).
groups-shown = Showing { $count } group(s).
group-show-members = Manage the members of { $name }
group-show-grants = What { $name } is given
group-show-details = Name and description of { $name }
group-member-address = User ID
group-member-add-to-group = Add to Group
group-member-added-disabled = { $name } has joined the group, but is disabled and may do nothing until enabled.
group-member-unknown-why = Nobody here has the address { $email }. Invite this person or create the user yourself: whoever is new then joins the group without further steps.
group-member-create = Create user

## The organization tree, and people in it
tree-of-organization = Organization tree
tree-search-people = Find groups and people
tree-nothing-chosen = Nothing is chosen
tree-nothing-chosen-why = Choose a group or a person in the tree. With the other mouse button, a long press, or Shift and F10 you see what can be done.
tree-carry-hint = Take this person to another group. Groups with a check mark can be chosen.
tree-carry-takes = Let go to move to { $name }.
menu-of-row = What can be done
group-page = Page of the group
group-in-tree = Show in the tree
group-assign-administrator = Assign an administrator
group-assign-title = Assign an administrator to { $name }
group-assign-who = Administrator
group-assign-hint = It counts for this group, all groups below it, and everybody in them.
group-assign = Assign
group-administrator-assigned = The administrator has been assigned to the group.
technician-tab = Organization
technician-configuration = Configuration
technician-page = Page of the user
technician-create = Create technician
technician-create-in = Create technician in { $name }
technician-created = { $name } has been added to the group.
technician-nick-name-hint = What customers see.
technician-email-hint = Also used to sign in.
technician-description-hint = For your own use.
technician-enabled = Enabled
technician-save = Save changes
technician-inherited = Inherited rights
technician-inherited-none = Nothing is inherited
technician-inherited-none-why = What a group is given, its members have, and so do the members of all groups below it.
technician-move = Move to technician group
technician-move-title = Move { $name } to a technician group
technician-move-to = Technician group
technician-move-from = From the group
technician-move-from-none = None: only join the other group
technician-move-why = What the groups give changes with the move.
technician-moved = { $name } is now in { $group }.
group-lock = Lock permissions
group-lock-why = Administrators who are limited to this group can then no longer change what it is given, nor what it inherits. People can still be added and moved.
group-lock-reason = Reason
group-lock-title = Permissions
group-locked = The permissions are locked.
group-locked-because = The permissions are locked: { $reason }
group-not-locked = Administrators of this group may change what it is given.
group-lock-done = The permissions of { $name } are locked.
group-unlock = Unlock permissions
group-unlock-why = Administrators of { $name } may then change what it is given again.
group-unlock-done = The permissions of { $name } are unlocked.
group-status = Status
group-is-active = The group is active: its members have what it is given.
group-is-disabled = What this group is given does not count.
group-disable = Disable group
group-disable-why = What { $name } is given then counts for nobody any more, neither for its members nor for those of the groups below it. They stay members, and keep what comes from the groups above.
group-disable-done = { $name } is disabled.
group-enable = Enable group
group-enable-why = What { $name } is given then counts again, for all who are in it now.
group-enable-done = { $name } is active again.
