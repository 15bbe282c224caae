//! What is known of a response's status: a set of classes, fine enough to tell which responses have no body.

/// A set of status classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StatusSet(u8);

/// First and last code of each class. Codes without a body are classes of their own.
const CLASSES: &[(&[(u16, u16)], bool)] = &[
    (&[(100, 199)], true),
    (&[(200, 203), (205, 299)], false),
    (&[(204, 204)], true),
    (&[(300, 303), (305, 399)], false),
    (&[(304, 304)], true),
    (&[(400, 499)], false),
    (&[(500, 599)], false),
    (&[(600, 999)], false),
];

impl StatusSet {
    /// Any status.
    pub const ALL: StatusSet = StatusSet(0xff);

    /// The classes that have a code in the range, and those that have one outside of it: what is known after a test
    /// that succeeded, and after one that failed.
    pub fn tested(low: u16, high: u16) -> (StatusSet, StatusSet) {
        let (mut yes, mut no) = (0, 0);
        for (n, (ranges, _)) in CLASSES.iter().enumerate() {
            let inside = ranges.iter().any(|(a, b)| *a <= high && *b >= low);
            let outside = ranges.iter().any(|(a, b)| *a < low || *b > high);
            yes |= u8::from(inside) << n;
            no |= u8::from(outside) << n;
        }
        (StatusSet(yes), StatusSet(no))
    }

    /// What both allow.
    pub fn and(self, other: StatusSet) -> StatusSet {
        StatusSet(self.0 & other.0)
    }

    /// Can no response be like that?
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Have all of these no body?
    pub fn is_bodyless(self) -> bool {
        CLASSES.iter().enumerate().all(|(n, (_, bodyless))| *bodyless || self.0 & (1 << n) == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_for_204_splits_exactly() {
        let (yes, no) = StatusSet::tested(204, 204);
        assert!(yes.is_bodyless());
        assert!(yes.and(no).is_empty());
    }

    #[test]
    fn a_test_for_404_leaves_other_client_errors_possible() {
        let (yes, no) = StatusSet::tested(404, 404);
        assert!(!yes.is_bodyless());
        assert_eq!(no, StatusSet::ALL);
    }

    #[test]
    fn success_excludes_not_modified() {
        let (yes, no) = StatusSet::tested(200, 299);
        let (not_modified, _) = StatusSet::tested(304, 304);
        assert!(yes.and(not_modified).is_empty());
        assert_eq!(no.and(not_modified), not_modified);
        assert!(yes.and(no).is_empty());
    }
}
