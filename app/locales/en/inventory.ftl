### Telephone numbers and devices.

inventory = Inventory
numbers = Numbers
numbers-why = The telephone numbers of your sites, and who has them.
numbers-search = Search numbers
numbers-new = Add a number
numbers-none = No numbers yet
numbers-none-why = Add the first: as you would write it, with its site.
numbers-none-found = No number found
number = Number
number-details = Number
number-hint = In any form. With a country code, as in +32 9 123 45 67, it is recognized however it is written.
number-label = Label
number-label-hint = What it is for: reception, fax, a room.
number-site-hint = Administrators of that site look after this number.
number-added = The number { $name } has been added.
number-delete = Delete number
number-delete-question = The number { $name } goes. You can undo this in the audit trail.
number-deleted = The number { $name } has been deleted.

devices = Devices
devices-why = Telephones and what belongs to them, and who has them.
devices-search = Search devices
devices-new = Add a device
devices-none = No devices yet
devices-none-why = Add the first: with its model and the address or serial number on its label.
devices-none-found = No device found
device = Device
device-details = Device
device-model = Model
device-model-hint = Maker and model, such as Polycom VVX 450.
device-identifier = MAC address or serial number
device-identifier-hint = As it stands on the label. Each device has its own.
device-kind = Kind
device-kind-any = Any kind
device-kind-phone = Telephone
device-kind-headset = Headset
device-kind-conference = Conference telephone
device-kind-gateway = Gateway
device-kind-other = Other
device-site-hint = Administrators of that site look after this device.
device-added = The device { $name } has been added.
device-delete = Delete device
device-delete-question = The device { $name } goes. You can undo this in the audit trail.
device-deleted = The device { $name } has been deleted.

inventory-none-found-why = Try fewer words, another filter, or all sites.
asset-in-use = It is still assigned. Take it back first, under Assignments.
assigned-filter = In use
assigned-any = All
assigned-yes = Assigned
assigned-no = Available
assigned-holder = Assigned to
assigned-unseen = Somebody you may not see
assigned-to = Assigned to { $name }.
assigned-unseen-long = Assigned to somebody whom you may not see.
assigned-nobody = Available: assigned to nobody.

## Rights
built-in-inventory = Inventory
permission-inventory-view = see numbers and devices
permission-inventory-create = add numbers and devices
permission-inventory-update = change numbers and devices
permission-inventory-delete = delete numbers and devices
help-permission-inventory-view = See the numbers and devices of the sites for which the role holds.
help-permission-inventory-create = Add numbers and devices at these sites.
help-permission-inventory-update = Change numbers and devices, and move them between these sites.
help-permission-inventory-delete = Delete numbers and devices that nobody has.

## Problems
error-number = This is not a telephone number: use 2 to 15 digits, with spaces, dots, dashes, brackets or a + as you like.
error-number-taken = This number is there already, perhaps written in another way. Search for it in the list.
error-identifier = This has no letters and no digits. Copy what stands on the device’s label.
error-identifier-taken = A device with this address or serial number is there already. Search for it in the list.

## The audit trail
effect-number-created = { $actor } added the number { $subject }.
effect-number-updated = { $actor } changed the number { $subject }.
effect-number-deleted = { $actor } deleted the number { $subject }.
effect-device-created = { $actor } added the device { $subject }.
effect-device-updated = { $actor } changed the device { $subject }.
effect-device-deleted = { $actor } deleted the device { $subject }.
kind-number-created = Number added
kind-number-updated = Number changed
kind-number-deleted = Number deleted
kind-device-created = Device added
kind-device-updated = Device changed
kind-device-deleted = Device deleted
audit-field-number = Number
audit-field-label = Label
audit-field-device = Device
audit-field-model = Model
audit-field-identifier = MAC address or serial number
