### Why somebody may or may not do something.

explain-why = Why somebody may do something somewhere, or what is missing and who can help.
explain-who = Who
explain-what = What
explain-where = Where
explain-group = In a group
explain-ask = Who is it about?
explain-ask-why = Choose somebody above, then what and where. The address of the page keeps the question, so that you can share it.
explain-allowed = { $name } has the right to { $permission } there.
explain-refused = { $name } lacks the right to { $permission } there.
explain-because-no-grant = No role that counts now gives it.
explain-because-feature-off = The organization does not offer this feature now. Switch it on under Features.
explain-because-disabled = The account is disabled: nothing counts until it is enabled.
explain-because-unknown = There is no such person or place, or you may not see it.
explain-chain = How that comes about
explain-own = { $name } has been given a role.
explain-through = { $name } is in the group { $group }, or in one below it, and inherits its role.
explain-through-unseen = { $name } is in a group that you may not see, or in one below it, and inherits its role.
explain-role = The role { $role } contains the right.
explain-scope = It holds here: { $scope }.
explain-given = Given on { $date } by
explain-given-unseen = somebody you may not see, or at set-up
explain-until = It ends on { $time }.
explain-reason = Reason: { $reason }
explain-almost = What would almost do
explain-almost-not-yet = The role { $role } begins later.
explain-almost-over = The role { $role } is over.
explain-almost-suspended = The role { $role } is suspended.
explain-almost-elsewhere = The role { $role } holds elsewhere.
explain-helpers = Who can help
explain-helpers-why = These people hold the right there and may give it, the nearest first.

## Seeing as
see-as = See as
