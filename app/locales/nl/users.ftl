### De pagina’s van gebruikers.

users-new = Gebruiker toevoegen
users-new-why = Iemand die de dienst gebruikt. Wat deze persoon mag beheren, wordt elders bepaald.
users-why = Iedereen die de dienst gebruikt, op de sites die u beheert.
users-search = Gebruikers zoeken
users-none = Nog geen gebruikers
users-none-why = Voeg de eerste toe: met een naam, een e-mailadres en, als u wilt, een site.
users-none-found = Geen gebruiker gevonden
users-none-found-why = Probeer minder woorden, een andere status of alle sites.
user = Gebruiker
user-account = Account
user-contact = Contact
user-name-follows = Hiermee meldt men zich aan, net als met het e-mailadres. Uniek in de organisatie.
user-site-none = Geen site
user-site = Werkplek
users-views = Wie wordt getoond
users-all = Iedereen
users-agents = Agenten
agent-locked = U mag de gegevens van deze persoon niet wijzigen.
user-site-hint = Beheerders van die site zorgen voor deze persoon.
# The seed system’s own words (CRES-15).
user-added = Gebruiker <{ $email }> toegevoegd.
user-saved = De wijzigingen aan { $name } zijn opgeslagen.

## De account
user-access = Toegang
user-is-administrator = Deze persoon is beheerder: gebruikersnaam, e-mailadres, site, wachtwoord en toegang wijzigt u op de pagina van de beheerder.
user-administrator = Pagina van de beheerder
user-disable = Gebruiker uitschakelen
user-disable-why = { $name } wordt meteen overal afgemeld en kan zich niet meer aanmelden. Er wordt niets gewist, en u kunt de account weer inschakelen.
user-disabled = { $name } is uitgeschakeld.
user-enable = Gebruiker inschakelen
user-enable-why = { $name } kan zich weer aanmelden, net als voorheen.
user-enabled = { $name } is ingeschakeld.

## Toekenningen
user-grants-none-why = Ken een rol toe om van deze persoon een beheerder te maken.
user-grants-unseen = Rollen die u niet mag zien
user-grants-unseen-why = Wat deze persoon heeft, reikt verder dan wat u beheert.
