### Qui a quel numéro, quel appareil et quelle place.

assignments = Attributions
assignments-why = Qui a quel numéro, quel appareil et quel service, vu de chaque côté.
assignments-views = Listes des attributions
assignments-by-numbers = Liste par numéro
assignments-by-devices = Liste par appareil
assignments-by-licenses = Liste par service
assignments-by-users = Liste par utilisateur
assignments-none = Rien à attribuer pour l’instant
assignments-none-why = Ce qui s’ajoute à l’inventaire de vos sites apparaît ici.
assignments-none-found = Rien trouvé
assignments-no-license = Dès que votre organisation aura des services, leurs places pourront être attribuées ici.
assignments-no-users = Les utilisateurs des sites dont vous vous occupez apparaissent ici.
assigned-what = Attribué
assigned-nothing = Rien d’attribué
assigned-nothing-why = Les numéros, appareils et services de cet utilisateur apparaissent ici.
asset-kind = Type
asset-number = Numéro
asset-device = Appareil
asset-license = Service
assign = Attribuer
assign-title = Attribuer { $name }
assign-to-title = Attribuer à { $user }
assign-whom = À qui
assign-what = Quoi
assigned-done = { $name } est maintenant attribué à { $user }.
unassign = Reprendre
unassign-title = Reprendre
unassign-question = { $name } est repris à { $user } et redevient aussitôt disponible.
unassigned-done = { $name } a été repris à { $user }.

## Droits
built-in-assignments = Attributions des utilisateurs
permission-assignments-view = voir les attributions
permission-assignments-update = attribuer des numéros, des appareils et des services
help-permission-assignments-view = Voir quels numéros, appareils et services ont les utilisateurs, aux endroits concernés.
help-permission-assignments-update = Attribuer des numéros, des appareils et des services et les reprendre, là où se trouvent l’utilisateur et le numéro ou l’appareil.

## Problèmes
error-user-disabled = Cette personne est désactivée et ne reçoit rien de nouveau. Activez d’abord le compte, ou choisissez quelqu’un d’autre.

## Le journal d’audit
effect-assigned = { $actor } a attribué { $what } à { $subject }.
effect-unassigned = { $actor } a repris { $what } à { $subject }.
kind-assigned = Attribué
kind-unassigned = Repris
