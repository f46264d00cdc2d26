### Opmerkingen die beheerders voor elkaar achterlaten.

notes-why = Wat beheerders voor elkaar achterlaten, over een site of de hele organisatie.
notes-new = Opmerking achterlaten
notes-none = Nog geen opmerkingen
notes-none-why = Laat de eerste achter: wat moeten anderen weten die voor hetzelfde zorgen?
note-about = Over
note-text = Opmerking
note-text-hint = Iedereen die daar opmerkingen mag lezen, kan ze lezen, met uw naam.
note-left = De opmerking is achtergelaten.
note-signed = { $name }, { $time }
note-delete = Opmerking verwijderen
note-delete-by = De opmerking van { $name } verwijderen
note-delete-question = De opmerking verdwijnt voorgoed. Wat er stond, blijft in het auditlog.
note-deleted = De opmerking is verwijderd.
