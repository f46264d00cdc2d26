roles-new = Rol maken
