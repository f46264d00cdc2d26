### The pages of sites.

sites-new = Add a site
sites-why = Offices, or groups of people who work remotely. Administrators can be limited to some of them.
sites-none = No sites yet
sites-none-why = Add your offices, so that users belong somewhere and administrators can be limited to a place.
site = Site
site-details = Site
site-name = Name of the site
site-name-hint = As people call it: a town, a building, a team. Each site has its own name.
site-address = Address
site-users =
    { $count ->
        [one] { $count } user
       *[other] { $count } users
    }
site-added = The site { $name } has been added.
site-unnamed = A site whose name you may not see ({ $id })
