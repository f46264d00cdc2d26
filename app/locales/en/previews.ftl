### Previews: what a change would do, before it is saved.

preview-title = What this changes
preview-nobody = Nobody’s rights change.
preview-unknown = What this would change cannot be foreseen now. It is judged when you save.
preview-gains =
    { $count ->
        [one] { $count } person gets rights
       *[other] { $count } people get rights
    }
preview-losses =
    { $count ->
        [one] { $count } person loses rights
       *[other] { $count } people lose rights
    }
preview-orphans =
    { $count ->
        [one] Nobody would answer for { $count } role any more
       *[other] Nobody would answer for { $count } roles any more
    }
preview-freed =
    { $count ->
        [one] { $count } seat is free again
       *[other] { $count } seats are free again
    }
preview-unseen =
    { $count ->
        [one] It may also concern { $count } person whom you may not see.
       *[other] It may also concern { $count } people whom you may not see.
    }
preview-part = { $place }: the right to { $permissions }
preview-part-through = { $place }, through { $group }: the right to { $permissions }
preview-more-rights =
    { $count ->
        [one] { $rights } and { $count } more
       *[other] { $rights } and { $count } more
    }
preview-orphan = { $role }, { $scope }
preview-everything = do everything
preview-in-organization = in the whole organization
preview-at-site = at { $site }
preview-at-some-site = at a site that you may not see
preview-in-group = in the group { $group } and below it
preview-some-group = a group that you may not see
preview-somebody = somebody whom you may not see
preview-group-members = the members of { $group }

## Why it will be refused
preview-refused-gain = This would give { $who } the right to { $permission } { $place }, which you may not give there yourself.
preview-refused-gain-through = This would give { $who } the right to { $permission } { $place } through the group { $group }, which you may not give there yourself.
preview-refused-loss = This would take rights away from { $who }, who may do things that you may not. Ask an owner of the organization.
preview-refused-oneself = This would give you yourself the right to { $permission }. Ask another administrator.
