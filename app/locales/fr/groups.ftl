### Les pages des groupes.

group = Groupe
groups-why = Des équipes et des groupes d’accès, les uns sous les autres. Ce qu’un groupe reçoit, ses membres l’ont, ainsi que ceux de tous les groupes situés dessous.
groups-new = Créer un groupe
groups-new-below = Ajouter un groupe dessous
groups-search = Rechercher des groupes
groups-note =
    { $members ->
        [0] { $kind }, personne pour l’instant
        [one] { $kind }, { $members } personne
       *[other] { $kind }, { $members } personnes
    }
groups-none = Pas encore de groupes
groups-none-why = Créez le premier : une équipe pour ceux qui travaillent ensemble, ou un groupe d’accès pour ceux qui peuvent faire la même chose.
groups-none-found = Aucun groupe trouvé
groups-none-found-why = Essayez avec moins de mots, ou une autre partie du nom.
groups-top = Tout en haut
groups-top-why = Sous aucun autre groupe

## Un groupe
group-name = Nom
group-name-hint = Unique parmi les groupes voisins.
group-description = Description
group-description-hint = À quoi il sert, en quelques mots.
group-kind = Type
group-kind-team = Équipe
group-kind-access = Groupe d’accès
group-kind-hint = On fait partie d’une seule équipe au plus, et d’autant de groupes d’accès qu’on veut.
group-parent = Sous quel groupe
group-added = Le groupe { $name } a été créé.
group-details = Nom et description
group-move = Déplacer
group-move-title = Déplacer { $name }
group-move-to = Vers où
group-move-why = Il se déplace avec ses membres et tout ce qui se trouve dessous.
group-moved = Le groupe { $name } a été déplacé.
group-delete = Supprimer le groupe
group-delete-question = Le groupe { $name } disparaîtra définitivement. Personne n’en fait partie, et il n’apporte rien.
group-deleted = Le groupe { $name } a été supprimé.
group-in-use = Retirez d’abord ses membres, les groupes situés dessous et ce qui lui a été donné.

## Ses membres
group-members = Membres
group-members-none = Personne que vous puissiez voir ici
group-members-none-why = Quiconque en devient membre a aussitôt ce que le groupe reçoit.
group-member-add = Ajouter un membre
group-member-who = Qui
group-member-added = { $name } fait maintenant partie du groupe.
group-member-remove = Retirer
group-member-remove-title = Retirer un membre
group-member-remove-question = { $name } quitte le groupe { $group }.
group-member-removed = { $name } a quitté le groupe { $group }.

## Ce qu’il apporte
group-grants-none = Rien n’a été donné à ce groupe
group-grants-none-why = Ce que vous lui donnez, tous ses membres l’ont, ainsi que ceux de tous les groupes situés dessous.
group-grants-inherited = Des groupes situés au-dessus
groups-picked = Groupes choisis
groups-picker-full = Un maximum de { $max } groupes à la fois. Attribuez à nouveau le rôle pour les autres.

## The group that every organization has, the table of groups, and members by address
group-account-administrators = Administrateurs de compte
group-built-in = Ce groupe fait partie du produit : son nom, sa place et ce qui lui est donné restent tels quels.
groups-views = Présentation des groupes
groups-as-tree = En arborescence
groups-as-table = En tableau
groups-actions = Actions
groups-new-name = Nom du groupe
groups-add = Ajouter un groupe
# The seed system's own words (CRES-5).
groups-shown = Affichage de { $count } groupe(s).
group-show-members = Gérer les membres de { $name }
group-show-grants = Ce qui est donné à { $name }
group-show-details = Nom et description de { $name }
group-member-address = ID utilisateur
group-member-add-to-group = Ajouter au groupe
group-member-added-disabled = { $name } a rejoint le groupe, mais son compte est désactivé : cela ne lui donne rien tant qu’il n’est pas réactivé.
group-member-unknown-why = Personne ici n’a l’adresse { $email }. Invitez cette personne ou créez l’utilisateur vous-même : elle rejoindra ensuite le groupe sans autre démarche.
group-member-create = Créer l’utilisateur

## L’arborescence de l’organisation, et les personnes qui s’y trouvent
tree-of-organization = Arborescence de l’organisation
tree-search-people = Rechercher des groupes et des personnes
tree-nothing-chosen = Rien n’est choisi
tree-nothing-chosen-why = Choisissez un groupe ou une personne dans l’arborescence. Le bouton droit de la souris, un appui long ou Maj et F10 montrent ce qui peut être fait.
tree-carry-hint = Amenez cette personne dans un autre groupe. Les groupes cochés peuvent être choisis.
tree-carry-takes = Relâchez pour déplacer vers { $name }.
menu-of-row = Ce qui peut être fait
group-page = Page du groupe
group-in-tree = Montrer dans l’arborescence
group-assign-administrator = Affecter un administrateur
group-assign-title = Affecter un administrateur à { $name }
group-assign-who = Administrateur
group-assign-hint = Cela vaut pour ce groupe, tous les groupes en dessous et toutes les personnes qui s’y trouvent.
group-assign = Affecter
group-administrator-assigned = L’administrateur est affecté au groupe.
technician-tab = Organisation
technician-configuration = Configuration
technician-page = Page de l’utilisateur
technician-create = Créer un technicien
technician-create-in = Créer un technicien dans { $name }
technician-created = { $name } a été ajouté au groupe.
technician-nick-name-hint = Ce que voient les clients.
technician-email-hint = Sert aussi à se connecter.
technician-description-hint = Pour votre propre usage.
technician-enabled = Activé
technician-save = Enregistrer les modifications
technician-inherited = Droits hérités
technician-inherited-none = Rien n’est hérité
technician-inherited-none-why = Ce qu’un groupe reçoit, ses membres l’ont, de même que les membres de tous les groupes en dessous.
technician-move = Déplacer vers un groupe de techniciens
technician-move-title = Déplacer { $name } vers un groupe de techniciens
technician-move-to = Groupe de techniciens
technician-move-from = Depuis le groupe
technician-move-from-none = Aucun : seulement rejoindre l’autre groupe
technician-move-why = Ce que les groupes donnent change avec le déplacement.
technician-moved = { $name } est maintenant dans { $group }.
group-lock = Verrouiller les autorisations
group-lock-why = Les administrateurs limités à ce groupe ne peuvent alors plus changer ce qu’il reçoit, ni ce dont il hérite. Des personnes peuvent toujours être ajoutées et déplacées.
group-lock-reason = Motif
group-lock-title = Autorisations
group-locked = Les autorisations sont verrouillées.
group-locked-because = Les autorisations sont verrouillées : { $reason }
group-not-locked = Les administrateurs de ce groupe peuvent changer ce qu’il reçoit.
group-lock-done = Les autorisations de { $name } sont verrouillées.
group-unlock = Déverrouiller les autorisations
group-unlock-why = Les administrateurs de { $name } peuvent alors de nouveau changer ce qu’il reçoit.
group-unlock-done = Les autorisations de { $name } sont déverrouillées.
group-status = État
group-is-active = Le groupe est actif : ses membres ont ce qui lui est attribué.
group-is-disabled = Ce qui est attribué à ce groupe ne compte pas.
group-disable = Désactiver le groupe
group-disable-why = Ce qui est attribué à { $name } ne compte alors plus pour personne, ni pour ses membres ni pour ceux des groupes qui se trouvent dessous. Ils restent membres et gardent ce qui vient des groupes supérieurs.
group-disable-done = { $name } est désactivé.
group-enable = Activer le groupe
group-enable-why = Ce qui est attribué à { $name } compte alors de nouveau, pour tous ceux qui en font partie maintenant.
group-enable-done = { $name } est de nouveau actif.
