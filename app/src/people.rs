//! Who somebody is, as fields of a form: the same for users, administrators and one's own
//! profile. A draft holds what is typed; the fields show it. What it is for and who may change
//! it is the pages' business.

mod draft;
mod facts;
mod fields;
mod last_mail;
mod picker;
mod status;
mod switch;
mod temporary_password;

pub use draft::{AddressDraft, PersonDraft, PhonesDraft, user_name_from};
pub use facts::AccountFacts;
pub use fields::{AccountFields, AddressFields, AgentField, ContactFields, MoreFields, NameFields, PhoneFields};
pub use last_mail::LastMail;
pub use picker::{Among, PersonPicker, name_of, picked_by_id, picked_user};
pub use status::{ENDING_SOON, StatusBadge, StatusFilter, narrowed_to, status_in_address};
pub use switch::switched_account;
pub use temporary_password::{
    Issued, IssuedDialog, ResetPasswordDialog, TemporaryPasswordDraft, TemporaryPasswordFields,
};
