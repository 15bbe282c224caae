//! What is done about a body that is dropped before its end.
//!
//! Code chooses, for all origins and for some; whoever runs the program has the last word:
//!
//! ```sh
//! UNDRAINED=drain my-program            # off, observe, warn, drain, fail
//! UNDRAINED=warn,sites=full my-program  # and how much is told about places in the code
//! ```

use std::time::Duration;

use crate::Sites;

/// What is done about a body that is dropped before its end.
///
/// ```
/// use std::time::Duration;
/// use undrained::Policy;
///
/// let policy = Policy::drain(256 * 1024, Duration::from_millis(50));
/// assert_eq!(policy, "drain".parse()?);
/// # Ok::<_, undrained::UnknownPolicy>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Policy {
    /// Nothing is watched: where it holds for all origins, connections are not even counted.
    Off,
    /// It is told, quietly.
    Observe,
    /// It is told, loudly if a connection was lost.
    #[default]
    Warn,
    /// The rest is read in the background, within limits, so that the connection can be used again.
    ///
    /// This needs the feature `tokio`, and a runtime of tokio with its timer on the thread that drops the body.
    Drain(DrainLimits),
    /// It is told as an error, and [`Guard::check`](crate::Guard::check) fails.
    Fail,
}

impl Policy {
    /// To read at most `bytes` of a dropped body, for at most `time`.
    pub const fn drain(bytes: u64, time: Duration) -> Self {
        Self::Drain(DrainLimits { bytes, time })
    }

    /// The name: `warn`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Observe => "observe",
            Self::Warn => "warn",
            Self::Drain(_) => "drain",
            Self::Fail => "fail",
        }
    }
}

/// How much of a dropped body is read. The default is what Go's client does: 256 KiB, 50 ms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrainLimits {
    /// A body with more bytes to come is not read, or no further.
    pub bytes: u64,
    /// Reading takes no longer than this.
    pub time: Duration,
}

impl Default for DrainLimits {
    fn default() -> Self {
        Self { bytes: 256 * 1024, time: Duration::from_millis(50) }
    }
}

/// A word that is no policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownPolicy(String);

impl std::fmt::Display for UnknownPolicy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "`{}` is none of off, observe, warn, drain, fail", self.0)
    }
}

impl std::error::Error for UnknownPolicy {}

impl std::str::FromStr for Policy {
    type Err = UnknownPolicy;

    fn from_str(word: &str) -> Result<Self, UnknownPolicy> {
        Ok(match word {
            "off" => Self::Off,
            "observe" => Self::Observe,
            "warn" => Self::Warn,
            "drain" => Self::Drain(DrainLimits::default()),
            "fail" => Self::Fail,
            _ => return Err(UnknownPolicy(word.to_owned())),
        })
    }
}

/// What a value of the environment variable `UNDRAINED` asks for. Words that say nothing are left out.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Wishes {
    pub(crate) policy: Option<Policy>,
    pub(crate) sites: Option<Sites>,
}

impl Wishes {
    pub(crate) fn from_env() -> Self {
        std::env::var("UNDRAINED").map(|value| Self::parse(&value)).unwrap_or_default()
    }

    fn parse(value: &str) -> Self {
        let mut wishes = Self::default();
        for word in value.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let understood = match word.strip_prefix("sites=") {
                Some(sites) => sites.parse().map(|sites| wishes.sites = Some(sites)).is_ok(),
                None => word.parse().map(|policy| wishes.policy = Some(policy)).is_ok(),
            };
            if !understood {
                tracing::warn!(target: "undrained", "the variable UNDRAINED has a word that means nothing: {word}");
            }
        }
        wishes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variable_names_a_policy_and_how_much_is_told_of_sites() {
        let both = Wishes { policy: Some(Policy::Fail), sites: Some(Sites::Sampled(100)) };
        assert_eq!(Wishes::parse("fail, sites=1/100"), both);
        assert_eq!(Wishes::parse("sites=off").sites, Some(Sites::Off));
        assert_eq!(Wishes::parse(""), Wishes::default());
    }

    #[test]
    fn word_that_means_nothing_changes_nothing() {
        let warn = Wishes { policy: Some(Policy::Warn), sites: None };
        assert_eq!(Wishes::parse("loud,warn,sites=0/7"), warn);
    }
}
