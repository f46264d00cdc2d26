### Pourquoi quelqu’un peut ou ne peut pas faire quelque chose.

explain-why = Pourquoi quelqu’un peut faire quelque chose quelque part, ou ce qui manque et qui peut aider.
explain-who = Qui
explain-what = Quoi
explain-where = Où
explain-group = Dans un groupe
explain-ask = De qui s’agit-il ?
explain-ask-why = Choisissez une personne ci-dessus, puis quoi et où. L’adresse de la page garde la question, pour que vous puissiez la partager.
explain-allowed = { $name } y a le droit de { $permission }.
explain-refused = Il y manque à { $name } le droit de { $permission }.
explain-because-no-grant = Aucun rôle valable actuellement ne le donne.
explain-because-feature-off = L’organisation ne propose pas cette fonctionnalité pour le moment. Activez-la sous Fonctionnalités.
explain-because-disabled = Le compte est désactivé : rien ne compte tant qu’il n’est pas activé.
explain-because-unknown = Cette personne ou cet endroit n’existe pas, ou vous ne pouvez pas le voir.
explain-chain = D’où cela vient
explain-own = { $name } a reçu un rôle.
explain-through = { $name } fait partie du groupe { $group }, ou d’un groupe en dessous, et hérite de son rôle.
explain-through-unseen = { $name } fait partie d’un groupe que vous ne pouvez pas voir, ou d’un groupe en dessous, et hérite de son rôle.
explain-role = Le rôle { $role } contient ce droit.
explain-scope = Il s’applique ici : { $scope }.
explain-given = Donné le { $date } par
explain-given-unseen = quelqu’un que vous ne pouvez pas voir, ou à l’installation
explain-until = Il prend fin le { $time }.
explain-reason = Motif : { $reason }
explain-almost = Ce qui suffirait presque
explain-almost-not-yet = Le rôle { $role } commence plus tard.
explain-almost-over = Le rôle { $role } a pris fin.
explain-almost-suspended = Le rôle { $role } est suspendu.
explain-almost-elsewhere = Le rôle { $role } s’applique ailleurs.
explain-helpers = Qui peut aider
explain-helpers-why = Ces personnes détiennent ce droit et peuvent le donner, les plus proches d’abord.

## Voir comme
see-as = Voir comme
