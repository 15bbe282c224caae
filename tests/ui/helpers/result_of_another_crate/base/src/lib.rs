pub enum Error {
    Transport(reqwest::Error),
    Other(String),
}

impl From<reqwest::Error> for Error {
    fn from(error: reqwest::Error) -> Error {
        Error::Transport(error)
    }
}

pub type Result<T, E = Error> = std::result::Result<T, E>;
