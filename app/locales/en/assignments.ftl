### Who has which number, device and seat.

assignments = Assignments
assignments-why = Who has which number, device and service, seen from each side.
assignments-views = Lists of assignments
assignments-by-numbers = By number
assignments-by-devices = By device
assignments-by-licenses = By service
assignments-by-users = By user
assignments-none = Nothing to assign yet
assignments-none-why = What is added to the inventory of your sites appears here.
assignments-none-found = Nothing found
assignments-no-license = As soon as your organization has services, their seats can be assigned here.
assignments-no-users = Users at the sites that you look after appear here.
assigned-what = Assigned
assigned-nothing = Nothing assigned
assigned-nothing-why = Numbers, devices and services of this user appear here.
asset-kind = Kind
asset-number = Number
asset-device = Device
asset-license = Service
assign = Assign
assign-title = Assign { $name }
assign-to-title = Assign to { $user }
assign-whom = To whom
assign-what = What
assigned-done = { $name } is now assigned to { $user }.
unassign = Take back
unassign-title = Take back
unassign-question = { $name } is taken back from { $user } and is available again at once.
unassigned-done = { $name } has been taken back from { $user }.

## Rights
built-in-assignments = User assignments
permission-assignments-view = see assignments
permission-assignments-update = assign numbers, devices and services
help-permission-assignments-view = See which numbers, devices and services users have, at the places for which the role holds.
help-permission-assignments-update = Assign numbers, devices and services and take them back, where both the user and the number or device are.

## Problems
error-user-disabled = This person is disabled and gets nothing new. Enable the account first, or choose somebody else.

## The audit trail
effect-assigned = { $actor } assigned { $what } to { $subject }.
effect-unassigned = { $actor } took { $what } back from { $subject }.
kind-assigned = Assigned
kind-unassigned = Taken back
