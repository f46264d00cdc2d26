### De eigen organisaties zoeken per e-mail.

reminder-title = Mijn organisaties zoeken
reminder-why = Typ het e-mailadres van uw account. Wij sturen u de organisaties waar het er een heeft, met links om u aan te melden.
reminder-ask = Stuur mij mijn organisaties
reminder-asked = Als dit adres een account heeft, is er een e-mail naar onderweg. Kijk ook in de map met ongewenste e-mail.
reminder-back = Ik ken de korte naam
