//! Just enough of Cargo's version requirements to tell which stub describes a dependency.

/// Major, minor, patch.
pub(super) type Version = [u64; 3];

/// The lowest version that a requirement names: `>=0.11, <0.13` is 0.11.0. Nothing for `*`.
pub(super) fn lowest(requirement: &str) -> Option<Version> {
    comparators(requirement).filter(|(operator, ..)| !operator.starts_with('<')).map(|(_, version, _)| version).min()
}

/// Does a version meet a requirement? An empty one is met by all.
pub(super) fn meets(version: Version, requirement: &str) -> bool {
    comparators(requirement).all(|(operator, wanted, parts)| match operator {
        ">" => version > wanted,
        ">=" => version >= wanted,
        "<" => version < wanted,
        "<=" => version <= wanted,
        "=" => version[..parts] == wanted[..parts],
        "~" => version >= wanted && version[..parts.min(2)] == wanted[..parts.min(2)],
        _ => {
            // Caret: the first part that is not zero must stay.
            let fixed = wanted.iter().position(|part| *part != 0).map_or(parts, |at| at + 1).clamp(1, 3);
            version >= wanted && version[..fixed] == wanted[..fixed]
        }
    })
}

/// Operator, version, and how many of its parts were written.
fn comparators(requirement: &str) -> impl Iterator<Item = (&str, Version, usize)> {
    requirement.split(',').filter_map(|comparator| {
        let comparator = comparator.trim();
        let digits = comparator.find(|c: char| c.is_ascii_digit())?;
        let (operator, version) = comparator.split_at(digits);
        let version = version.split(['-', '+']).next().unwrap_or_default();
        let written: Vec<u64> = version.split('.').map_while(|part| part.parse().ok()).take(3).collect();
        let mut parts = [0; 3];
        parts[..written.len()].copy_from_slice(&written);
        Some((operator.trim(), parts, written.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::{lowest, meets};

    #[test]
    fn lowest_version_of_a_requirement() {
        assert_eq!(lowest("0.12"), Some([0, 12, 0]));
        assert_eq!(lowest("^1.2.3-rc.1"), Some([1, 2, 3]));
        assert_eq!(lowest("<0.13, >= 0.11"), Some([0, 11, 0]));
        assert_eq!(lowest("=1.4.1"), Some([1, 4, 1]));
        assert_eq!(lowest("1.*"), Some([1, 0, 0]));
        assert_eq!(lowest("*"), None);
        assert_eq!(lowest(""), None);
    }

    #[test]
    fn requirements_are_met() {
        let check = |version, requirement, expected| {
            assert_eq!(meets(version, requirement), expected, "{version:?} {requirement}");
        };
        check([0, 12, 5], ">=0.11, <0.14", true);
        check([0, 14, 0], ">=0.11, <0.14", false);
        check([0, 14, 0], "", true);
        check([1, 9, 0], "1.2", true);
        check([2, 0, 0], "1.2", false);
        check([0, 14, 3], "0.14", true);
        check([0, 15, 0], "0.14", false);
        check([0, 0, 4], "0.0.3", false);
        check([0, 9, 0], "0", true);
        check([1, 2, 9], "~1.2.3", true);
        check([1, 3, 0], "~1.2.3", false);
        check([1, 2, 9], "=1.2", true);
    }
}
