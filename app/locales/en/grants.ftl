### Grants: a role given in a scope, for a time, for a reason.

grants = Grants
grants-none = Nothing has been given
grants-none-why = Give a role for the whole organization, for some sites or for a group, for a time if you like.
grant-give = Give a role
grant-given = The role has been given.
grant-role-choose = Choose a role
grant-reach-sites = Some sites
grant-reach-groups = Some groups, with everything below them
grant-reach-groups-why = The groups themselves, all groups below them, and the members of any of these.
grant-from = From
grant-from-hint = At once, if you leave it empty.
grant-until = Until
grant-until-hint = Without end, if you leave it empty.
grant-reason = Reason
grant-reason-hint = For those who wonder later, for example “Replaces Kim in July”.
error-choose-role = Choose a role.

## What is known about one
grant-lasts = From { $from } until { $until }
grant-lasts-from = From { $from }
grant-lasts-until = Until { $until }
grant-because = “{ $reason }”
grant-given-by = Given by { $name } on { $date }
grant-given-at-set-up = Given at set-up, on { $date }
grant-over = Over
grant-later = Begins later
grant-suspended = Suspended
grant-through = Through { $group }
grant-through-some-group = Through a group

## What can be done with one
grant-take = Take away
grant-take-why = The role is taken away at once. It can be given again.
grant-taken = The role has been taken away.
grant-suspend = Suspend
grant-suspend-why = The role counts for nothing until you resume it.
grant-suspended-done = The role has been suspended.
grant-resume = Resume
grant-resume-why = The role counts again, as if it were given now.
grant-resumed = The role counts again.
grant-rehome = Have somebody else answer for it
grant-rehome-why = Somebody who holds at least as much as the role gives there. The role itself stays as it is.
grant-grantor = Who answers for it from now on
grant-rehomed = { $name } now answers for it.

## Orphaned authority
orphaned-title = Nobody answers for these any more
orphaned-why = Whoever gave these roles holds less by now, or may not sign in any more.
orphaned-by = Given by { $name }
orphaned-answer = Answer for it myself
orphaned-answer-why = From then on you answer for this role, as if you had given it. The role itself stays as it is.
orphaned-answered = You answer for it now.
orphans-choice = What becomes of the roles for which nobody would answer any more
orphans-keep = They stay as they are; the dashboard lists them until somebody answers for them
orphans-suspend = They are suspended
orphans-rehome = Somebody else answers for them


## Privileges
privileges-why = Who holds what, and where. Assign privileges to a profile, or copy those of another one.
privileges-profile = Profile
privileges-actions = Actions
privileges-assign = Assign new privileges
privileges-add = Add
privileges-assigned = The privileges have been assigned.
privileges-copy = Copy
privileges-copy-of = Copy the privileges of { $name }
privileges-copy-why = What is held through groups is not copied: it belongs to the groups.
privileges-copy-to = To whom
privileges-copy-to-new = To a new administrator
copy-mode = What becomes of what that person holds already
copy-mode-add = It stays: add the copied privileges
copy-mode-replace = It is replaced by the copied privileges
privileges-copied =
    { $count ->
        [one] { $count } privilege has been copied.
       *[other] { $count } privileges have been copied.
    }
privileges-copy-nothing = There is nothing to copy: this administrator holds nothing in his own name.
privileges-copy-too-much = You may give none of these privileges yourself.
privileges-copy-same = This person holds all of it already.
privileges-left-out =
    { $count ->
        [one] { $count } is not copied: you may not give it
       *[other] { $count } are not copied: you may not give them
    }
