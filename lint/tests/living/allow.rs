//! Comments that are written.

use super::{Package, lost};

#[test]
fn what_is_allowed_is_silent_afterwards() {
    let package = Package::new(&[("src/lib.rs", &[lost("one"), lost("two")].concat())]);
    let ran = package.lint(&["--add-allow", "  a probe "]).found(&[]).code(0);
    assert_eq!(ran.err, "allowed 2 findings in 1 file\nno warnings; 1 file read\n");
    let comment = "    // undrained: allow(unread_body) -- a probe\n    client";
    assert_eq!(package.read("src/lib.rs"), [lost("one"), lost("two")].concat().replace("    client", comment));
    package.lint(&[]).found(&[]).code(0);
    assert_eq!(package.names("src"), ["lib.rs"]);
    // There is nothing left to allow.
    let ran = package.lint(&["--add-allow", "a probe"]).code(0);
    assert_eq!(ran.err, "allowed 0 findings in 0 files\nno warnings; 1 file read\n");
}

#[test]
fn only_what_is_told_is_allowed() {
    let package =
        Package::new(&[("src/lib.rs", "mod a;\nmod b;\n"), ("src/a.rs", &lost("one")), ("src/b.rs", &lost("two"))]);
    package.lint(&["--add-allow", "a probe", "-A", "unread_body"]).code(0);
    package.lint(&["--add-allow", "a probe", "src/b.rs"]).code(0).says("allowed 1 finding in 1 file\n");
    assert_eq!(package.read("src/a.rs"), lost("one"));
    package.lint(&["--write-baseline", "known.json"]).code(0);
    package.lint(&["--add-allow", "a probe", "--baseline", "known.json"]).code(0).says("allowed 0 findings");
    assert_eq!(package.read("src/a.rs"), lost("one"));
}

#[test]
fn line_ends_stay() {
    let text = lost("one").replace('\n', "\r\n");
    let package = Package::new(&[("src/lib.rs", &text)]);
    package.lint(&["--add-allow", "a probe"]).code(0);
    let comment = "    // undrained: allow(unread_body) -- a probe\r\n    client";
    assert_eq!(package.read("src/lib.rs"), text.replace("    client", comment));
    package.lint(&[]).found(&[]).code(0);
}

#[test]
fn a_reason_is_required() {
    let package = Package::new(&[("src/lib.rs", &lost("one"))]);
    for (reason, said) in
        [("", "a reason is required"), ("  ", "a reason is required"), ("two\nlines", "one line of text")]
    {
        package.lint(&["--add-allow", reason]).code(2).says(said);
    }
    package.lint(&["--add-allow"]).code(2);
    assert_eq!(package.read("src/lib.rs"), lost("one"));
}

#[test]
fn what_comments_cannot_allow_is_left() {
    let text = format!("// undrained: allow(unread_body) -- nothing\nfn idle() {{}}\n{}", lost("one"));
    let package = Package::new(&[("src/lib.rs", &text)]);
    package
        .lint(&["--add-allow", "a probe"])
        .found(&["src/lib.rs:1 unused_suppression"])
        .code(1)
        .says("allowed 1 finding in 1 file; a comment cannot allow what is left\n");
}

#[test]
fn a_file_that_may_not_be_written_stays() {
    let package = Package::new(&[("src/lib.rs", &lost("one"))]);
    let path = package.path().join("src/lib.rs");
    let mut permissions = std::fs::metadata(&path).expect("it is there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).expect("it is ours");
    package
        .lint(&["--add-allow", "a probe"])
        .code(2)
        .says("error: failed to write `src/lib.rs`, check that it and its folder may be written to: ");
    assert_eq!(package.read("src/lib.rs"), lost("one"));
    assert_eq!(package.names("src"), ["lib.rs"]);
}
