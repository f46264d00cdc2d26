### Les licences, que les gens connaissent comme services.

licenses = Services
licenses-why = Des produits avec un nombre de places : combien ont été achetées, combien sont utilisées.
licenses-new = Ajouter un service
licenses-none = Aucun service pour l’instant
licenses-none-why = Ajoutez ce que votre organisation a acheté : un nom et un nombre de places.
license = Service
license-details = Service
license-name = Nom
license-name-hint = Le nom du produit. Chaque service a le sien.
license-quantity = Places
license-quantity-hint = Combien ont été achetées. Jamais moins que celles qui sont utilisées.
license-description = Description
license-released = Libérer la place de quiconque est désactivé
license-released-hint = La place peut alors être donnée aussitôt à quelqu’un d’autre. Réactiver le compte n’en reprend pas une.
license-seats = Places
license-available = Disponible
license-free =
    { $count ->
        [0] Aucune place disponible
        [one] { $count } place disponible
       *[other] { $count } places disponibles
    }
license-holders = Qui a une place
license-holders-none = Personne ici que vous puissiez voir
license-holders-none-why = Attribuez une place à un utilisateur, ou essayez d’autres mots ou tous les sites.
license-added = Le service { $name } a été ajouté.
license-delete = Supprimer le service
license-delete-question = Le service { $name } disparaît avec toutes ses places. Vous pourrez annuler cela dans le journal d’audit.
license-deleted = Le service { $name } a été supprimé.
reservations = Réservées à des équipes
reservations-why = Des places que seuls les membres d’une équipe, ou de celles qui en dépendent, peuvent obtenir. Qui change d’équipe garde sa place.
reservations-none = Toutes les places sont à tout le monde
reservations-none-why = Réservez-en à une équipe, pour que les autres ne les prennent pas.
reservation-used = { $used } sur { $all } utilisées
reservations-unseen = Certaines sont réservées à des équipes que vous ne pouvez pas voir
reservations-actions = Actions
reserve = Réserver des places à une équipe
reserve-change = Modifier ce qui est réservé à { $name }
reserve-team-hint = Seulement des équipes : chacun est dans une équipe au plus.
reserve-seats-hint = Y compris celles que ses membres ont déjà. 0 : plus aucune.
usage =
    { $kept ->
        [0] Utilisé : { $used } sur { $all } ; disponible : { $available }
       *[other] Utilisé : { $used } sur { $all } ; réservé à des équipes : { $kept } ; disponible : { $available }
    }

## Droits
built-in-services = Services
permission-licenses-view = voir les services
permission-licenses-create = ajouter des services
permission-licenses-update = modifier des services
permission-licenses-delete = supprimer des services
help-permission-licenses-view = Voir les services et, aux endroits concernés, qui a une place.
help-permission-licenses-create = Ajouter des services. Seulement pour toute l’organisation : les places n’appartiennent à aucun site.
help-permission-licenses-update = Modifier les services et leur nombre de places. Seulement pour toute l’organisation.
help-permission-licenses-delete = Supprimer les services dont personne n’a de place. Seulement pour toute l’organisation.

## Problèmes
error-seats = Ce n’est pas un nombre entier de places.
error-below-reserved = Places utilisées : { $assigned } ; réservées à des équipes : { $count }. Réservez-en moins d’abord, ou gardez-en au moins autant.
error-more-than-free =
    { $max ->
        [one] On peut réserver au plus { $max } place à cette équipe : celles qui sont libres et celles qu’elle a déjà comptent.
       *[other] On peut réserver au plus { $max } places à cette équipe : celles qui sont libres et celles qu’elle a déjà comptent.
    }
error-not-a-team = Ce n’est pas une équipe. Choisissez une équipe : chacun est dans une équipe au plus.
error-below-assigned =
    { $assigned ->
        [one] { $assigned } place est utilisée. Libérez-la d’abord, ou gardez-en au moins autant.
       *[other] { $assigned } places sont utilisées. Libérez-en d’abord, ou gardez-en au moins autant.
    }

## Le journal d’audit
effect-license-created = { $actor } a ajouté le service { $subject }.
effect-license-updated = { $actor } a modifié le service { $subject }.
effect-license-deleted = { $actor } a supprimé le service { $subject }.
effect-seats-reserved = { $actor } a modifié le nombre de places de { $subject } réservées à { $what }.
effect-seat-released = { $subject } a été désactivé par { $actor }, et une place de { $what } est à nouveau disponible.
kind-license-created = Service ajouté
kind-license-updated = Service modifié
kind-license-deleted = Service supprimé
kind-seats-reserved = Places réservées à une équipe
kind-seat-released = Place à nouveau disponible
audit-field-seats = Places réservées
audit-field-license = Service
audit-field-released-on-disable = Libérer la place de quiconque est désactivé
