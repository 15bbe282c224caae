//! Just enough of version requirements to know which versions of a crate a stub speaks of.

/// Major, minor, patch.
pub type Version = [u64; 3];

/// All of `>=0.11, <0.14`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requirement(Vec<(Operator, Version)>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Requirement {
    /// Reads one. What is not a comparison (`*`) says nothing.
    pub fn read(text: &str) -> Requirement {
        let comparators = text.split(',').filter_map(|comparator| {
            let comparator = comparator.trim();
            let (operator, version) = comparator.split_at(comparator.find(|c: char| c.is_ascii_digit())?);
            let operator = match operator.trim() {
                "<" => Operator::Less,
                "<=" => Operator::LessOrEqual,
                ">" => Operator::Greater,
                _ => Operator::GreaterOrEqual,
            };
            Some((operator, version_of(version)))
        });
        Requirement(comparators.collect())
    }

    /// Does it hold?
    pub fn meets(&self, version: Version) -> bool {
        self.0.iter().all(|(operator, wanted)| match operator {
            Operator::Less => version < *wanted,
            Operator::LessOrEqual => version <= *wanted,
            Operator::Greater => version > *wanted,
            Operator::GreaterOrEqual => version >= *wanted,
        })
    }

    /// The lowest version that it speaks of.
    pub fn lowest(&self) -> Version {
        self.bound([Operator::Greater, Operator::GreaterOrEqual]).max().unwrap_or_default()
    }

    fn bound(&self, operators: [Operator; 2]) -> impl Iterator<Item = Version> {
        self.0.iter().filter(move |(operator, _)| operators.contains(operator)).map(|(_, version)| *version)
    }

    /// What Cargo understands by it.
    pub fn text(&self) -> String {
        let written = |(operator, [major, minor, patch]): &(Operator, Version)| {
            let operator = match operator {
                Operator::Less => "<",
                Operator::LessOrEqual => "<=",
                Operator::Greater => ">",
                Operator::GreaterOrEqual => ">=",
            };
            format!("{operator}{major}.{minor}.{patch}")
        };
        if self.0.is_empty() { "*".to_owned() } else { self.0.iter().map(written).collect::<Vec<_>>().join(", ") }
    }

    /// "0.11 to 0.13", "3", or nothing if it says nothing.
    pub fn span(&self) -> String {
        match self.series().as_slice() {
            [only] => only.replace('*', ""),
            [first, .., last] => format!("{first} to {last}"),
            [] => String::new(),
        }
    }

    /// "from 0.12", "before 0.13"
    pub fn in_words(&self) -> String {
        let short = |[major, minor, patch]: &Version| match patch {
            0 => format!("{major}.{minor}"),
            _ => format!("{major}.{minor}.{patch}"),
        };
        let words = self.0.iter().map(|(operator, version)| match operator {
            Operator::Less => format!("before {}", short(version)),
            Operator::LessOrEqual => format!("up to {}", short(version)),
            Operator::Greater => format!("after {}", short(version)),
            Operator::GreaterOrEqual => format!("from {}", short(version)),
        });
        words.collect::<Vec<_>>().join(", ")
    }

    /// The versions in it that Cargo takes for compatible with each other, oldest first: `0.11`, `0.12`, `0.13`.
    ///
    /// A range that leads from below 1 to above has the lowest of those below, and all above. Some of them may never
    /// have been published.
    pub fn series(&self) -> Vec<String> {
        let low = self.lowest();
        let Some(high) = self.bound([Operator::Less, Operator::LessOrEqual]).min() else { return vec!["*".to_owned()] };
        let mut series = Vec::new();
        if low[0] == 0 {
            let last = if high[0] == 0 { high[1].max(low[1] + 1) } else { low[1] + 1 };
            series.extend((low[1]..last).map(|minor| format!("0.{minor}")));
        }
        series.extend((low[0].max(1)..high[0].max(1)).map(|major| major.to_string()));
        if low[0] == high[0] && low[0] > 0 {
            series.push(low[0].to_string());
        }
        series
    }
}

/// Reads `1.2.3-rc.1+build`; what is missing is 0.
pub fn version_of(text: &str) -> Version {
    let mut version = [0; 3];
    let numbers = text.split(['-', '+']).next().unwrap_or_default().split('.');
    for (place, number) in version.iter_mut().zip(numbers) {
        *place = number.trim().parse().unwrap_or(0);
    }
    version
}

#[cfg(test)]
mod tests {
    use super::{Requirement, version_of};

    #[test]
    fn each_compatible_range_is_one_series() {
        let check = |requirement: &str, expected: &[&str]| {
            assert_eq!(Requirement::read(requirement).series(), expected, "{requirement}");
        };
        check(">=0.11, <0.14", &["0.11", "0.12", "0.13"]);
        check(">=0.14, <0.15", &["0.14"]);
        check(">=1, <2", &["1"]);
        check(">=5, <8", &["5", "6", "7"]);
        check(">=0.2, <2", &["0.2", "1"]);
        check("*", &["*"]);
    }

    #[test]
    fn requirements_are_met() {
        let check = |version: &str, requirement: &str, expected: bool| {
            assert_eq!(Requirement::read(requirement).meets(version_of(version)), expected, "{version} {requirement}");
        };
        check("0.12.28", "<0.13", true);
        check("0.13.1", "<0.13", false);
        check("0.13.0", ">=0.13", true);
        check("1.0.0-rc.1", ">=0.12, <1", false);
        check("3.1.0", "*", true);
    }
}
