//! Lies that no program can notice, since they come to the same as the truth.

/// Changes that are not noticed, and why that is right.
pub struct Accepted {
    /// The name of the stub's file.
    pub stub: &'static str,
    /// As it is printed.
    pub function: &'static str,
    /// As it is printed.
    pub what: &'static str,
    /// What makes it come to the same.
    pub reason: &'static str,
}

/// Each of them has to be there, and has to be unnoticed: else it is an error.
pub const ACCEPTED: &[Accepted] = &[
    Accepted {
        stub: "ureq_2",
        function: "head",
        what: "`any()` instead of `exempt`",
        reason: "an answer to HEAD owes nothing, with a pool or without",
    },
    Accepted {
        stub: "wreq",
        function: "head",
        what: "`any()` instead of `exempt`",
        reason: "an answer to HEAD owes nothing, with a pool or without",
    },
];
