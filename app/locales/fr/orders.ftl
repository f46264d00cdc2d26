### Les commandes.

orders-why = Ce qui est commandé, pour quel site, et où cela en est.
orders-new = Passer une commande
orders-all = Toutes
orders-views = Commandes affichées
orders-none = Aucune commande pour l’instant
orders-none-why = Commandez des numéros, des appareils ou des services, pour un site ou pour toute l’organisation.
orders-none-found = Aucune commande de ce type
orders-none-found-why = Essayez un autre statut ou tous les sites.
orders-open = Commandes en cours
orders-open-count =
    { $count ->
        [0] Rien n’est en commande.
        [one] { $count } commande est en cours.
       *[other] { $count } commandes sont en cours.
    }
order-item = Article
order-item-hint = Comme le fournisseur l’appelle.
order-kind = Type
order-kind-numbers = Numéros
order-kind-devices = Appareils
order-kind-licenses = Services
order-kind-other = Autre
order-quantity = Quantité
order-for = Pour
order-comment = Commentaire
order-by = Commandé par
order-by-on = { $name }, { $date }
order-actions = Actions
order-made = La commande a été passée.
order-status-open = En cours
order-status-fulfilled = Livrée
order-status-cancelled = Annulée
order-mark-open = Rouvrir
order-mark-fulfilled = Livrée
order-mark-cancelled = Annuler
order-now-open = La commande est de nouveau en cours.
order-now-fulfilled = La commande a été livrée.
order-now-cancelled = La commande a été annulée.
