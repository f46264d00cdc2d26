### Les aperçus : ce qu’une modification ferait, avant qu’elle soit enregistrée.

preview-title = Ce que cela change
preview-nobody = Les droits de personne ne changent.
preview-unknown = On ne peut pas prévoir maintenant ce que cela changerait. Ce sera jugé à l’enregistrement.
preview-gains =
    { $count ->
        [one] { $count } personne reçoit des droits
       *[other] { $count } personnes reçoivent des droits
    }
preview-losses =
    { $count ->
        [one] { $count } personne perd des droits
       *[other] { $count } personnes perdent des droits
    }
preview-orphans =
    { $count ->
        [one] Personne ne répondrait plus de { $count } rôle
       *[other] Personne ne répondrait plus de { $count } rôles
    }
preview-freed =
    { $count ->
        [one] { $count } place redevient disponible
       *[other] { $count } places redeviennent disponibles
    }
preview-unseen =
    { $count ->
        [one] Cela peut aussi concerner { $count } personne que vous ne pouvez pas voir.
       *[other] Cela peut aussi concerner { $count } personnes que vous ne pouvez pas voir.
    }
preview-part = { $place } : { $permissions }
preview-part-through = { $place }, par { $group } : { $permissions }
preview-more-rights =
    { $count ->
        [one] { $rights } et { $count } autre
       *[other] { $rights } et { $count } autres
    }
preview-orphan = { $role }, { $scope }
preview-everything = tout faire
preview-in-organization = dans toute l’organisation
preview-at-site = sur le site { $site }
preview-at-some-site = sur un site que vous ne pouvez pas voir
preview-in-group = dans le groupe { $group } et dessous
preview-some-group = un groupe que vous ne pouvez pas voir
preview-somebody = une personne que vous ne pouvez pas voir
preview-group-members = membres de { $group }

## Pourquoi ce sera refusé
preview-refused-gain = Cela donnerait ceci à { $who } : { $permission } { $place }. Vous ne pouvez pas y donner ce droit vous-même.
preview-refused-gain-through = Cela donnerait ceci à { $who }, par le groupe { $group } : { $permission } { $place }. Vous ne pouvez pas y donner ce droit vous-même.
preview-refused-loss = Cela retirerait des droits à quelqu’un qui peut faire des choses que vous ne pouvez pas faire : { $who }. Adressez-vous à un propriétaire de l’organisation.
preview-refused-oneself = Cela vous donnerait ce droit à vous-même : { $permission }. Adressez-vous à un autre administrateur.
