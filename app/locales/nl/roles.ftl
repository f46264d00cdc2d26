### De pagina’s van rollen.

roles-new = Rol maken
roles-why = Een rol is een reeks rechten. Een beheerder krijgt hem voor bepaalde sites of voor de hele organisatie.
roles-search = Rollen zoeken
roles-all = Alle
roles-none = Geen rol gevonden
roles-none-why = Probeer minder woorden of een andere soort.
role = Rol
role-details = Rol
role-name = Naam
role-name-hint = Wat mensen met deze rol doen, zoals ‘Helpdesk’.
role-description = Omschrijving
role-description-hint = Voor andere beheerders die zich afvragen of dit de rol is die ze zoeken.
role-kind = Soort
role-kind-built-in = Ingebouwd
role-kind-custom = Van uzelf
role-permissions = Staat toe
role-permissions-hint = Wijs een vakje aan om te lezen wat het betekent.
role-allows-everything = Alles, ook wat er later bij komt
role-allows-part = { $resource }: { $actions }
role-holders = Gegeven aan
role-held-by =
    { $count ->
        [0] Niemand heeft deze rol.
        [one] { $count } persoon heeft deze rol.
       *[other] { $count } mensen hebben deze rol.
    }
role-built-in = Deze rol hoort bij het product en blijft zoals hij is. Maak een kopie om er een te hebben die u kunt wijzigen.
role-owner-fixed = Deze rol staat alles toe en ligt vast: hij kan niet worden bewerkt of verwijderd, en de laatste eigenaar die zich kan aanmelden kan hem niet verliezen.
role-feature-fixed = Deze rol hoort bij een functie van uw product: hij wordt samen met die functie gemaakt, hernoemd en verwijderd.
role-not-yours = U hebt zelf niet het recht om { $permission }, dus u kunt het niet geven. Deze mensen kunnen u helpen: { $helpers }.
role-copy = Kopie maken
role-copy-of =
    { $left_out ->
        [0] Dit begint als een kopie van ‘{ $name }’.
        [one] Dit begint als een kopie van ‘{ $name }’, zonder { $left_out } recht dat u zelf niet hebt.
       *[other] Dit begint als een kopie van ‘{ $name }’, zonder { $left_out } rechten die u zelf niet hebt.
    }
role-made = De rol { $name } is gemaakt.
role-delete = Rol verwijderen
role-delete-question = De rol { $name } verdwijnt voorgoed. Niemand heeft hem, dus niemand verliest een recht.
role-deleted = De rol { $name } is verwijderd.

## De matrix: kolommen, en wat elk vakje betekent
action-view = Zien
action-create = Toevoegen
action-update = Wijzigen
action-grant = Geven en afnemen
action-delete = Verwijderen
help-permission-users-view = De lijst van gebruikers zien, en ieders gegevens, op de sites waarvoor de rol geldt.
help-permission-users-create = Gebruikers toevoegen op die sites, elk met een tijdelijk wachtwoord.
help-permission-users-update = Gegevens van gebruikers wijzigen, hen uit- en inschakelen, en hun wachtwoord opnieuw instellen.
help-permission-administrators-view = Beheerders zien, met hun rollen en waar die gelden.
help-permission-administrators-create = Beheerders aanstellen, met niet meer dan wat men zelf heeft.
help-permission-administrators-update = Gegevens van beheerders wijzigen, hen uit- en inschakelen, en hun wachtwoord opnieuw instellen, tenzij ze evenveel mogen als uzelf.
help-permission-administrators-grant = Rollen geven en afnemen, nooit meer dan wat men zelf heeft.
help-permission-sites-view = Sites en hun adressen zien.
help-permission-sites-create = Sites toevoegen. Alleen voor de hele organisatie: een nieuwe site hoort bij geen van de bestaande.
help-permission-sites-update = Namen en adressen van sites wijzigen.
help-permission-roles-view = Rollen zien, en wat ze toestaan.
help-permission-roles-create = Rollen maken van rechten die men zelf heeft. Alleen voor de hele organisatie.
help-permission-roles-update = Eigen rollen van uw organisatie wijzigen, voor iedereen die ze heeft. Alleen voor de hele organisatie.
help-permission-roles-delete = Eigen rollen van uw organisatie verwijderen die niemand heeft. Alleen voor de hele organisatie.
help-permission-groups-view = Groepen zien, met hun leden en wat ze meegeven.
help-permission-groups-create = Groepen toevoegen op deze plaatsen, en onder deze groepen.
help-permission-groups-update = Groepen hernoemen en verplaatsen, leden toevoegen en weghalen, nooit meer dan men zelf mag geven.
help-permission-groups-delete = Lege groepen verwijderen.
help-permission-features-view = Zien wat het eigen product van uw organisatie biedt.
help-permission-features-update = Functies toevoegen, wijzigen en weghalen. Alleen voor de hele organisatie.
help-permission-audit-view = Lezen wat er gebeurd is op de plaatsen waarvoor de rol geldt, en nagaan dat er sindsdien niets aan veranderd is.
help-permission-credentials-view = Zien welke diensten mogen vragen wie wat mag. Alleen voor de hele organisatie.
help-permission-credentials-create = Een dienst toegang tot die antwoorden geven. Alleen voor de hele organisatie.
help-permission-credentials-delete = De toegang van een dienst intrekken. Alleen voor de hele organisatie.
help-permission-integrations-view = Zien met welke andere producten de organisatie verbonden is en wat ernaartoe is gestuurd. Alleen voor de hele organisatie.
help-permission-integrations-update = Andere producten verbinden. Een webhook vertelt ze alleen wat men zelf in de auditlog mag lezen. Alleen voor de hele organisatie.
help-permission-notices-create = Berichten verzenden aan iedereen op deze plaatsen, en zien hoeveel mensen ze hebben gelezen.
help-permission-organization-view = De naam, de taal en de wachtwoordregels van de organisatie bekijken. Alleen voor de hele organisatie.
help-permission-organization-update = De naam, de taal en de wachtwoordregels van de organisatie wijzigen. Alleen voor de hele organisatie.
help-permission-accounts-view = Nummer, naam en status van alle organisaties bekijken, en niets van wat erin staat. Alleen voor de hele organisatie.
help-permission-accounts-create = Een organisatie maken en haar eerste beheerder aanstellen. Alleen voor de hele organisatie.
help-permission-accounts-update = Een organisatie opschorten, waarmee al haar sessies eindigen, en hervatten. Alleen voor de hele organisatie.
help-permission-reports-view = Cijfers lezen over gebruikers, beheerders, aanmeldingen en wijzigingen op de plaatsen waarvoor de rol geldt. Ze noemen niemand.
help-permission-analytics-view = Zien hoe deze cijfers zich ontwikkelen op de plaatsen waarvoor de rol geldt.
help-permission-dashboard-view = Het dashboard openen, waar men na het aanmelden aankomt. Zonder dit recht komt men op de eerste pagina die men mag openen.
help-permission-notes-view = Lezen wat beheerders voor elkaar achterlaten over de betrokken sites.
help-permission-notes-create = Opmerkingen over die sites achterlaten.
help-permission-notes-delete = Opmerkingen verwijderen die men zelf heeft geschreven.
help-permission-orders-view = Zien wat voor de betrokken sites is besteld.
help-permission-orders-create = Iets voor die sites bestellen.
help-permission-orders-update = Aangeven dat een bestelling is geleverd of geannuleerd, of ze heropenen.
