### Les avis.

notices-why = Ce que des administrateurs vous ont fait savoir, là où vous avez votre place.
notices-received = Reçus
notices-sent = Envoyés
notices-none = Aucun avis
notices-none-why = Ce que des administrateurs font savoir à tous, là où vous avez votre place, figurera ici.
notices-none-sent = Rien d’envoyé pour l’instant
notices-none-sent-why = Faites savoir quelque chose à tous à la fois : sur un site, dans un groupe ou dans toute l’organisation.
notice = Avis
notice-from = { $name }, { $time }
notice-unread = Nouveau
notice-confirm = J’ai lu cet avis
notice-confirmed = Vous avez confirmé avoir lu l’avis.
notice-read-at = Lu { $time }
notice-title = Objet
notice-sent-at = Envoyé
notice-read-by = Lu par
notice-receipts = { $read } sur { $recipients }

## En envoyer un
notices-new-why = Il parvient à tous ceux qui ont leur place aux endroits choisis, dans la console et, si vous le voulez, par e-mail. Vous voyez combien l’ont lu.
notice-text = Texte
notice-to = À qui
notice-to-why = Les personnes d’un site, ou d’un groupe et de ceux qui se trouvent dessous. Vos propres avis ne vous parviennent pas.
notice-by-mail = Aussi par e-mail
notice-by-mail-why = À l’adresse de chaque destinataire. L’avis figure dans la console dans tous les cas.
notice-continue = Continuer
notice-question =
    { $recipients ->
        [0] Personne n’a sa place à ce que vous avez choisi.
        [one] Cet avis parviendra à { $recipients } personne. Il ne pourra pas être repris.
       *[other] Cet avis parviendra à { $recipients } personnes. Il ne pourra pas être repris.
    }
notice-send = Envoyer
notice-sent = L’avis a été envoyé.
error-reaches-nobody = Personne d’autre n’a sa place à ce que vous avez choisi. Choisissez d’autres endroits.
