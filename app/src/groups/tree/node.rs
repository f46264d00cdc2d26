//! What a row of the tree stands for.

use crate::navigation::Query;
use shared::ids::{GroupId, UserId};

/// A group, or somebody in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::groups) enum Node {
    /// A group.
    Group(GroupId),
    /// Somebody.
    Person {
        /// In which group he was met; in none where he was searched for.
        group: Option<GroupId>,
        /// Who.
        user: UserId,
    },
}

impl Node {
    pub(super) fn key(&self) -> String {
        match self {
            Self::Group(group) => format!("g.{group}"),
            Self::Person { group: Some(group), user } => format!("p.{group}.{user}"),
            Self::Person { group: None, user } => format!("u.{user}"),
        }
    }

    pub(super) fn of_key(key: &str) -> Option<Self> {
        let parts: Vec<&str> = key.split('.').collect();
        match parts[..] {
            ["g", group] => Some(Self::Group(group.parse().ok()?)),
            ["p", group, user] => Some(Self::Person { group: Some(group.parse().ok()?), user: user.parse().ok()? }),
            ["u", user] => Some(Self::Person { group: None, user: user.parse().ok()? }),
            _ => None,
        }
    }

    pub(super) fn from_address(group: Option<&str>, user: Option<&str>) -> Option<Self> {
        let group = group.and_then(|group| group.parse().ok());
        match (user.and_then(|user| user.parse().ok()), group) {
            (Some(user), group) => Some(Self::Person { group, user }),
            (None, group) => group.map(Self::Group),
        }
    }

    pub(super) fn parameters(&self) -> [Query<'static>; 2] {
        match self {
            Self::Group(group) => [("group", Some(group.to_string())), ("user", None)],
            Self::Person { group, user } => {
                [("group", group.as_ref().map(ToString::to_string)), ("user", Some(user.to_string()))]
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_again_by_its_key_and_by_its_address() {
        let (group, user) = (GroupId::from_u128(9), UserId::from_u128(1));
        let nodes = [
            Node::Group(group.clone()),
            Node::Person { group: Some(group), user: user.clone() },
            Node::Person { group: None, user },
        ];
        for node in nodes {
            assert_eq!(Node::of_key(&node.key()), Some(node.clone()));
            let [(_, group), (_, user)] = node.parameters();
            assert_eq!(Node::from_address(group.as_deref(), user.as_deref()), Some(node));
        }
        assert_eq!(Node::of_key("w.g..1"), None);
    }
}
