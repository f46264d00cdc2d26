### Rapports et analyse : des chiffres, des graphiques, et ce qui s’est passé en dernier.

reports-why = Des chiffres sur ce dont vous avez la charge, à lire ici ou dans un tableur.
reports-export = Exporter en CSV
report = Rapport
report-users = Utilisateurs par site
report-administrators = Administrateurs par étendue
report-sign-ins = Connexions
report-changes = Modifications
report-licenses = Licences
analytics-why = L’évolution de ce dont vous avez la charge.

## Quels jours
figures-period = Jours
figures-last = Les { $days } derniers jours
figures-own-days = D’autres jours
figures-utc = Un site choisi dans l’en-tête restreint les chiffres. Les jours sont comptés en UTC.
figures-none = Rien à compter
figures-none-why = Rien de tel ne s’est passé ces jours-là dans ce dont vous avez la charge. Essayez une période plus longue.
error-period-too-long = { $max } jours au plus. Choisissez un début plus tardif.

## Ce que sont les lignes
figures-site = Site
figures-no-site = Sans site, ou à un site que vous ne pouvez pas voir
figures-day = Jour
figures-week = Semaine à partir du { $day }
figures-weeks = Semaine
figures-width = Étendue
figures-license = Licence
figures-effect = Quoi
figures-what = Quoi
width-owner = Propriétaires
width-organization = Toute l’organisation
width-sites = Plusieurs sites
width-site = Un site
width-groups = Groupes

## Ce qui est compté
measure-users = Utilisateurs
measure-administrators = Administrateurs
measure-active = Actifs
measure-disabled = Désactivés
measure-temporary-passwords = Mot de passe temporaire
measure-never-seen = Jamais venus
measure-added = Nouveaux ces jours-là
measure-ending = Échéance d’ici 30 jours
measure-signed-in = Personnes
measure-sign-ins = Connexions
measure-failed-sign-ins = Mots de passe erronés
measure-grants = Attributions
measure-changes = Modifications
measure-user-changes = Utilisateurs
measure-grant-changes = Attributions
measure-group-changes = Groupes
measure-site-changes = Sites
measure-role-changes = Rôles
measure-other-changes = Autres
measure-refused = Refusées
measure-assigned = Attribuées
measure-seats = Places
measure-available = Disponibles

## Évolutions
trend-sign-ins = Connexions
trend-sign-ins-why = Qui est venu, jour après jour.
trend-growth = Utilisateurs
trend-growth-why = Leur nombre à la fin de chaque jour.
trend-changes = Modifications
trend-changes-why = Ce qui a été modifié le plus souvent ces jours-là.
trend-administrators = Administrateurs
trend-administrators-why = Jusqu’où va leur autorité aujourd’hui.
trend-ending = Attributions qui prennent fin
trend-ending-why = Au cours de chacune des semaines à venir.

## Graphiques
chart-as-table = Afficher sous forme de tableau
chart-line = { $series } : { $first } au début, { $last } à la fin, { $most } au plus ({ $point }).

## Ce qui s’est passé en dernier
recent-title = Dernières modifications
recent-why = Les dernières entrées du journal d’audit que vous pouvez lire.
recent-all = Tout afficher

## Of the dashboard
dashboard-inventory = Ordres et inventaire
dashboard-inventory-why = Ce qui est utilisé de ce dont vous avez la charge.
