### Les fonctionnalités du produit de l’organisation.

features-why = Ce qu’offre votre propre produit. Chaque fonctionnalité est un droit que les rôles peuvent contenir et que votre produit vérifie.
features-new = Ajouter une fonctionnalité
features-none = Aucune fonctionnalité pour l’instant
features-none-why = Ajoutez ce qu’offre votre produit, pour que les rôles puissent le donner.
feature = Fonctionnalité
feature-label = Nom
feature-label-why = Dans au moins une langue. S’il en manque une, une autre est affichée.
feature-description = Description
feature-description-why = Pour les administrateurs qui composent des rôles.
feature-where = Où elle se trouve
feature-link = Adresse
feature-link-hint = Commence par https://, ou par / pour une page de cette console. Ceux qui peuvent utiliser la fonctionnalité la trouvent dans la navigation.
feature-key = Clé
feature-key-why = La façon dont votre produit désigne la fonctionnalité. Elle ne peut plus être modifiée ensuite.
feature-key-hint = Lettres minuscules, chiffres et traits de soulignement, en commençant par une lettre.
error-feature-key = Utilisez de 1 à 40 lettres minuscules, chiffres et traits de soulignement, en commençant par une lettre.
feature-permission = En tant que droit : { $permission }
feature-added = La fonctionnalité { $name } a été ajoutée.
feature-delete = Supprimer la fonctionnalité
feature-delete-question = La fonctionnalité { $name } disparaîtra définitivement. C’est possible tant que personne ne la détient et qu’aucun de vos rôles ne la contient.
feature-deleted = La fonctionnalité { $name } a été supprimée.
role-feature = Fonctionnalité : { $name }
role-feature-help = Utiliser cette fonctionnalité du produit de votre organisation.
