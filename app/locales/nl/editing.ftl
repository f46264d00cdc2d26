### Formulieren over een gegeven.

save = Opslaan
changes-saved = Uw wijzigingen zijn opgeslagen.
edit-nothing = Er is nog niets gewijzigd.
edit-discard = Wijzigingen ongedaan maken
edit-newest = Mijn wijzigingen weggooien en de nieuwste versie tonen
