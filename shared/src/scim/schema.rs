//! The schemas (RFC 7643, 7): exactly what is kept, so that what a client learns at `/Schemas` is
//! what it gets.

use serde_json::{Value, json};

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Text.
    Text,
    /// True or false.
    Boolean,
    /// The address of another resource of these types.
    Reference(&'static [&'static str]),
    /// Several attributes.
    Complex(&'static [Attribute]),
}

/// What a client may do with an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mutability {
    /// Read and write.
    ReadWrite,
    /// Read.
    ReadOnly,
    /// Say once.
    Immutable,
}

/// An attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub name: &'static str,
    /// What a value is.
    pub of: Type,
    /// Whether there may be several values.
    pub multi_valued: bool,
    /// Whether there must be one.
    pub required: bool,
    /// Whether case matters when values are compared.
    pub case_exact: bool,
    /// Whether no two resources have the same.
    pub unique: bool,
    /// What a client may do with it.
    pub mutability: Mutability,
    /// Whether an answer has it only if it is asked for by name.
    pub on_request: bool,
    /// The usual values, if there are any.
    pub canonical: &'static [&'static str],
    /// What it is for.
    pub description: &'static str,
}

const fn text(name: &'static str, description: &'static str) -> Attribute {
    Attribute {
        name,
        of: Type::Text,
        multi_valued: false,
        required: false,
        case_exact: false,
        unique: false,
        mutability: Mutability::ReadWrite,
        on_request: false,
        canonical: &[],
        description,
    }
}

const fn list(name: &'static str, parts: &'static [Attribute], description: &'static str) -> Attribute {
    Attribute { of: Type::Complex(parts), multi_valued: true, ..text(name, description) }
}

const fn kind_of(canonical: &'static [&'static str]) -> Attribute {
    Attribute { canonical, ..text("type", "What the value is for.") }
}

/// A schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schema {
    /// Its URN.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is about.
    pub description: &'static str,
    /// Its attributes.
    pub attributes: &'static [Attribute],
}

/// A resource type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ResourceType {
    /// Its name.
    pub name: &'static str,
    /// Where its resources are.
    pub endpoint: &'static str,
    /// What it is about.
    pub description: &'static str,
    /// Its own schema.
    pub schema: &'static Schema,
    /// What else a resource may have.
    pub extensions: &'static [&'static Schema],
}

/// The URN of users' extension by what Bailiwick knows of them.
pub const OWN_USER: &str = "urn:ietf:params:scim:schemas:extension:bailiwick:2.0:User";
/// The URN of groups' extension by what Bailiwick knows of them.
pub const OWN_GROUP: &str = "urn:ietf:params:scim:schemas:extension:bailiwick:2.0:Group";
/// The URN of the enterprise extension (RFC 7643, 4.3).
pub const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const REQUIRED: bool = true;
const READ_ONLY: Mutability = Mutability::ReadOnly;

const USER_SCHEMA: Schema = Schema {
    id: "urn:ietf:params:scim:schemas:core:2.0:User",
    name: "User",
    description: "Somebody of the organization.",
    attributes: &[
        Attribute {
            required: REQUIRED,
            unique: true,
            ..text("userName", "What one signs in with, besides the e-mail address.")
        },
        Attribute {
            of: Type::Complex(&[
                Attribute { required: REQUIRED, ..text("givenName", "Given name.") },
                text("middleName", "Middle name."),
                Attribute { required: REQUIRED, ..text("familyName", "Family name.") },
            ]),
            required: REQUIRED,
            ..text("name", "The parts of the name.")
        },
        Attribute { mutability: READ_ONLY, ..text("displayName", "The parts of the name in a row.") },
        text("nickName", "What the person is called in daily work."),
        // Nobody is neither. Whoever leaves it out when he adds somebody means that he may.
        Attribute { of: Type::Boolean, required: REQUIRED, ..text("active", "Whether the person may sign in.") },
        Attribute {
            canonical: &["agent"],
            ..text("userType", "That the person also works as an agent; anything else is not kept.")
        },
        Attribute {
            required: REQUIRED,
            ..list(
                "emails",
                &[Attribute { required: REQUIRED, unique: true, ..text("value", "The address.") }, kind_of(&["work"])],
                "The e-mail address; of several, the one at work is kept.",
            )
        },
        list(
            "phoneNumbers",
            &[
                Attribute { required: REQUIRED, ..text("value", "The number, as typed.") },
                kind_of(&["work", "mobile", "home", "fax", "sip"]),
            ],
            "Telephone numbers, at most one of each type.",
        ),
        list(
            "addresses",
            &[
                text("streetAddress", "Street and number."),
                text("locality", "Town."),
                text("region", "Region, province or state."),
                text("postalCode", "Postal code."),
                text("country", "Country."),
                kind_of(&["work"]),
            ],
            "The postal address; of several, the one at work is kept.",
        ),
        Attribute {
            mutability: READ_ONLY,
            ..list(
                "groups",
                &[
                    Attribute { mutability: READ_ONLY, ..text("value", "The group's id.") },
                    Attribute {
                        mutability: READ_ONLY,
                        of: Type::Reference(&["Group"]),
                        case_exact: true,
                        ..text("$ref", "The group's address.")
                    },
                    Attribute { mutability: READ_ONLY, ..text("display", "The group's name.") },
                ],
                "The groups that the person is in.",
            )
        },
    ],
};

const ENTERPRISE_SCHEMA: Schema = Schema {
    id: ENTERPRISE,
    name: "EnterpriseUser",
    description: "What the directory says of somebody's employment. It is kept for the directory and changes nothing.",
    attributes: &[
        text("employeeNumber", "The number of the employee."),
        text("costCenter", "The cost center."),
        text("organization", "The organization."),
        text("division", "The division."),
        text("department", "The department."),
        Attribute {
            of: Type::Complex(&[text("value", "The manager's id, as the directory says it.")]),
            ..text("manager", "The manager.")
        },
    ],
};

const OWN_USER_SCHEMA: Schema = Schema {
    id: OWN_USER,
    name: "BailiwickUser",
    description: "What Bailiwick knows of somebody besides.",
    attributes: &[
        text("site", "The name of the site where the person belongs."),
        Attribute { case_exact: true, ..text("ssoId", "How the identity provider names the person.") },
        Attribute {
            case_exact: true,
            ..text("team", "The id of the team that the person is in. Whom an administrator has moved stays there.")
        },
        text("description", "What else is to be known about the person."),
    ],
};

const GROUP_SCHEMA: Schema = Schema {
    id: "urn:ietf:params:scim:schemas:core:2.0:Group",
    name: "Group",
    description: "A group of people.",
    attributes: &[
        Attribute { required: REQUIRED, ..text("displayName", "Its name, unique among its siblings.") },
        list(
            "members",
            &[
                Attribute { mutability: Mutability::Immutable, ..text("value", "The user's id.") },
                Attribute {
                    mutability: Mutability::Immutable,
                    of: Type::Reference(&["User"]),
                    case_exact: true,
                    ..text("$ref", "The user's address.")
                },
                Attribute {
                    mutability: Mutability::Immutable,
                    canonical: &["User"],
                    ..text("type", "What the member is.")
                },
            ],
            "The people in it, those of groups below it not counted.",
        ),
    ],
};

const OWN_GROUP_SCHEMA: Schema = Schema {
    id: OWN_GROUP,
    name: "BailiwickGroup",
    description: "What Bailiwick knows of a group besides.",
    attributes: &[
        Attribute {
            mutability: READ_ONLY,
            on_request: true,
            canonical: &["team", "access"],
            ..text("kind", "What it is for: one is in at most one team, and in any number of access groups.")
        },
        Attribute { mutability: READ_ONLY, on_request: true, ..text("parent", "The id of the group right above.") },
        text("description", "What it is for."),
    ],
};

/// Users.
pub const USER: ResourceType = ResourceType {
    name: "User",
    endpoint: "/Users",
    description: "The people of the organization.",
    schema: &USER_SCHEMA,
    extensions: &[&ENTERPRISE_SCHEMA, &OWN_USER_SCHEMA],
};

/// Groups.
pub const GROUP: ResourceType = ResourceType {
    name: "Group",
    endpoint: "/Groups",
    description: "Groups of people: teams and access groups.",
    schema: &GROUP_SCHEMA,
    extensions: &[&OWN_GROUP_SCHEMA],
};

/// All resource types.
pub const RESOURCE_TYPES: [&ResourceType; 2] = [&USER, &GROUP];

/// All schemas.
pub fn schemas() -> impl Iterator<Item = &'static Schema> {
    RESOURCE_TYPES.into_iter().flat_map(|kind| std::iter::once(kind.schema).chain(kind.extensions.iter().copied()))
}

/// The attribute of this name, in whatever case (RFC 7643, 2.1).
pub fn find<'a>(attributes: &'a [Attribute], name: &str) -> Option<&'a Attribute> {
    attributes.iter().find(|attribute| attribute.name.eq_ignore_ascii_case(name))
}

impl Attribute {
    /// Its parts, if it is complex.
    pub const fn parts(&self) -> &'static [Attribute] {
        match self.of {
            Type::Complex(parts) => parts,
            _ => &[],
        }
    }

    fn to_json(self) -> Value {
        let (of, references) = match self.of {
            Type::Text => ("string", None),
            Type::Boolean => ("boolean", None),
            Type::Reference(types) => ("reference", Some(types)),
            Type::Complex(_) => ("complex", None),
        };
        let mutability = match self.mutability {
            Mutability::ReadWrite => "readWrite",
            Mutability::ReadOnly => "readOnly",
            Mutability::Immutable => "immutable",
        };
        let mut json = json!({
            "name": self.name,
            "type": of,
            "multiValued": self.multi_valued,
            "description": self.description,
            "required": self.required,
            "mutability": mutability,
            "returned": if self.on_request { "request" } else { "default" },
        });
        let mut set = |name: &str, value: Value| json[name] = value;
        if !matches!(self.of, Type::Complex(_) | Type::Boolean) {
            set("caseExact", self.case_exact.into());
            set("uniqueness", if self.unique { "server" } else { "none" }.into());
        }
        if !self.canonical.is_empty() {
            set("canonicalValues", self.canonical.into());
        }
        if let Some(types) = references {
            set("referenceTypes", types.into());
        }
        if !self.parts().is_empty() {
            set("subAttributes", self.parts().iter().map(|part| part.to_json()).collect());
        }
        json
    }
}

impl Schema {
    /// As a resource (RFC 7643, 7).
    pub fn to_json(&self) -> Value {
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
            "id": self.id,
            "name": self.name,
            "description": self.description,
            "attributes": self.attributes.iter().map(|attribute| attribute.to_json()).collect::<Value>(),
        })
    }
}

impl ResourceType {
    /// As a resource (RFC 7643, 6).
    pub fn to_json(&self) -> Value {
        let extension = |schema: &&Schema| json!({ "schema": schema.id, "required": false });
        json!({
            "schemas": ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
            "id": self.name,
            "name": self.name,
            "endpoint": self.endpoint,
            "description": self.description,
            "schema": self.schema.id,
            "schemaExtensions": self.extensions.iter().map(extension).collect::<Value>(),
        })
    }

    /// The extension with this URN, in whatever case.
    pub fn extension(&self, urn: &str) -> Option<&'static Schema> {
        self.extensions.iter().copied().find(|schema| schema.id.eq_ignore_ascii_case(urn))
    }
}
