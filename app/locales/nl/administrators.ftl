administrators-new = Beheerder aanstellen
