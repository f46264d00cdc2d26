### Notes that administrators leave for each other.

notes-why = What administrators leave for each other, about a site or the whole organization.
notes-new = Leave a note
notes-none = No notes yet
notes-none-why = Leave the first one: what should others know who look after the same?
note-about = About
note-text = Note
note-text-hint = Everybody who may read notes there can read it, with your name.
note-left = The note has been left.
note-signed = { $name }, { $time }
note-delete = Delete the note
note-delete-by = Delete the note of { $name }
note-delete-question = The note will be gone for good. What it said stays in the audit trail.
note-deleted = The note has been deleted.
