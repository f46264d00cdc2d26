### La page qui explique la console.

help-why = Les quelques idées dont tout est fait ici.
help-authority = Qui peut faire quoi, et où
help-authority-why = Un rôle dit ce que l’on peut faire. Une attribution donne un rôle à quelqu’un, dans toute l’organisation, sur certains sites ou dans certains groupes, pour un temps si vous le souhaitez. Ce que quelqu’un peut faire est la somme de ses attributions ; rien n’en retranche.
help-delegation = Confier une partie du travail
help-delegation-why = Personne ne donne ce qu’il ne détient pas lui-même, et personne ne modifie ses propres droits. Avant l’enregistrement, le formulaire montre qui gagnerait ou perdrait quoi. Les cases que vous ne pouvez pas cocher disent pourquoi, et qui peut vous aider.
help-groups = Les groupes
help-groups-why = Un groupe peut détenir des attributions : ses membres en profitent tant qu’ils en sont membres, et ceux de tous les groupes qui se trouvent dessous aussi.
help-explain = Quand il manque quelque chose
help-explain-why = Demandez pourquoi quelqu’un peut ou ne peut pas faire quelque chose, ou regardez la console comme cette personne la voit. Chaque refus nomme le droit qui manque.
help-two-step = La validation en deux étapes
help-two-step-why = Après votre mot de passe, la connexion demande un code qu’une application de votre téléphone renouvelle toutes les 30 secondes. Configurez-la dans Mon compte : scannez l’image avec une application d’authentification, saisissez le premier code et gardez les dix codes de secours ailleurs que sur le téléphone. Sans téléphone, chacun d’eux vous connecte une fois ; sans l’un ni les autres, un administrateur la réinitialise pour vous. Votre organisation peut vous l’imposer ; vous la configurez alors au clic suivant.
help-audit = Ce qui s’est passé
help-audit-why = Tout ce qui est fait ou refusé est consigné, avec son auteur. Vous lisez ce qui concerne vos propres endroits, et pouvez vérifier que rien n’a été modifié après coup.
help-api = Pour les programmes
help-api-why = Tout ce que fait la console, un programme peut le faire par la même API, avec les mêmes droits.
help-api-description = Description de l’API (OpenAPI)
