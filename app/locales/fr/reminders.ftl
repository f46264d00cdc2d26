### Retrouver ses organisations par e-mail.

reminder-title = Retrouver mes organisations
reminder-why = Saisissez l’adresse e-mail de votre compte. Nous vous envoyons les organisations où cette adresse a un compte, avec les liens pour vous connecter.
reminder-ask = M’envoyer mes organisations
reminder-asked = Si cette adresse a un compte, un e-mail lui a été envoyé. Regardez aussi dans les indésirables.
reminder-back = Je connais le nom court
