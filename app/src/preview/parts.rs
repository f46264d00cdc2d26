//! What somebody gains or loses, put together by place: the judge says it right by right.

use shared::{
    authority::{Permission, Place, judge::Gain},
    ids::GroupId,
};

/// Rights at one place, from one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) place: Place,
    /// The group from which they are inherited, unless they are the person's own.
    pub(super) through: Option<GroupId>,
    /// The rights; none of them named is every right there is.
    pub(super) permissions: Vec<Option<Permission>>,
}

/// The parts, in the order in which they first appear.
pub(super) fn parts(gains: &[Gain]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for Gain { entitlement, through } in gains {
        let known = parts.iter_mut().find(|part| part.place == entitlement.place && part.through == *through);
        match known {
            Some(part) => part.permissions.push(entitlement.permission.clone()),
            None => parts.push(Part {
                place: entitlement.place.clone(),
                through: through.clone(),
                permissions: vec![entitlement.permission.clone()],
            }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::{
        authority::{
            Entitlement,
            permission::{USERS_UPDATE, USERS_VIEW},
        },
        ids::SiteId,
    };

    fn gain(permission: Permission, place: &Place, through: Option<u128>) -> Gain {
        let entitlement = Entitlement { permission: Some(permission), place: place.clone() };
        Gain { entitlement, through: through.map(GroupId::from_u128) }
    }

    #[test]
    fn rights_at_one_place_from_one_group_are_told_together() {
        let gent = Place::Site(SiteId::from_u128(7));
        let gains = [
            gain(USERS_VIEW, &Place::Organization, None),
            gain(USERS_VIEW, &gent, Some(9)),
            gain(USERS_UPDATE, &gent, Some(9)),
            gain(USERS_UPDATE, &gent, None),
        ];
        let told: Vec<_> =
            parts(&gains).into_iter().map(|part| (part.place, part.through, part.permissions.len())).collect();
        let ops = Some(GroupId::from_u128(9));
        assert_eq!(told, [(Place::Organization, None, 1), (gent.clone(), ops, 2), (gent, None, 1)]);
    }
}
