//! What is put into sentences.

/// An argument's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// What people typed or named: isolated, so that its direction disturbs nothing (UAX 9).
    Text(String),
    /// A number: written as the language writes numbers, and choosing plural forms.
    Number(f64),
    /// A fixed word that chooses between forms of a sentence.
    Choice(&'static str),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}
impl From<usize> for Value {
    fn from(number: usize) -> Self {
        // Counts of things on a screen are far below 2^53, where this would lose digits.
        Self::Number(number as f64)
    }
}
