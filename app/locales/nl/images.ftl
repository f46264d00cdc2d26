### Het eigen logo en de eigen kleuren van de organisatie.

images = Afbeeldingen
images-why = Uw logo en kleuren, in de kop van de console en op uw aanmeldpagina.
logo = Logo
logo-why = Het komt op de plaats van het schild. Het staat in beide thema’s op wit.
logo-picture = Afbeelding
logo-hint = PNG, JPEG of WebP, hoogstens 256 kB, van 16 tot 2.048 pixels breed en hoog. Breed en laag staat het mooist.
logo-choose-first = Kies eerst een afbeelding.
logo-chosen = De afbeelding is gelezen: bekijk ze in het voorbeeld en sla dan op.
logo-saved = Het logo is opgeslagen.
logo-remove = Logo verwijderen
logo-remove-question = Iedereen ziet meteen weer het ingebouwde teken. Om het logo terug te krijgen moet iemand het opnieuw uploaden.
logo-removed = Het logo is verwijderd.
colors = Kleuren
colors-why = Voor knoppen, links en tekens. Geen enkele kleur is leesbaar op wit én op zwart: daarom is er een per thema.
color-light = Kleur in het lichte thema
color-dark = Kleur in het donkere thema
color-hint = Een # en zes cijfers van 0 tot f, zoals #7a1f5c. Leeg: de ingebouwde kleur.
color-pick = { $field }: kiezen
colors-built-in = De ingebouwde kleuren nemen
look-sample = Voorbeeld
look-sample-why = Zoals u het gekozen hebt, nog vóór het is opgeslagen.
look-link = Een link
look-button = Een knop
