### Ce que l’organisation décide pour elle-même.

organization-why = Ce qui vaut pour tous les membres de l’organisation.
organization-details = Nom et langue
organization-slug-fixed = Il figure dans chaque adresse et ne peut pas être modifié.
organization-language-hint = Pour la page de connexion, et pour les personnes qui n’ont pas choisi de langue.
privacy-statement-hint = Une adresse qui commence par https://. Elle figure dans le menu de chacun. Vide : aucune entrée.
organization-passwords = Mots de passe
organization-passwords-why = Règles pour les mots de passe choisis ou créés à partir de maintenant. Ceux qui existent restent valables.
organization-min-length = Nombre minimal de caractères
organization-min-length-hint = De { $min } à { $max }. Un mot de passe long est plus sûr qu’un mot de passe compliqué.
organization-temporary-hours = Validité des mots de passe temporaires (heures)
organization-types-passwords = Les administrateurs peuvent saisir des mots de passe temporaires
organization-types-passwords-why = Sinon ils sont créés au hasard, ce qui est plus sûr : personne ne saisit deux fois le même.
account-number-fixed = Votre numéro auprès du fournisseur. Il ne peut pas être modifié.
time-zone = Fuseau horaire
time-zone-hint = Celui dans lequel les e-mails indiquent jusqu’à quand quelque chose est valable.
account-contact = Contact
account-contact-why = À qui s’adresser au sujet du compte.
account-contact-name = Nom d’une personne ou d’un service
account-contact-phone = Téléphone
organization-range-hint = De { $min } à { $max }.
organization-change-forced = Les modifications de mot de passe par un administrateur obligent l’utilisateur à le changer à la prochaine connexion
organization-change-forced-why = Sinon, le mot de passe temporaire peut servir jusqu’à son expiration. La personne qui l’a créé le connaît aussi longtemps.
organization-sessions = Sessions
organization-sessions-why = Combien de temps on reste connecté. Une durée plus courte vaut aussi pour les personnes déjà connectées.
organization-idle-minutes = Fin après une inactivité de (minutes)
organization-absolute-hours = Fin dans tous les cas après (heures)
