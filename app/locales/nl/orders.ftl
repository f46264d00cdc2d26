### Bestellingen.

orders-why = Wat er is besteld, voor welke site, en wat ervan is geworden.
orders-new = Iets bestellen
orders-all = Alle
orders-views = Welke bestellingen worden getoond
orders-none = Nog geen bestellingen
orders-none-why = Bestel nummers, apparaten of diensten, voor een site of voor de hele organisatie.
orders-none-found = Geen zulke bestellingen
orders-none-found-why = Probeer een andere status of alle sites.
orders-open = Lopende bestellingen
orders-open-count =
    { $count ->
        [0] Er is niets in bestelling.
        [one] { $count } bestelling loopt.
       *[other] { $count } bestellingen lopen.
    }
order-item = Artikel
order-item-hint = Zoals de leverancier het noemt.
order-kind = Soort
order-kind-numbers = Nummers
order-kind-devices = Apparaten
order-kind-licenses = Diensten
order-kind-other = Andere
order-quantity = Aantal
order-for = Voor
order-comment = Toelichting
order-by = Besteld door
order-by-on = { $name }, { $date }
order-actions = Acties
order-made = De bestelling is geplaatst.
order-status-open = Open
order-status-fulfilled = Geleverd
order-status-cancelled = Geannuleerd
order-mark-open = Heropenen
order-mark-fulfilled = Geleverd
order-mark-cancelled = Annuleren
order-now-open = De bestelling is weer open.
order-now-fulfilled = De bestelling is geleverd.
order-now-cancelled = De bestelling is geannuleerd.
