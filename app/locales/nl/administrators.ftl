### Beheerders: de woorden van hun pagina's.

administrator = Beheerder
administrators-why = Wie zorgt voor welk deel van de organisatie.
administrators-new = Beheerder maken
administrators-new-why = Een nieuwe persoon die voor sommige sites zorgt, met sommige functies: nooit meer dan u zelf hebt.

## De lijst
administrators-search = Beheerders zoeken
administrators-scope = Waar
administrators-functions = Functies
administrators-action = Actie
administrators-open = Bekijken/bewerken
administrators-view = Bekijken
administrators-none = Geen beheerders hier
administrators-none-why = Niemand die u mag zien, beheert al iets.
administrators-none-found = Geen beheerder gevonden
administrators-none-found-why = Probeer minder woorden, een andere status of alle sites.

## Merktekens
rank-owner = Eigenaar: de hoofdbeheerder
rank-delegated = Secundaire beheerder

## Het formulier
administrator-account = Account
administrator-contact = Contact
administrator-address = Adres
administrator-address-why = Het fysieke adres of postadres van de beheerder.
administrator-sites = Sites
administrator-sites-why = Wat de beheerder mag, mag hij op deze sites en nergens anders.
administrator-sites-only = Alleen deze sites
administrator-functions = Functies
administrator-functions-what = Wat de beheerder mag
administrator-functions-why = Meerdere functies worden bij elkaar opgeteld.
administrator-user-name-hint = Volgt het e-mailadres tot u iets anders typt. Moet uniek zijn in de organisatie.
administrator-appointed = { $name } is nu beheerder.
administrator-saved = De wijzigingen aan { $name } zijn opgeslagen.
administrator-mixed = Deze beheerder heeft verschillende functies op verschillende sites. Ze blijven zoals ze zijn wanneer u opslaat.
administrator-one-record = Dit komt uit het gebruikersprofiel van de persoon. Er is één record: wat u hier wijzigt, wijzigt ook daar.
administrator-template =
    { $left_out ->
        [0] Dit begint met de bevoegdheden van { $name }.
        [one] Dit begint met de bevoegdheden van { $name }, zonder { $left_out } die u niet mag geven.
       *[other] Dit begint met de bevoegdheden van { $name }, zonder { $left_out } die u niet mag geven.
    }
scope-organization-why = Alle sites, ook die later worden toegevoegd.
role-owner-why = Alles, ook wat later wordt toegevoegd. Kan niet worden beperkt.
role-allows = Geeft het recht om { $permissions }.
error-choose-one = Kies er minstens één.

## Het account
administrator-access = Toegang
administrator-parent = Bovenliggende gebruiker
administrator-parent-none = Niemand: gemaakt met de organisatie, of door iemand die u niet mag zien
administrator-children = Onderliggende gebruikers
administrator-children-none = Geen
administrator-disable = Beheerder uitschakelen
administrator-disable-why = { $name } wordt meteen overal afgemeld en kan zich niet meer aanmelden. Er wordt niets verwijderd: functies, sites en wie door { $name } is aangesteld blijven, en u kunt het account weer inschakelen.
administrator-disabled = { $name } is uitgeschakeld.
administrator-enable = Beheerder inschakelen
administrator-enable-why = { $name } kan zich weer aanmelden, met dezelfde functies op dezelfde sites als voorheen.
administrator-enabled = { $name } is ingeschakeld.
administrator-is-disabled = Deze beheerder is uitgeschakeld en kan zich niet aanmelden.
administrator-save-first = Sla uw wijzigingen eerst op of maak ze ongedaan.

## Waarom iets niet kan worden gegeven
giving-not-organization = U zorgt zelf niet voor de hele organisatie.
giving-not-site = U mag op deze site niemand aanstellen.
giving-not-group = U mag in deze groep niemand aanstellen.
giving-owner = Alleen een eigenaar kan iemand eigenaar maken.
giving-owner-everywhere = Alleen voor de hele organisatie.
giving-too-much = U mag dit daar zelf niet allemaal: u mist het recht om { $permission }.
giving-to-oneself = Dit is uw eigen account: een andere beheerder beslist over de gebruikersnaam, het e-mailadres, de sites en de functies.
giving-not-dominated = Deze beheerder mag dingen die u niet mag, of niet zo lang: een eigenaar beslist over het account, de sites en de functies.
