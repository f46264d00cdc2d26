### Les remarques que les administrateurs se laissent.

notes-why = Ce que les administrateurs se laissent à propos d’un site ou de toute l’organisation.
notes-new = Laisser une remarque
notes-none = Aucune remarque pour l’instant
notes-none-why = Laissez la première : que devraient savoir les autres personnes qui s’en occupent ?
note-about = À propos de
note-text = Remarque
note-text-hint = Toutes les personnes qui peuvent lire les remarques à cet endroit la verront, avec votre nom.
note-left = La remarque a été laissée.
note-signed = { $name }, { $time }
note-delete = Supprimer la remarque
note-delete-by = Supprimer la remarque de { $name }
note-delete-question = La remarque disparaîtra définitivement. Ce qu’elle disait reste dans le journal d’audit.
note-deleted = La remarque a été supprimée.
