//! What may have been meant by a word that is not known.

/// "did you mean `exclude`?", if one of the known words is near enough.
pub(crate) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let scored = known.into_iter().map(|it| (strsim::jaro_winkler(word, it), it));
    let (score, best) = scored.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    (score >= NEAR).then(|| format!("did you mean `{best}`?"))
}

/// Typing mistakes and other endings are nearer, other words are not.
const NEAR: f64 = 0.8;

#[cfg(test)]
mod tests {
    use super::did_you_mean;

    #[test]
    fn only_near_words_are_meant() {
        let known = ["exclude", "levels", "min-confidence", "paths", "stubs", "tests"];
        let check = |word: &str, expected: Option<&str>| {
            assert_eq!(did_you_mean(word, known), expected.map(|it| format!("did you mean `{it}`?")), "{word}");
        };
        check("excludes", Some("exclude"));
        check("exlude", Some("exclude"));
        check("min_confidence", Some("min-confidence"));
        check("level", Some("levels"));
        check("test", Some("tests"));
        check("baseline", None);
        check("x", None);
    }
}
