//! Two-step verification: after the password, a code of an authenticator app. Asked for at sign-in,
//! set up and undone on one's own page, required by the organization (RSC-12).

mod code;
mod confirm;
mod keep;
mod own;
mod policy;
mod reset;
mod set_up;

pub use confirm::ConfirmCode;
pub use own::OwnTwoStep;
pub use policy::TwoStepPolicyForm;
pub use reset::{ResetTwoStep, two_step_in_words};
pub use set_up::SetUp;
