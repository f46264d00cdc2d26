//! What mails say, in the three languages. `{name}` stands for an argument.

use shared::{mails::MailKind, organizations::Language};

/// What all mails share.
pub(super) struct Labels {
    pub(super) hello: &'static str,
    /// Whoever is no user yet has no name yet.
    pub(super) hello_stranger: &'static str,
    pub(super) user_name: &'static str,
    pub(super) email: &'static str,
    pub(super) password: &'static str,
    pub(super) until: &'static str,
    pub(super) role: &'static str,
    pub(super) holder: &'static str,
    pub(super) ends: &'static str,
    pub(super) sign_in: &'static str,
    pub(super) open: &'static str,
    pub(super) choose_password: &'static str,
    pub(super) accept: &'static str,
    pub(super) footer: &'static str,
    /// What stands behind it, unless there is an address for answers.
    pub(super) unread: &'static str,
    /// Built-in roles, as in the console.
    roles: &'static [(&'static str, &'static str)],
}

/// What a kind of mail says before and after what it brings.
#[derive(Clone, Copy)]
pub(super) struct Words {
    pub(super) subject: &'static str,
    pub(super) before: &'static [&'static str],
    pub(super) after: &'static [&'static str],
}

/// Puts arguments into a sentence, in one pass: what an argument holds is not looked at again.
pub(super) fn fill(sentence: &str, arguments: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        let argument = arguments.iter().find(|(known, _)| *known == name);
        out.push_str(argument.map_or("", |(_, value)| value));
        rest = after;
    }
    out.push_str(rest);
    out
}

impl Labels {
    pub(super) const fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
            Language::Dutch => &DUTCH,
        }
    }

    /// What a built-in role is called.
    pub(super) fn role(&self, name: &str) -> String {
        let known = self.roles.iter().find(|(role, _)| *role == name);
        known.map_or(name, |(_, words)| words).to_owned()
    }
}

const ENGLISH: Labels = Labels {
    hello: "Hello {name},",
    hello_stranger: "Hello,",
    user_name: "User name",
    email: "E-mail address",
    password: "Temporary password",
    until: "Valid until",
    role: "Role",
    holder: "Held by",
    ends: "Ends",
    sign_in: "Sign in",
    open: "Read and confirm",
    choose_password: "Choose a new password",
    accept: "Accept the invitation",
    footer: "{organization} sent you this message.",
    unread: "Nobody reads answers to it.",
    roles: &[
        ("owner", "Owner"),
        ("system_default", "System default (view only)"),
        ("users", "Users"),
        ("administrators", "Administrators"),
        ("sites", "Sites"),
        ("roles", "Roles"),
        ("groups", "Groups"),
        ("audit", "Audit trail"),
        ("notices", "Notices"),
        ("dashboard", "Dashboard"),
        ("inventory", "Inventory"),
        ("services", "Services"),
        ("assignments", "Assignments"),
        ("reports", "Reports"),
        ("analytics", "Analytics"),
        ("organization", "Company profile"),
        ("notes", "Notes"),
        ("orders", "Orders"),
        ("integrations", "Integrations"),
        ("account_administrators", "Account administrator"),
    ],
};

const FRENCH: Labels = Labels {
    hello: "Bonjour {name},",
    hello_stranger: "Bonjour,",
    user_name: "Nom d’utilisateur",
    email: "Adresse e-mail",
    password: "Mot de passe temporaire",
    until: "Valable jusqu’au",
    role: "Rôle",
    holder: "Détenu par",
    ends: "Prend fin le",
    sign_in: "Se connecter",
    open: "Lire et confirmer",
    choose_password: "Choisir un nouveau mot de passe",
    accept: "Accepter l’invitation",
    footer: "{organization} vous a envoyé ce message.",
    unread: "Personne ne lit les réponses à cette adresse.",
    roles: &[
        ("owner", "Propriétaire"),
        ("system_default", "Défaut du système (consultation seule)"),
        ("users", "Utilisateurs"),
        ("administrators", "Gérer les administrateurs"),
        ("sites", "Sites"),
        ("roles", "Rôles"),
        ("groups", "Groupes"),
        ("audit", "Journal d’audit"),
        ("notices", "Avis"),
        ("dashboard", "Tableau de bord"),
        ("inventory", "Inventaire"),
        ("services", "Services"),
        ("assignments", "Attributions des utilisateurs"),
        ("reports", "Rapports"),
        ("analytics", "Analyse"),
        ("organization", "Profil"),
        ("notes", "Remarques"),
        ("orders", "Commandes"),
        ("integrations", "Intégrations"),
        ("account_administrators", "Administrateur de compte"),
    ],
};

const DUTCH: Labels = Labels {
    hello: "Dag {name},",
    hello_stranger: "Dag,",
    user_name: "Gebruikersnaam",
    email: "E-mailadres",
    password: "Tijdelijk wachtwoord",
    until: "Geldig tot",
    role: "Rol",
    holder: "In handen van",
    ends: "Eindigt op",
    sign_in: "Aanmelden",
    open: "Lezen en bevestigen",
    choose_password: "Een nieuw wachtwoord kiezen",
    accept: "De uitnodiging aannemen",
    footer: "{organization} heeft u dit bericht gestuurd.",
    unread: "Antwoorden worden niet gelezen.",
    roles: &[
        ("owner", "Eigenaar"),
        ("system_default", "Systeemstandaard (alleen bekijken)"),
        ("users", "Gebruikers"),
        ("administrators", "Beheerders"),
        ("sites", "Sites"),
        ("roles", "Rollen"),
        ("groups", "Groepen"),
        ("audit", "Auditlog"),
        ("notices", "Berichten"),
        ("dashboard", "Dashboard"),
        ("inventory", "Inventaris"),
        ("services", "Diensten"),
        ("assignments", "Toewijzingen aan gebruikers"),
        ("reports", "Rapporten"),
        ("analytics", "Analyse"),
        ("organization", "Bedrijfsprofiel"),
        ("notes", "Opmerkingen"),
        ("orders", "Bestellingen"),
        ("integrations", "Integraties"),
        ("account_administrators", "Accountbeheerder"),
    ],
};

impl Words {
    pub(super) const fn of(kind: MailKind, language: Language) -> Self {
        match language {
            Language::English => english(kind),
            Language::French => french(kind),
            Language::Dutch => dutch(kind),
        }
    }
}

const fn english(kind: MailKind) -> Words {
    match kind {
        MailKind::Welcome => Words {
            subject: "Your account at {organization}",
            before: &["An account has been made for you at {organization}. Sign in with this:"],
            after: &[
                "You then choose a password of your own, which only you know. If you did not expect this message, tell an administrator of {organization}.",
            ],
        },
        MailKind::TemporaryPassword => Words {
            subject: "Your temporary password at {organization}",
            before: &[
                "Your password at {organization} has been reset, and you have been signed out everywhere. Sign in with this temporary password:",
            ],
            after: &[
                "It must be changed at the next sign-in. If you did not expect this message, tell an administrator of {organization}.",
            ],
        },
        MailKind::PasswordChanged => Words {
            subject: "Your password at {organization} was changed",
            before: &[
                "The password of your account at {organization} was changed just now, and all other sessions were ended.",
            ],
            after: &["If you neither did this nor asked for it, tell an administrator of {organization} at once."],
        },
        MailKind::TwoStepSetUp => Words {
            subject: "Two-step verification at {organization} was set up",
            before: &[
                "An authenticator app was set up for your account at {organization} just now. From now on you are asked for one of its codes when you sign in.",
            ],
            after: &["If you did not do this, tell an administrator of {organization} at once."],
        },
        MailKind::TwoStepRemoved => Words {
            subject: "Two-step verification at {organization} was removed",
            before: &[
                "Two-step verification was removed from your account at {organization} just now: you sign in with your password alone until you set it up again.",
            ],
            after: &["If you neither did this nor asked for it, tell an administrator of {organization} at once."],
        },
        MailKind::LoginChanged => Words {
            subject: "How you sign in to {organization} was changed",
            before: &[
                "The user name or e-mail address of your account at {organization} was changed. From now on you sign in with:",
            ],
            after: &["If you did not expect this, tell an administrator of {organization} at once."],
        },
        MailKind::Notice => {
            Words { subject: "{title}", before: &["{sender} sends you this notice:", "{title}"], after: &[] }
        }
        MailKind::GrantExpires => Words {
            subject: "A role at {organization} ends soon",
            before: &["This role at {organization} ends within a week:"],
            after: &["If it is still needed, an administrator can give it anew. Otherwise nothing has to be done."],
        },
        MailKind::Recovery => Words {
            subject: "Choose a new password at {organization}",
            before: &[
                "Somebody asked for a new password for your account at {organization}. With this link you choose one; it works once:",
            ],
            after: &["If you did not ask for this, nothing has to be done: your password stays as it is."],
        },
        MailKind::Invitation => Words {
            subject: "{sender} invites you to {organization}",
            before: &[
                "{sender} invites you to become a user at {organization}. With this link you make your account and choose a password that only you know; it works once:",
            ],
            after: &[
                "If you do not know {organization}, nothing has to be done: without the link there is no account.",
            ],
        },
        MailKind::InvitationToUser => Words {
            subject: "You have an account at {organization} already",
            before: &[
                "{sender} has invited you to {organization}. With this address you have an account there already, so there is nothing to accept. Sign in as usual:",
            ],
            after: &["If you have forgotten your password, you can ask for a new one on the sign-in page."],
        },
        MailKind::Reminder => Words {
            subject: "Your organizations",
            before: &["You asked which organizations know this address. You have an account here:"],
            after: &["If you did not ask for this, nothing has to be done: nobody but you reads this answer."],
        },
        MailKind::Onboarding => Words {
            subject: "Your account at {organization}",
            before: &[
                "An account has been made for you at {organization}. With this link you choose a password that only you know; it works once:",
            ],
            after: &[
                "Afterwards you sign in with your user name and that password. If you did not expect this message, tell an administrator of {organization}.",
            ],
        },
    }
}

const fn french(kind: MailKind) -> Words {
    match kind {
        MailKind::Welcome => Words {
            subject: "Votre compte chez {organization}",
            before: &["Un compte a été créé pour vous chez {organization}. Connectez-vous avec ces données :"],
            after: &[
                "Vous choisirez ensuite un mot de passe connu de vous seul. Si vous n’attendiez pas ce message, prévenez un administrateur de {organization}.",
            ],
        },
        MailKind::TemporaryPassword => Words {
            subject: "Votre mot de passe temporaire chez {organization}",
            before: &[
                "Votre mot de passe chez {organization} a été réinitialisé, et vous avez été déconnecté partout. Connectez-vous avec ce mot de passe temporaire :",
            ],
            after: &[
                "Il devra être modifié à la prochaine connexion. Si vous n’attendiez pas ce message, prévenez un administrateur de {organization}.",
            ],
        },
        MailKind::PasswordChanged => Words {
            subject: "Votre mot de passe chez {organization} a été changé",
            before: &[
                "Le mot de passe de votre compte chez {organization} vient d’être changé, et toutes les autres sessions ont pris fin.",
            ],
            after: &[
                "Si vous n’avez ni fait ni demandé ce changement, prévenez tout de suite un administrateur de {organization}.",
            ],
        },
        MailKind::TwoStepSetUp => Words {
            subject: "La validation en deux étapes chez {organization} a été configurée",
            before: &[
                "Une application d’authentification vient d’être configurée pour votre compte chez {organization}. Un de ses codes vous sera désormais demandé à la connexion.",
            ],
            after: &["Si vous ne l’avez pas fait, prévenez tout de suite un administrateur de {organization}."],
        },
        MailKind::TwoStepRemoved => Words {
            subject: "La validation en deux étapes chez {organization} a été désactivée",
            before: &[
                "La validation en deux étapes de votre compte chez {organization} vient d’être désactivée : vous vous connectez avec votre seul mot de passe jusqu’à ce que vous la configuriez à nouveau.",
            ],
            after: &[
                "Si vous n’avez ni fait ni demandé ce changement, prévenez tout de suite un administrateur de {organization}.",
            ],
        },
        MailKind::LoginChanged => Words {
            subject: "Votre connexion à {organization} a été modifiée",
            before: &[
                "Le nom d’utilisateur ou l’adresse e-mail de votre compte chez {organization} a été modifié. Désormais, vous vous connectez avec :",
            ],
            after: &["Si vous ne vous y attendiez pas, prévenez tout de suite un administrateur de {organization}."],
        },
        MailKind::Notice => {
            Words { subject: "{title}", before: &["{sender} vous envoie cet avis :", "{title}"], after: &[] }
        }
        MailKind::GrantExpires => Words {
            subject: "Un rôle chez {organization} prend bientôt fin",
            before: &["Ce rôle chez {organization} prend fin d’ici une semaine :"],
            after: &[
                "S’il est encore nécessaire, un administrateur peut le donner à nouveau. Sinon, il n’y a rien à faire.",
            ],
        },
        MailKind::Recovery => Words {
            subject: "Choisissez un nouveau mot de passe chez {organization}",
            before: &[
                "Un nouveau mot de passe a été demandé pour votre compte chez {organization}. Ce lien vous permet d’en choisir un ; il ne fonctionne qu’une fois :",
            ],
            after: &["Si vous n’avez rien demandé, il n’y a rien à faire : votre mot de passe reste le même."],
        },
        MailKind::Invitation => Words {
            subject: "{sender} vous invite chez {organization}",
            before: &[
                "{sender} vous invite à devenir utilisateur chez {organization}. Ce lien vous permet de créer votre compte et de choisir un mot de passe connu de vous seul ; il ne fonctionne qu’une fois :",
            ],
            after: &[
                "Si vous ne connaissez pas {organization}, il n’y a rien à faire : sans ce lien, aucun compte n’est créé.",
            ],
        },
        MailKind::InvitationToUser => Words {
            subject: "Vous avez déjà un compte chez {organization}",
            before: &[
                "{sender} vous a invité chez {organization}. Vous y avez déjà un compte à cette adresse : il n’y a rien à accepter. Connectez-vous comme d’habitude :",
            ],
            after: &[
                "Si vous avez oublié votre mot de passe, vous pouvez en demander un nouveau sur la page de connexion.",
            ],
        },
        MailKind::Reminder => Words {
            subject: "Vos organisations",
            before: &["Vous avez demandé quelles organisations connaissent cette adresse. Vous y avez un compte :"],
            after: &[
                "Si vous n’avez rien demandé, il n’y a rien à faire : personne d’autre que vous ne lit cette réponse.",
            ],
        },
        MailKind::Onboarding => Words {
            subject: "Votre compte chez {organization}",
            before: &[
                "Un compte a été créé pour vous chez {organization}. Ce lien vous permet de choisir un mot de passe connu de vous seul ; il ne fonctionne qu’une fois :",
            ],
            after: &[
                "Vous vous connecterez ensuite avec votre nom d’utilisateur et ce mot de passe. Si vous n’attendiez pas ce message, prévenez un administrateur de {organization}.",
            ],
        },
    }
}

const fn dutch(kind: MailKind) -> Words {
    match kind {
        MailKind::Welcome => Words {
            subject: "Uw account bij {organization}",
            before: &["Er is een account voor u gemaakt bij {organization}. Meld u hiermee aan:"],
            after: &[
                "Daarna kiest u een eigen wachtwoord, dat alleen u kent. Verwachtte u dit bericht niet, laat het dan weten aan een beheerder van {organization}.",
            ],
        },
        MailKind::TemporaryPassword => Words {
            subject: "Uw tijdelijke wachtwoord bij {organization}",
            before: &[
                "Uw wachtwoord bij {organization} is opnieuw ingesteld en u bent overal afgemeld. Meld u aan met dit tijdelijke wachtwoord:",
            ],
            after: &[
                "Bij de volgende aanmelding moet u het wijzigen. Verwachtte u dit bericht niet, laat het dan weten aan een beheerder van {organization}.",
            ],
        },
        MailKind::PasswordChanged => Words {
            subject: "Uw wachtwoord bij {organization} is gewijzigd",
            before: &[
                "Het wachtwoord van uw account bij {organization} is zojuist gewijzigd, en alle andere sessies zijn beëindigd.",
            ],
            after: &["Hebt u dit niet zelf gedaan of gevraagd, waarschuw dan meteen een beheerder van {organization}."],
        },
        MailKind::TwoStepSetUp => Words {
            subject: "Tweestapsverificatie bij {organization} is ingesteld",
            before: &[
                "Voor uw account bij {organization} is zojuist een authenticator-app ingesteld. Bij het aanmelden wordt u voortaan om een van haar codes gevraagd.",
            ],
            after: &["Hebt u dit niet zelf gedaan, waarschuw dan meteen een beheerder van {organization}."],
        },
        MailKind::TwoStepRemoved => Words {
            subject: "Tweestapsverificatie bij {organization} is uitgeschakeld",
            before: &[
                "De tweestapsverificatie van uw account bij {organization} is zojuist uitgeschakeld: u meldt zich met uw wachtwoord alleen aan tot u ze opnieuw instelt.",
            ],
            after: &["Hebt u dit niet zelf gedaan of gevraagd, waarschuw dan meteen een beheerder van {organization}."],
        },
        MailKind::LoginChanged => Words {
            subject: "Uw aanmelding bij {organization} is gewijzigd",
            before: &[
                "De gebruikersnaam of het e-mailadres van uw account bij {organization} is gewijzigd. Voortaan meldt u zich aan met:",
            ],
            after: &["Verwachtte u dit niet, waarschuw dan meteen een beheerder van {organization}."],
        },
        MailKind::Notice => {
            Words { subject: "{title}", before: &["{sender} stuurt u dit bericht:", "{title}"], after: &[] }
        }
        MailKind::GrantExpires => Words {
            subject: "Een rol bij {organization} eindigt binnenkort",
            before: &["Deze rol bij {organization} eindigt binnen een week:"],
            after: &["Is ze nog nodig, dan kan een beheerder ze opnieuw geven. Anders hoeft u niets te doen."],
        },
        MailKind::Recovery => Words {
            subject: "Kies een nieuw wachtwoord bij {organization}",
            before: &[
                "Er is een nieuw wachtwoord gevraagd voor uw account bij {organization}. Met deze link kiest u er een; hij werkt één keer:",
            ],
            after: &["Hebt u dit niet gevraagd, dan hoeft u niets te doen: uw wachtwoord blijft zoals het is."],
        },
        MailKind::Invitation => Words {
            subject: "{sender} nodigt u uit bij {organization}",
            before: &[
                "{sender} nodigt u uit om gebruiker te worden bij {organization}. Met deze link maakt u uw account en kiest u een wachtwoord dat alleen u kent; hij werkt één keer:",
            ],
            after: &["Kent u {organization} niet, dan hoeft u niets te doen: zonder de link is er geen account."],
        },
        MailKind::InvitationToUser => Words {
            subject: "U hebt al een account bij {organization}",
            before: &[
                "{sender} heeft u uitgenodigd bij {organization}. Met dit adres hebt u daar al een account, dus er is niets aan te nemen. Meld u aan zoals gewoonlijk:",
            ],
            after: &["Bent u uw wachtwoord vergeten, dan kunt u op de aanmeldpagina een nieuw aanvragen."],
        },
        MailKind::Reminder => Words {
            subject: "Uw organisaties",
            before: &["U hebt gevraagd welke organisaties dit adres kennen. Hier hebt u een account:"],
            after: &["Hebt u dit niet gevraagd, dan hoeft u niets te doen: niemand anders dan u leest dit antwoord."],
        },
        MailKind::Onboarding => Words {
            subject: "Uw account bij {organization}",
            before: &[
                "Er is een account voor u gemaakt bij {organization}. Met deze link kiest u een wachtwoord dat alleen u kent; hij werkt één keer:",
            ],
            after: &[
                "Daarna meldt u zich aan met uw gebruikersnaam en dat wachtwoord. Verwachtte u dit bericht niet, laat het dan weten aan een beheerder van {organization}.",
            ],
        },
    }
}
