### Berichten.

notices-why = Wat beheerders u hebben laten weten, op de plaatsen waar u bij hoort.
notices-received = Ontvangen
notices-sent = Verzonden
notices-none = Geen berichten
notices-none-why = Wat beheerders aan iedereen laten weten op de plaatsen waar u bij hoort, komt hier te staan.
notices-none-sent = Nog niets verzonden
notices-none-sent-why = Laat iedereen van een site, een groep of de hele organisatie in één keer iets weten.
notice = Bericht
notice-from = { $name }, { $time }
notice-unread = Nieuw
notice-confirm = Ik heb dit gelezen
notice-confirmed = U hebt bevestigd dat u het bericht hebt gelezen.
notice-read-at = Gelezen { $time }
notice-title = Onderwerp
notice-sent-at = Verzonden
notice-read-by = Gelezen door
notice-receipts = { $read } van { $recipients }

## Er een verzenden
notices-new-why = Het bereikt iedereen die hoort bij de plaatsen die u kiest, in de console en als u wilt ook per e-mail. U ziet hoeveel mensen het hebben gelezen.
notice-text = Tekst
notice-to = Aan wie
notice-to-why = De mensen van een site, of van een groep en de groepen eronder. Uw eigen berichten bereiken u niet.
notice-by-mail = Ook per e-mail
notice-by-mail-why = Naar het adres van elke ontvanger. In de console staat het in elk geval.
notice-continue = Verder
notice-question =
    { $recipients ->
        [0] Niemand hoort bij wat u hebt gekozen.
        [one] Dit bericht bereikt { $recipients } persoon. Het kan niet worden teruggenomen.
       *[other] Dit bericht bereikt { $recipients } mensen. Het kan niet worden teruggenomen.
    }
notice-send = Verzenden
notice-sent = Het bericht is verzonden.
error-reaches-nobody = Niemand anders hoort bij wat u hebt gekozen. Kies andere plaatsen.
