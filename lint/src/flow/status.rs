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

    fn all() -> impl Iterator<Item = StatusSet> {
        (0..=u8::MAX).map(StatusSet)
    }

    /// Each number around which something changes.
    fn codes() -> impl Iterator<Item = u16> + Clone {
        let borders = CLASSES.iter().flat_map(|(ranges, _)| *ranges).flat_map(|(low, high)| [*low, *high]);
        borders.flat_map(|code| [code - 1, code, code + 1]).filter(|code| (100..=999).contains(code))
    }

    fn of(code: u16) -> StatusSet {
        StatusSet::tested(code, code).0
    }

    #[test]
    fn classes_cover_each_code_once() {
        for code in 100..=999 {
            let classes = CLASSES.iter().filter(|(ranges, _)| ranges.iter().any(|(a, b)| (*a..=*b).contains(&code)));
            assert_eq!(classes.count(), 1, "{code}");
        }
    }

    #[test]
    fn and_is_a_meet() {
        for a in all() {
            assert_eq!(a.and(a), a);
            assert_eq!(a.and(StatusSet::ALL), a);
            for b in all() {
                let both = a.and(b);
                assert_eq!(both, b.and(a));
                assert_eq!(both.and(a), both);
                for c in [StatusSet(0), StatusSet(0x0f), StatusSet(0x55), StatusSet::ALL] {
                    assert_eq!(both.and(c), a.and(b.and(c)));
                }
            }
        }
    }

    #[test]
    fn who_knows_more_knows_of_no_body_as_well() {
        assert!(StatusSet(0).is_empty() && StatusSet(0).is_bodyless());
        assert!(!StatusSet::ALL.is_bodyless());
        for a in all() {
            for b in all() {
                assert!(!a.is_bodyless() || a.and(b).is_bodyless(), "{a:?} and {b:?}");
                assert!(!a.is_empty() || a.and(b).is_empty(), "{a:?} and {b:?}");
            }
        }
    }

    #[test]
    fn a_test_loses_no_response() {
        for (low, high) in
            codes().flat_map(|low| codes().map(move |high| (low, high))).filter(|(low, high)| low <= high)
        {
            let (yes, no) = StatusSet::tested(low, high);
            assert_eq!(yes.0 | no.0, StatusSet::ALL.0, "{low} to {high}");
            for code in codes() {
                let side = if (low..=high).contains(&code) { yes } else { no };
                assert!(!of(code).and(side).is_empty(), "{code} in {low} to {high}");
            }
        }
        assert_eq!(StatusSet::tested(100, 999), (StatusSet::ALL, StatusSet(0)));
    }

    #[test]
    fn a_wider_test_succeeds_for_more() {
        let ranges = || codes().flat_map(|low| codes().map(move |high| (low, high))).filter(|(low, high)| low <= high);
        for (low, high) in ranges() {
            let (yes, no) = StatusSet::tested(low, high);
            let (wider_yes, wider_no) = StatusSet::tested(low - 1, high + 1);
            assert_eq!(yes.and(wider_yes), yes, "{low} to {high}");
            assert_eq!(no.and(wider_no), wider_no, "{low} to {high}");
        }
    }

    #[test]
    fn only_some_codes_have_no_body() {
        for code in codes() {
            assert_eq!(of(code).is_bodyless(), code < 200 || code == 204 || code == 304, "{code}");
        }
    }

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
