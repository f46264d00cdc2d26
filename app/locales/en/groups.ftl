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
groups-more = Show more groups
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
group-below = Groups below
group-below-none = No groups below
group-below-none-why = A group below this one has what this one is given.
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
