### Formulaires sur un enregistrement.

save = Enregistrer
changes-saved = Vos modifications ont été enregistrées.
edit-nothing = Rien n’a encore été modifié.
edit-discard = Annuler les modifications
edit-newest = Abandonner mes modifications et afficher la dernière version
