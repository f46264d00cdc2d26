### Forms over a record.

save = Save
changes-saved = Your changes have been saved.
edit-nothing = Nothing has been changed yet.
edit-discard = Discard changes
edit-newest = Discard my changes and show the newest version
