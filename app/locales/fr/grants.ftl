### Les attributions : un rôle donné quelque part, pour un temps, pour une raison.

grants = Rôles attribués
grants-none = Rien n’a été attribué
grants-none-why = Attribuez un rôle pour toute l’organisation, pour certains sites ou pour un groupe, pour un temps si vous le souhaitez.
grant-give = Attribuer un rôle
grant-given = Le rôle a été attribué.
grant-role-choose = Choisissez un rôle
grant-reach-sites = Certains sites
grant-reach-groups = Certains groupes, avec tout ce qui se trouve en dessous
grant-reach-groups-why = Les groupes eux-mêmes, tous les groupes en dessous, et leurs membres.
grant-from = À partir du
grant-from-hint = Tout de suite, si vous laissez ce champ vide.
grant-until = Jusqu’au
grant-until-hint = Sans fin, si vous laissez ce champ vide.
grant-reason = Raison
grant-reason-hint = Pour ceux qui se le demanderont plus tard, par exemple « Remplace Kim en juillet ».
error-choose-role = Choisissez un rôle.

## Ce qu’on en sait
grant-lasts = Du { $from } au { $until }
grant-lasts-from = À partir du { $from }
grant-lasts-until = Jusqu’au { $until }
grant-because = « { $reason } »
grant-given-by = Attribué par { $name } le { $date }
grant-given-at-set-up = Attribué à l’installation, le { $date }
grant-over = Terminé
grant-later = Commence plus tard
grant-suspended = Suspendu
grant-through = Par { $group }
grant-through-some-group = Par un groupe

## Ce qu’on peut en faire
grant-take = Retirer
grant-take-why = Le rôle est retiré immédiatement. Il pourra être attribué à nouveau.
grant-taken = Le rôle a été retiré.
grant-suspend = Suspendre
grant-suspend-why = Le rôle ne compte plus tant que vous ne le rétablissez pas.
grant-suspended-done = Le rôle a été suspendu.
grant-resume = Rétablir
grant-resume-why = Le rôle compte de nouveau, comme s’il était attribué maintenant.
grant-resumed = Le rôle compte de nouveau.
grant-rehome = Faire répondre quelqu’un d’autre
grant-rehome-why = Une personne qui détient au moins autant que ce que le rôle y donne. Le rôle même reste tel quel.
grant-grantor = Qui en répond désormais
grant-rehomed = { $name } en répond désormais.

## Autorité orpheline
orphaned-title = Personne n’en répond plus
orphaned-why = Ceux qui ont attribué ces rôles détiennent moins de droits depuis, ou ne peuvent plus se connecter.
orphaned-by = Attribué par { $name }
orphaned-answer = En répondre moi-même
orphaned-answer-why = Vous répondez désormais de ce rôle, comme si vous l’aviez attribué. Le rôle lui-même reste tel quel.
orphaned-answered = Vous en répondez désormais.
orphans-choice = Que deviennent les rôles dont plus personne ne répondrait
orphans-keep = Ils restent tels quels ; le tableau de bord les affiche jusqu’à ce que quelqu’un en réponde
orphans-suspend = Ils sont suspendus
orphans-rehome = Quelqu’un d’autre en répond


## Privilèges
privileges-why = Qui détient quoi, et où. Attribuez des privilèges à un profil, ou copiez ceux d’un autre.
privileges-profile = Profil d’utilisateur
privileges-actions = Actions
privileges-assign = Attribuer de nouveaux privilèges
privileges-add = Ajouter
privileges-assigned = Les privilèges ont été attribués.
privileges-copy = Copier
privileges-copy-of = Copier les privilèges de { $name }
privileges-copy-why = Ce qui est détenu par des groupes n’est pas copié : cela appartient aux groupes.
privileges-copy-to = Vers qui
privileges-copy-to-new = Vers un nouvel administrateur
copy-mode = Ce que devient ce que cette personne détient déjà
copy-mode-add = Elle le garde : ajouter les privilèges copiés
copy-mode-replace = Il est remplacé par les privilèges copiés
privileges-copied =
    { $count ->
        [one] { $count } privilège a été copié.
       *[other] { $count } privilèges ont été copiés.
    }
privileges-copy-nothing = Il n’y a rien à copier : cet administrateur ne détient rien en son propre nom.
privileges-copy-too-much = Vous ne pouvez donner vous-même aucun de ces privilèges.
privileges-copy-same = Cette personne détient déjà tout cela.
privileges-left-out =
    { $count ->
        [one] { $count } n’est pas copié : vous ne pouvez pas le donner
       *[other] { $count } ne sont pas copiés : vous ne pouvez pas les donner
    }
