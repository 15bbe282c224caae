//! Asks for each piece whether it is wanted. What seems to be in use already is suggested.

use std::io::{self, BufRead, Write};

use super::{Place, pieces::Piece};

/// Those that are wanted. Where the input ends, nothing more is.
pub fn pieces(place: &Place, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Vec<Piece>> {
    let mut wanted = Vec::new();
    for piece in Piece::ALL {
        let suggested = piece.is_likely(place);
        match ask(piece.question(), suggested, input, out)? {
            Some(true) => wanted.push(piece),
            Some(false) => {}
            None => break,
        }
    }
    writeln!(out)?;
    Ok(wanted)
}

/// The answer to one question, until it is one; none at the end of the input.
fn ask(question: &str, suggested: bool, input: &mut dyn BufRead, out: &mut dyn Write) -> io::Result<Option<bool>> {
    let choice = if suggested { "Y/n" } else { "y/N" };
    loop {
        write!(out, "{question}? [{choice}] ")?;
        out.flush()?;
        let mut answer = String::new();
        if input.read_line(&mut answer)? == 0 {
            return Ok(None);
        }
        match answer.trim().to_lowercase().as_str() {
            "" => return Ok(Some(suggested)),
            "y" | "yes" => return Ok(Some(true)),
            "n" | "no" => return Ok(Some(false)),
            _ => writeln!(out, "answer with y or n")?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, Place, pieces};

    #[track_caller]
    fn check(input: &str, expected: &[Piece]) -> String {
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::create_dir(folder.path().join(".vscode")).expect("a new folder");
        let root = folder.path().to_path_buf();
        let place = Place { repository: root.clone(), root };
        let mut out = Vec::new();
        let wanted = pieces(&place, &mut input.as_bytes(), &mut out).expect("nothing fails");
        assert_eq!(wanted, expected);
        String::from_utf8(out).expect("it is text")
    }

    #[test]
    fn an_empty_answer_takes_what_is_suggested() {
        let said = check("\n\n\n\n\n\n", &[Piece::Config, Piece::Vscode]);
        assert!(said.contains("? [Y/n] ") && said.contains("? [y/N] "), "{said}");
    }

    #[test]
    fn what_is_no_answer_is_asked_again() {
        let said = check("no\nwhat\nYES\nn\nn\nn\nn\n", &[Piece::Xtask]);
        assert!(said.contains("answer with y or n"), "{said}");
    }

    #[test]
    fn nothing_is_chosen_behind_the_end_of_the_input() {
        check("y\n", &[Piece::Config]);
        check("", &[]);
    }
}
