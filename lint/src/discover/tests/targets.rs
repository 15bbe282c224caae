//! Which targets a package has.

use super::{A, check};

#[test]
fn targets_are_found_by_their_places() {
    check(
        &[
            ("Cargo.toml", "[package]\nname = 'my-app'\nedition = '2024'"),
            ("build.rs", ""),
            ("src/lib.rs", ""),
            ("src/main.rs", ""),
            ("src/part.rs", ""),
            ("src/bin/one.rs", ""),
            ("src/bin/two/main.rs", ""),
            ("src/bin/two/help.rs", ""),
            ("tests/it.rs", ""),
            ("tests/common/mod.rs", ""),
            ("tests/big/main.rs", ""),
            ("examples/show.rs", ""),
            ("benches/fast.rs", ""),
        ],
        &["."],
        &[
            "my-app 2024",
            "  Lib my_app src/lib.rs",
            "  BuildScript build_script_build build.rs",
            "  Bin one src/bin/one.rs",
            "  Bin two src/bin/two/main.rs",
            "  Bin my_app src/main.rs",
            "  Example show examples/show.rs",
            "  Test big tests/big/main.rs",
            "  Test it tests/it.rs",
            "  Bench fast benches/fast.rs",
            "  benches/fast.rs",
            "  build.rs",
            "  examples/show.rs",
            "  src/bin/one.rs",
            "  src/bin/two/help.rs",
            "  src/bin/two/main.rs",
            "  src/lib.rs",
            "  src/main.rs",
            "  src/part.rs",
            "  tests/big/main.rs",
            "  tests/common/mod.rs",
            "  tests/it.rs",
        ],
    );
}

#[test]
fn listed_targets_win_over_found_ones() {
    let manifest = "[package]\nname = 'a'\nedition = '2021'\nbuild = 'make.rs'\nautotests = false\n\
         [lib]\nname = 'core_of_a'\npath = 'lib/root.rs'\n\
         [[bin]]\nname = 'run'\npath = 'run.rs'\n\
         [[bin]]\nname = 'one'\n\
         [[bin]]\nname = 'gone'\npath = 'gone.rs'\n\
         [[test]]\nname = 'chosen'\n";
    check(
        &[
            ("Cargo.toml", manifest),
            ("make.rs", ""),
            ("run.rs", ""),
            ("lib/root.rs", ""),
            ("src/bin/one.rs", ""),
            ("src/bin/two.rs", ""),
            ("tests/chosen.rs", ""),
            ("tests/other.rs", ""),
        ],
        &["."],
        &[
            "a 2021",
            "  Lib core_of_a lib/root.rs",
            "  BuildScript build_script_build make.rs",
            "  Bin run run.rs",
            "  Bin one src/bin/one.rs",
            "  Bin two src/bin/two.rs",
            "  Test chosen tests/chosen.rs",
            "  lib/root.rs",
            "  make.rs",
            "  run.rs",
            "  src/bin/one.rs",
            "  src/bin/two.rs",
            "  tests/chosen.rs",
            "  tests/other.rs",
        ],
    );
}

#[test]
fn a_listed_target_turns_the_search_off_before_2018() {
    check(
        &[
            ("Cargo.toml", "[package]\nname = 'a'\n[[bin]]\nname = 'one'\n"),
            ("src/bin/one.rs", ""),
            ("src/bin/two.rs", ""),
        ],
        &["."],
        &["a 2015", "  Bin one src/bin/one.rs", "  src/bin/one.rs", "  src/bin/two.rs"],
    );
}

#[test]
fn a_target_may_be_outside_of_its_package() {
    check(
        &[
            A,
            ("a/src/lib.rs", ""),
            ("b/Cargo.toml", "[package]\nname = 'b'\n[[bin]]\nname = 'b'\npath = '../shared.rs'"),
            ("shared.rs", ""),
        ],
        &["a", "b"],
        &["a 2021", "  Lib a a/src/lib.rs", "  a/src/lib.rs", "b 2015", "  Bin b shared.rs", "  [shared.rs]"],
    );
}
