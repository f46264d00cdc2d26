### Notices.

notices-why = What administrators have told you where you belong.
notices-received = Received
notices-sent = Sent
notices-none = No notices
notices-none-why = What administrators tell everybody where you belong will stand here.
notices-none-sent = Nothing sent yet
notices-none-sent-why = Tell everybody at a site, in a group or in the whole organization something at once.
notice = Notice
notice-from = { $name }, { $time }
notice-unread = New
notice-confirm = I have read this
notice-confirmed = You have confirmed that you have read the notice.
notice-read-at = Read { $time }
notice-title = Subject
notice-sent-at = Sent
notice-read-by = Read by
notice-receipts = { $read } of { $recipients }

## Sending one
notices-new-why = It reaches everybody who belongs to the places that you choose, in the console and by mail if you like. You see how many have read it.
notice-text = Text
notice-to = To whom
notice-to-why = People who belong to a site, or to a group or one below it. Your own notices do not reach you.
notice-by-mail = Also by e-mail
notice-by-mail-why = To the address of each recipient. In the console it stands in any case.
notice-continue = Continue
notice-question =
    { $recipients ->
        [0] Nobody belongs to what you have chosen.
        [one] This notice will reach { $recipients } person. It cannot be taken back.
       *[other] This notice will reach { $recipients } people. It cannot be taken back.
    }
notice-send = Send
notice-sent = The notice has been sent.
error-reaches-nobody = Nobody else belongs to what you have chosen. Choose other places.
