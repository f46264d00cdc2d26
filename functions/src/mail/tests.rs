use super::*;
use crate::testing::surroundings;

fn letter(parts: Vec<Part>) -> Letter {
    Letter {
        language: "fr",
        subject: "Avis\r\nBcc: everybody@example.org".into(),
        greeting: "Bonjour <b>Jim</b>,".into(),
        parts,
        footer: "Noordzee & zonen".into(),
    }
}

#[test]
fn what_people_typed_is_text_in_html_and_one_line_in_headers() {
    let hostile = "<script>alert(1)</script>\" onmouseover='x' \r\nBcc: a@b.be";
    let letter = letter(vec![
        Part::Paragraph(hostile.into()),
        Part::Facts(vec![("Label", hostile.into())]),
        Part::Quote(format!("{hostile}\nsecond line")),
        Part::Link { label: "Open", url: "https://console.example/o/a/sign-in".into() },
    ]);
    assert_eq!(letter.subject(), "Avis  Bcc: everybody@example.org");
    let html = letter.html();
    for dangerous in ["<script", "<b>", "\" onmouseover", "'x'"] {
        assert!(!html.contains(dangerous), "{dangerous} in {html}");
    }
    assert!(html.contains("&lt;script&gt;") && html.contains("Noordzee &amp; zonen"), "{html}");
    assert!(html.contains("<br>second line"), "the lines of a quotation are kept: {html}");
    let text = letter.text();
    assert!(!text.contains('\r') && text.contains("> second line"), "{text}");
    // As French sets it; other languages set no space.
    assert!(text.contains("Open\u{a0}:\nhttps://console.example/o/a/sign-in\n"), "{text}");
    assert!(Letter { language: "en", ..letter }.text().contains("Open:\nhttps://"), "{text}");
}

#[test]
fn an_argument_is_not_looked_at_again() {
    let arguments = [("name", "{password}"), ("password", "secret")];
    assert_eq!(fill("Hello {name}, {unknown}{name}", &arguments), "Hello {password}, {password}");
    assert_eq!(fill("{password}", &arguments), "secret");
}

#[test]
fn every_kind_of_mail_says_the_same_in_every_language() {
    let names = |text: &str| {
        let mut names: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect();
        names.sort();
        names.dedup();
        names
    };
    for kind in MailKind::ALL {
        let of = |language| {
            let words = Words::of(kind, language);
            let all: Vec<&str> = [words.subject].iter().chain(words.before).chain(words.after).copied().collect();
            (names(words.subject), words.before.len(), words.after.len(), names(&all.concat()))
        };
        let english = of(Language::English);
        assert!(
            english.3.iter().all(|name| ["organization", "title", "sender"].contains(&name.as_str())),
            "{english:?}"
        );
        for language in Language::ALL {
            assert_eq!(of(language), english, "{kind:?} in {}", language.tag());
        }
    }
}

#[test]
fn every_built_in_role_has_a_name_in_every_language() {
    let built_in = crate::roles::built_in(&surroundings());
    let names = built_in.iter().filter_map(|effect| match effect {
        crate::effects::Effect::RoleCreated { details, .. } => Some(details.name.clone()),
        _ => None,
    });
    for name in names.chain(["owner".to_owned()]) {
        for language in Language::ALL {
            assert_ne!(Labels::of(language).role(&name), name, "{name} in {}", language.tag());
        }
    }
}

#[test]
fn pauses_grow_to_hours_and_never_fall_in_step() {
    let whole = |attempts: u32| (FIRST_PAUSE.0 << attempts).min(LONGEST_PAUSE.0);
    for attempts in 0..12 {
        let pauses: Vec<i64> = (0..100).map(|_| pause_after(attempts, &surroundings()).0).collect();
        let (least, most) = (pauses.iter().min().unwrap(), pauses.iter().max().unwrap());
        assert!(*least >= whole(attempts) / 2 && *most <= whole(attempts), "{attempts}: {least} to {most}");
        assert!(most - least > whole(attempts) / 4, "{attempts}: {least} to {most}");
    }
    assert!(pause_after(u32::MAX, &surroundings()).0 <= LONGEST_PAUSE.0);
}

#[test]
fn the_message_id_is_that_of_the_mail_at_the_senders_domain() {
    let message = Message {
        id: MailId::from_u128(7),
        from_name: "Noordzee".into(),
        reply_to: None,
        to: "a@b.be".into(),
        subject: String::new(),
        text: String::new(),
        html: String::new(),
    };
    assert_eq!(message.message_id("no-reply@noordzee.example"), format!("{:032x}@noordzee.example", 7));
}
