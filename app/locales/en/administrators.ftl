administrators-new = Appoint an administrator
