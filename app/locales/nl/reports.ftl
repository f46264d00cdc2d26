### Rapporten en analyse: cijfers, grafieken, en wat er het laatst gebeurde.

reports-why = Cijfers over waar u voor zorgt, om hier of in een rekenblad te lezen.
reports-export = Exporteren als CSV
report = Rapport
report-users = Gebruikers per site
report-administrators = Beheerders naar reikwijdte
report-sign-ins = Aanmeldingen
report-changes = Wijzigingen
report-licenses = Licenties
analytics-why = Hoe het gaat met waar u voor zorgt.

## Welke dagen
figures-period = Dagen
figures-last = De laatste { $days } dagen
figures-own-days = Andere dagen
figures-utc = Een site die in de koptekst is gekozen, beperkt de cijfers. Dagen worden geteld in UTC.
figures-none = Niets te tellen
figures-none-why = Op deze dagen is er niets van dien aard gebeurd waar u voor zorgt. Probeer meer dagen.
error-period-too-long = Hoogstens { $max } dagen. Kies een later begin.

## Wat de rijen zijn
figures-site = Site
figures-no-site = Zonder site, of bij een site die u niet mag zien
figures-day = Dag
figures-week = Week vanaf { $day }
figures-weeks = Week
figures-width = Reikwijdte
figures-license = Licentie
figures-effect = Wat
figures-what = Wat
width-owner = Eigenaars
width-organization = De hele organisatie
width-sites = Meerdere sites
width-site = Eén site
width-groups = Groepen

## Wat er geteld wordt
measure-users = Gebruikers
measure-administrators = Beheerders
measure-active = Actief
measure-disabled = Uitgeschakeld
measure-temporary-passwords = Tijdelijk wachtwoord
measure-never-seen = Nooit geweest
measure-added = Nieuw op deze dagen
measure-ending = Eindigt binnen 30 dagen
measure-signed-in = Personen
measure-sign-ins = Aanmeldingen
measure-failed-sign-ins = Verkeerde wachtwoorden
measure-grants = Toekenningen
measure-changes = Wijzigingen
measure-user-changes = Gebruikers
measure-grant-changes = Toekenningen
measure-group-changes = Groepen
measure-site-changes = Sites
measure-role-changes = Rollen
measure-other-changes = Andere
measure-refused = Geweigerd
measure-assigned = Toegekend
measure-seats = Plaatsen
measure-available = Beschikbaar

## Trends
trend-sign-ins = Aanmeldingen
trend-sign-ins-why = Wie er kwam, dag na dag.
trend-growth = Gebruikers
trend-growth-why = Hoeveel er aan het eind van elke dag waren.
trend-changes = Wijzigingen
trend-changes-why = Wat er op deze dagen het vaakst werd gewijzigd.
trend-administrators = Beheerders
trend-administrators-why = Hoe ver hun bevoegdheid vandaag reikt.
trend-ending = Toekenningen die eindigen
trend-ending-why = In elk van de komende weken.

## Grafieken
chart-as-table = Als tabel tonen
chart-line = { $series }: { $first } aan het begin, { $last } aan het eind, { $most } op het hoogste punt ({ $point }).

## Wat er het laatst gebeurde
recent-title = Wat er het laatst gebeurde
recent-why = De nieuwste regels van het auditlog die u mag lezen.
recent-all = Alles tonen

## Of the dashboard
dashboard-inventory = Bestellingen en voorraad
dashboard-inventory-why = Hoeveel er in gebruik is van waar u voor zorgt.
