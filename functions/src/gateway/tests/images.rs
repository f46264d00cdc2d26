//! The organization's own logo and colors.

use super::*;
use shared::{
    accounts::{AccountNumber, api as accounts},
    images::{
        Colors, Look, MediaType,
        api::{Images, Logo, RemoveLogo, SetColors, SetLogo, View},
    },
    organizations::api as organizations,
    roles::{RoleDetails, api::Create},
    session::api as session,
};

fn images(browser: &Browser<'_>) -> Images {
    browser.send(&View { org: org() }).unwrap()
}

fn set(browser: &Browser<'_>, logo: &str) -> Result<Images, Problem> {
    let version = images(browser).version;
    browser.send(&SetLogo { org: org(), version, logo: logo.into() })
}

fn choose(browser: &Browser<'_>, light: &str, dark: &str) -> Result<Images, Problem> {
    let (version, colors) = (images(browser).version, Colors { light: light.into(), dark: dark.into() });
    browser.send(&SetColors { org: org(), version, colors })
}

fn base64(bytes: &[u8]) -> String {
    data_encoding::BASE64.encode(bytes)
}

fn sample() -> String {
    SetLogo::samples().remove(0).logo
}

/// What anybody is told of the organization.
fn public(world: &World) -> Look {
    world.stranger().send(&organizations::View { org: org() }).unwrap().look
}

fn picture(world: &World, digest: &str) -> Result<shared::images::Picture, Problem> {
    world.stranger().send(&Logo { org: org(), digest: digest.into() })
}

#[test]
fn anybody_sees_the_logo_under_the_digest_of_its_content() {
    let world = World::new();
    let owner = world.owner();
    assert_eq!(public(&world), Look::default());
    let logo = set(&owner, &sample()).unwrap().logo.unwrap();
    assert_eq!((logo.media_type, logo.width, logo.height), (MediaType::Png, 16, 16));
    assert_eq!(logo.digest, Logo::samples().remove(0).digest);
    let seen = Look { logo: logo.digest.clone(), width: 16, height: 16, ..Look::default() };
    assert_eq!(public(&world), seen);
    assert_eq!(owner.me().unwrap().organization.look, seen);
    assert_eq!(picture(&world, &logo.digest).unwrap().data, sample());
    assert_eq!(code(picture(&world, &"0".repeat(64))), Code::NotFound);
    owner.send(&RemoveLogo { org: org() }).unwrap();
    assert_eq!(code(picture(&world, &logo.digest)), Code::NotFound);
    assert_eq!(public(&world), Look::default());
}

#[test]
fn the_sign_in_page_of_a_suspended_organization_keeps_its_logo() {
    let world = World::new();
    let logo = set(&world.owner(), &sample()).unwrap().logo.unwrap();
    world.stranger().send(&crate::testing::setup(TOKENS[1], "operator")).unwrap();
    let (operator, slug) = (world.stranger(), "operator".parse::<Slug>().unwrap());
    let sign_in = session::Create { org: slug.clone(), login: "olivia".into(), password: PASSWORD.into() };
    operator.send(&sign_in).unwrap();
    operator.send(&accounts::Suspend { org: slug, number: AccountNumber(1001) }).unwrap();
    assert!(picture(&world, &logo.digest).is_ok());
    assert_eq!(code(world.stranger().sign_in("olivia", PASSWORD)), Code::OrganizationSuspended);
}

#[test]
fn a_picture_that_cannot_be_a_logo_is_refused_at_its_field_and_writes_nothing() {
    let world = World::new();
    let owner = world.owner();
    let before = (world.last_record(), images(&owner));
    let svg = base64(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    let cut_off = sample()[..60].to_owned();
    let heavy = base64(&vec![0; shared::images::LOGO_BYTES_MAX + 1]);
    let refused = [
        ("", "logo required"),
        ("logo.png", "logo picture_unknown"),
        (&base64(b"logo.png"), "logo picture_unknown"),
        (&svg, "logo picture_svg"),
        (&cut_off, "logo picture_incomplete"),
        (&heavy, "logo picture_heavy"),
    ];
    for (logo, error) in refused {
        assert_eq!(errors(set(&owner, logo)), [error]);
    }
    assert_eq!((world.last_record(), images(&owner)), before);
}

#[test]
fn the_trail_names_pictures_by_their_digest_and_has_none() {
    let world = World::new();
    let owner = world.owner();
    let before = world.last_record();
    set(&owner, &sample()).unwrap();
    set(&owner, &sample()).unwrap();
    choose(&owner, "#7a1f5c", "").unwrap();
    owner.send(&RemoveLogo { org: org() }).unwrap();
    owner.send(&RemoveLogo { org: org() }).unwrap();
    assert_eq!(world.recorded_after(before), ["logo_set", "colors_chosen", "logo_removed"]);
    let trail = world.rows("SELECT group_concat(line) FROM audit")[0].get::<String>(0).unwrap();
    assert!(trail.contains(&Logo::samples().remove(0).digest) && !trail.contains(&sample()));
}

#[test]
fn colors_that_cannot_be_read_are_refused_each_at_its_field() {
    let world = World::new();
    let owner = world.owner();
    assert_eq!(
        errors(choose(&owner, "#ffcc00", "#000080")),
        ["colors.light color_too_light", "colors.dark color_too_dark"]
    );
    assert_eq!(errors(choose(&owner, "blue", "")), ["colors.light color"]);
    let chosen = Colors { light: "#7a1f5c".into(), dark: "#f0a6d6".into() };
    assert_eq!(choose(&owner, " #7A1F5C ", "#f0a6d6").unwrap().colors, chosen);
    assert_eq!(public(&world), Look { light: chosen.light, dark: chosen.dark, ..Look::default() });
    choose(&owner, "", "").unwrap();
    assert_eq!(public(&world), Look::default());
}

#[test]
fn a_choice_of_colors_is_undone_as_long_as_nothing_came_after_it() {
    let world = World::new();
    let owner = world.owner();
    choose(&owner, "#7a1f5c", "").unwrap();
    let seq = shared::audit::Seq(u64::try_from(world.last_record()).unwrap());
    let undo = shared::audit::api::Undo { org: org(), seq };
    owner.send(&undo).unwrap();
    assert_eq!(public(&world), Look::default());
    assert_eq!(code(owner.send(&undo)), Code::ChangedMeanwhile);
}

#[test]
fn of_two_changes_of_one_version_one_wins() {
    let world = World::new();
    let owner = world.owner();
    let version = images(&owner).version;
    set(&owner, &sample()).unwrap();
    let colors = Colors { light: "#7a1f5c".into(), dark: String::new() };
    assert_eq!(code(owner.send(&SetColors { org: org(), version, colors })), Code::ChangedMeanwhile);
    assert_eq!(code(owner.send(&SetLogo { org: org(), version, logo: sample() })), Code::ChangedMeanwhile);
}

#[test]
fn only_who_may_change_the_whole_organization_changes_its_look() {
    let world = World::new();
    let site = world.site("Gent");
    let permissions = ["organization:view", "organization:update"].map(|text| text.parse().unwrap()).into();
    let details = RoleDetails { name: "Office".into(), description: String::new(), permissions };
    world.owner().send(&Create { org: org(), details }).unwrap();
    let (_, anna) = world.appoint("anna", vec![world.grant("Office", Scope::Organization)]);
    let (_, bart) = world.appoint("bart", vec![world.grant("Office", only(&site))]);
    let (_, carl) = world.appoint_at("carl", &site);
    assert!(set(&anna, &sample()).is_ok());
    assert_eq!(code(carl.send(&View { org: org() })), Code::Forbidden);
    for refused in
        [code(set(&bart, &sample())), code(choose(&bart, "", "")), code(bart.send(&RemoveLogo { org: org() }))]
    {
        assert_eq!(refused, Code::Forbidden);
    }
}
