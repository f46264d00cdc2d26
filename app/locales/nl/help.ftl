### De pagina die de console uitlegt.

help-why = De paar ideeën waaruit hier alles bestaat.
help-authority = Wie mag wat, en waar
help-authority-why = Een rol zegt wat men mag. Een toekenning geeft iemand een rol, in de hele organisatie, op enkele sites of in enkele groepen, als u wilt voor een bepaalde tijd. Wat iemand mag, is de som van zijn toekenningen; niets gaat daar van af.
help-delegation = Een deel van het werk overdragen
help-delegation-why = Niemand geeft wat hij zelf niet heeft, en niemand wijzigt zijn eigen rechten. Voordat u opslaat, toont het formulier wie wat zou krijgen of verliezen. Vakjes die u niet mag aankruisen zeggen waarom, en wie kan helpen.
help-groups = Groepen
help-groups-why = Een groep kan toekenningen hebben: de leden hebben ze zolang ze lid zijn, en de leden van alle groepen eronder ook.
help-explain = Als er iets ontbreekt
help-explain-why = Vraag waarom iemand iets mag of niet mag, of bekijk de console zoals die persoon haar ziet. Elke weigering noemt het recht dat ontbreekt.
help-two-step = Tweestapsverificatie
help-two-step-why = Na uw wachtwoord vraagt het aanmelden een code die een app op uw telefoon om de 30 seconden vernieuwt. Stel ze in bij Mijn account: scan de afbeelding met een authenticator-app, typ de eerste code en bewaar de tien herstelcodes elders dan op de telefoon. Zonder telefoon meldt elk daarvan u één keer aan; zonder beide verwijdert een beheerder ze voor u. Uw organisatie kan u ertoe verplichten; dan stelt u ze in bij de volgende klik.
help-audit = Wat er is gebeurd
help-audit-why = Alles wat wordt gedaan of geweigerd, wordt vastgelegd, met wie het deed. U leest wat uw eigen plaatsen betreft, en kunt controleren dat er achteraf niets is gewijzigd.
help-api = Voor programma’s
help-api-why = Alles wat de console doet, kan een programma via dezelfde API, met dezelfde rechten.
help-api-description = Beschrijving van de API (OpenAPI)
