### Votre propre page.

profile-why = Vos données, la langue et l’apparence de la console, votre mot de passe, et où vous êtes connecté(e).
profile-data = Vos données
profile-account-hint = Vous sert à vous connecter, comme votre adresse e-mail. Seul un administrateur peut modifier l’un et l’autre.
profile-language-usual = Celle de l’organisation ({ $language })
profile-language-hint = Enregistrée avec vos données, pour tous vos appareils.
profile-theme-hint = S’applique aussitôt, dans ce navigateur seulement.
theme = Thème
address = Adresse

## Sessions
sessions = Où vous êtes connecté(e)
sessions-why = Mettez fin à ce que vous ne reconnaissez pas ou n’utilisez plus ; en cas de doute, changez ensuite votre mot de passe.
sessions-none = Aucune session
sessions-none-why = Personne n’est connecté avec votre compte.
session-device = Appareil
session-device-unknown = Appareil inconnu
session-browser-on-system = { $browser } sur { $system }
session-this-device = Cet appareil
session-began = Connexion
session-last-used = Dernière utilisation
session-end-short = Terminer
session-end = Mettre fin à la session
session-end-question = Vous serez déconnecté(e) sur { $device }. Ce qui n’y est pas enregistré sera perdu.
session-ended = La session est terminée.

## Time zone and notices
profile-time-zone = Fuseau horaire
profile-time-zone-usual = Comme ce navigateur
profile-time-zone-hint = Fuseau dans lequel les heures sont affichées. Les heures que vous saisissez sont celles de ce navigateur.
profile-notices-by-mail = Recevoir aussi les avis par e-mail
profile-notices-by-mail-hint = Les avis figurent toujours dans la console. Ce qui concerne votre compte arrive toujours par e-mail.
