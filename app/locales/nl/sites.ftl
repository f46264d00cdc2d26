sites-new = Site toevoegen
