//! Where a request went, without what may be secret: no user info, no query, no fragment.
//!
//! Both types keep what the request's URI holds by reference count, so that taking one note costs no memory,
//! and show no more than they may, in `Debug` as well.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

use http::Uri;
use http::uri::{Authority, PathAndQuery, Scheme};

/// A scheme, host and port. Displayed as `https://api.example.com:8443`.
///
/// ```
/// use undrained::Origin;
///
/// let uri: http::Uri = "https://user:secret@API.example.com/v1?token=secret".parse()?;
/// let origin = Origin::from(&uri);
/// assert_eq!(origin.to_string(), "https://API.example.com");
/// assert_eq!(origin.port(), Some(443));
/// assert_eq!(origin, "https://api.example.com:443".parse()?);
/// # Ok::<_, http::uri::InvalidUri>(())
/// ```
#[derive(Clone, Default)]
pub struct Origin {
    scheme: Option<Scheme>,
    authority: Option<Authority>,
}

impl Origin {
    /// `http` or `https`, if the URI said so.
    pub fn scheme(&self) -> Option<&str> {
        self.scheme.as_ref().map(Scheme::as_str)
    }

    /// The host, empty if the URI had none.
    pub fn host(&self) -> &str {
        self.authority.as_ref().map_or("", Authority::host)
    }

    /// The port, or else the one that belongs to the scheme.
    pub fn port(&self) -> Option<u16> {
        let written = self.authority.as_ref().and_then(Authority::port_u16);
        written.or_else(|| match self.scheme()? {
            "http" => Some(80),
            "https" => Some(443),
            _ => None,
        })
    }

    fn written(&self) -> Option<&str> {
        self.authority.as_ref().map(Authority::as_str)
    }

    /// Whether the URI had no host at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.authority.is_none()
    }
}

impl From<&Uri> for Origin {
    fn from(uri: &Uri) -> Self {
        Self { scheme: uri.scheme().cloned(), authority: uri.authority().cloned() }
    }
}

impl std::str::FromStr for Origin {
    type Err = http::uri::InvalidUri;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<Uri>().map(|uri| Self::from(&uri))
    }
}

impl PartialEq for Origin {
    fn eq(&self, other: &Self) -> bool {
        if self.scheme != other.scheme {
            return false;
        }
        // What is written in the same way is the same. That is asked for each request, and taking it apart is slow.
        self.written() == other.written()
            || (self.port() == other.port() && self.host().eq_ignore_ascii_case(other.host()))
    }
}

impl Eq for Origin {}

impl Hash for Origin {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for byte in self.host().bytes() {
            state.write_u8(byte.to_ascii_lowercase());
        }
        self.port().hash(state);
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(scheme) = &self.scheme {
            write!(f, "{scheme}://")?;
        }
        f.write_str(self.host())?;
        match self.authority.as_ref().and_then(Authority::port_u16) {
            Some(port) => write!(f, ":{port}"),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{self}\"")
    }
}

/// A request's path, without the query. It is a `str`.
///
/// ```
/// let uri: http::Uri = "/v1/items?token=secret".parse()?;
/// assert_eq!(&*undrained::Path::from(&uri), "/v1/items");
/// # Ok::<_, http::uri::InvalidUri>(())
/// ```
#[derive(Clone, Default)]
pub struct Path(Option<PathAndQuery>);

impl From<&Uri> for Path {
    fn from(uri: &Uri) -> Self {
        Self(uri.path_and_query().cloned())
    }
}

impl Deref for Path {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.as_ref().map_or("", PathAndQuery::path)
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}
