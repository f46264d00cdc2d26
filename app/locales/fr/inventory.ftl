### Les numéros de téléphone et les appareils.

inventory = Inventaire
numbers = Numéros
numbers-why = Les numéros de téléphone de vos sites, et qui les a.
numbers-search = Rechercher des numéros
numbers-new = Ajouter un numéro
numbers-none = Aucun numéro pour l’instant
numbers-none-why = Ajoutez le premier : tel que vous l’écrivez, avec son site.
numbers-none-found = Aucun numéro trouvé
number = Numéro
number-details = Numéro
number-hint = Sous n’importe quelle forme. Avec l’indicatif du pays, comme +32 9 123 45 67, il est reconnu quelle que soit la façon de l’écrire.
number-label = Libellé
number-label-hint = À quoi il sert : accueil, fax, une salle.
number-site-hint = Les administrateurs de ce site s’occupent de ce numéro.
number-added = Le numéro { $name } a été ajouté.
number-delete = Supprimer le numéro
number-delete-question = Le numéro { $name } disparaît. Vous pourrez annuler cela dans le journal d’audit.
number-deleted = Le numéro { $name } a été supprimé.

devices = Appareils
devices-why = Les téléphones et ce qui les accompagne, et qui les a.
devices-search = Rechercher des appareils
devices-new = Ajouter un appareil
devices-none = Aucun appareil pour l’instant
devices-none-why = Ajoutez le premier : avec son modèle et l’adresse ou le numéro de série de son étiquette.
devices-none-found = Aucun appareil trouvé
device = Appareil
device-details = Appareil
device-model = Modèle
device-model-hint = Fabricant et modèle, par exemple Polycom VVX 450.
device-identifier = Adresse MAC ou numéro de série
device-identifier-hint = Comme sur l’étiquette. Chaque appareil a le sien.
device-kind = Type
device-kind-any = Tous les types
device-kind-phone = Téléphone
device-kind-headset = Casque
device-kind-conference = Téléphone de conférence
device-kind-gateway = Passerelle
device-kind-other = Autre
device-site-hint = Les administrateurs de ce site s’occupent de cet appareil.
device-added = L’appareil { $name } a été ajouté.
device-delete = Supprimer l’appareil
device-delete-question = L’appareil { $name } disparaît. Vous pourrez annuler cela dans le journal d’audit.
device-deleted = L’appareil { $name } a été supprimé.

inventory-none-found-why = Essayez moins de mots, un autre filtre ou tous les sites.
asset-in-use = C’est encore attribué. Reprenez-le d’abord, sous Attributions.
assigned-filter = Utilisation
assigned-any = Tous
assigned-yes = Affecté
assigned-no = Disponible
assigned-holder = Attribué à
assigned-unseen = Quelqu’un que vous ne pouvez pas voir
assigned-to = Attribué à { $name }.
assigned-unseen-long = Attribué à quelqu’un que vous ne pouvez pas voir.
assigned-nobody = Disponible : attribué à personne.

## Droits
built-in-inventory = Inventaire
permission-inventory-view = voir les numéros et les appareils
permission-inventory-create = ajouter des numéros et des appareils
permission-inventory-update = modifier des numéros et des appareils
permission-inventory-delete = supprimer des numéros et des appareils
help-permission-inventory-view = Voir les numéros et les appareils des sites concernés.
help-permission-inventory-create = Ajouter des numéros et des appareils sur ces sites.
help-permission-inventory-update = Modifier des numéros et des appareils, et les déplacer entre ces sites.
help-permission-inventory-delete = Supprimer les numéros et les appareils que personne n’a.

## Problèmes
error-number = Ce n’est pas un numéro de téléphone : saisissez de 2 à 15 chiffres, avec des espaces, points, tirets, parenthèses ou un + si vous le souhaitez.
error-number-taken = Ce numéro existe déjà, peut-être écrit autrement. Cherchez-le dans la liste.
error-identifier = Il n’y a ni lettre ni chiffre. Recopiez ce qui figure sur l’étiquette de l’appareil.
error-identifier-taken = Un appareil avec cette adresse ou ce numéro de série existe déjà. Cherchez-le dans la liste.

## Le journal d’audit
effect-number-created = { $actor } a ajouté le numéro { $subject }.
effect-number-updated = { $actor } a modifié le numéro { $subject }.
effect-number-deleted = { $actor } a supprimé le numéro { $subject }.
effect-device-created = { $actor } a ajouté l’appareil { $subject }.
effect-device-updated = { $actor } a modifié l’appareil { $subject }.
effect-device-deleted = { $actor } a supprimé l’appareil { $subject }.
kind-number-created = Numéro ajouté
kind-number-updated = Numéro modifié
kind-number-deleted = Numéro supprimé
kind-device-created = Appareil ajouté
kind-device-updated = Appareil modifié
kind-device-deleted = Appareil supprimé
audit-field-number = Numéro
audit-field-label = Libellé
audit-field-device = Appareil
audit-field-model = Modèle
audit-field-identifier = Adresse MAC ou numéro de série
