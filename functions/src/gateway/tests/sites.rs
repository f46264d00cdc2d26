//! Sites.

use super::*;
use shared::sites::{
    SiteDetails,
    api::{Create, List, Update, View},
};

fn details(name: &str) -> SiteDetails {
    SiteDetails { name: name.into(), ..SiteDetails::default() }
}

#[test]
fn sites_are_added_changed_and_listed_by_name() {
    let world = World::new();
    let owner = world.owner();
    let namur = owner.send(&Create { org: org(), details: details(" Namur ") }).unwrap();
    owner.send(&Create { org: org(), details: details("étang") }).unwrap();
    assert_eq!(errors(owner.send(&Create { org: org(), details: details("NAMUR") })), ["details.name taken"]);
    let change = Update { org: org(), site: namur.id.clone(), version: namur.version, details: details("Namen") };
    let changed = owner.send(&change).unwrap();
    assert_eq!(owner.send(&View { org: org(), site: namur.id }), Ok(changed));
    assert_eq!(code(owner.send(&change)), Code::ChangedMeanwhile);
    let names = owner.send(&List { org: org() }).unwrap().into_iter().map(|site| site.details.name);
    assert_eq!(names.collect::<Vec<_>>(), ["Namen", "étang"]);
}

#[test]
fn an_administrator_of_one_site_changes_it_and_adds_none() {
    let world = World::new();
    let (gent, namur) = (world.site("Gent"), world.site("Namur"));
    let (_, lim) = world.appoint("lim", vec![world.grant("sites", only(&gent))]);
    let change = |site: &SiteId| Update { org: org(), site: site.clone(), version: 1, details: details("Ledeberg") };
    assert!(lim.send(&change(&gent)).is_ok());
    assert_eq!(code(lim.send(&change(&namur))), Code::NotFound);
    assert_eq!(code(lim.send(&Create { org: org(), details: details("Aalst") })), Code::Forbidden);
}
