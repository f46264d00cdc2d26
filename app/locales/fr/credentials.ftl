### L’accès des services à l’API de vérification.

credentials-why = Vos propres produits demandent ici qui peut faire quoi. Leur accès ouvre ces réponses et rien d’autre.
credentials-new = Créer un accès
credentials-none = Aucun service n’a accès
credentials-none-why = Créez-en un par produit, pour que chacun puisse être révoqué séparément.
credential-name = À quoi il sert
credential-name-hint = Le produit ou la machine, par exemple « Portail de facturation ».
credential-created-by = Créé par
credential-expires = Fonctionne jusqu’au
credential-expires-hint = Le dernier jour, ou vide pour aucune fin. Il prend aussi fin si vous perdez le droit de le créer.
credential-expired = Expiré
credential-never = Sans fin
credential-last-used = Dernière utilisation
credential-revoke = Révoquer
credential-revoke-question = { $name } est refusé dès la prochaine requête. Cela ne peut pas être annulé.
credential-revoked = L’accès a été révoqué.
credential-scope = Répond au sujet de
credential-acts = Actions
credential-rotate = Remplacer le jeton
credential-rotate-why = { $name } reçoit un nouveau jeton. Il compte désormais comme le vôtre : il ne peut rien que vous ne puissiez, et vous en répondez. Le jeton actuel fonctionne encore un moment, pour que le service puisse changer.
credential-overlap = Le jeton actuel fonctionne encore
credential-overlap-0 = plus du tout
credential-overlap-1 = une heure
credential-overlap-24 = un jour
credential-overlap-168 = une semaine
credential-previous = Le jeton précédent fonctionne jusqu’au { $until }.
credential-once = Copiez le jeton maintenant et gardez-le là où vous gardez les secrets. Il n’est affiché que cette fois.
secret-unseen = C’est fait, mais la réponse s’est perdue en route, et un secret n’est affiché qu’une fois. Remplacez-le pour en obtenir un que vous pourrez copier.
credential-token = Jeton
credential-done = Je l’ai gardé

## Comment s’en servir
credentials-how = Comment un service demande
credentials-how-why = Une requête avec le jeton dans son en-tête : qui, quoi et où. La réponse dit oui ou non, par quel rôle, ou pourquoi pas.
credentials-address = Adresse
credentials-example = Exemple
credentials-how-more = Posez jusqu’à 1 000 questions à la fois à …/checks/batch. Ne gardez pas les réponses longtemps : un droit retiré disparaît à la question suivante.
