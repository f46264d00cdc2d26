sites-new = Add a site
