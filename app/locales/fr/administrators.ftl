administrators-new = Nommer un administrateur
