//! What the heads of a request and its response say about their connection.

use http::header::{CONNECTION, CONTENT_LENGTH, GetAll, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, Version};

/// A request without its body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestHead<'a> {
    pub(crate) method: &'a Method,
    pub(crate) uri: &'a Uri,
    pub(crate) version: Version,
    pub(crate) headers: &'a HeaderMap,
}

impl<'a, B> From<&'a http::Request<B>> for RequestHead<'a> {
    #[inline]
    fn from(request: &'a http::Request<B>) -> Self {
        Self { method: request.method(), uri: request.uri(), version: request.version(), headers: request.headers() }
    }
}

/// What stands between the connection of a response and its next request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Debt {
    /// The body has to be read.
    Read,
    /// There is no body.
    Nothing,
    /// The connection ends with this response.
    Ends,
}

/// What is owed for a response, whose body has that length if it is known.
pub(crate) fn debt(
    method: &Method,
    persistent_request: bool,
    status: StatusCode,
    version: Version,
    headers: &HeaderMap,
    length: Option<u64>,
) -> Debt {
    let tunnels = matches!(*method, Method::CONNECT) && status.is_success();
    if tunnels || status == StatusCode::SWITCHING_PROTOCOLS {
        return if version == Version::HTTP_2 { Debt::Nothing } else { Debt::Ends };
    }
    let http1 = version <= Version::HTTP_11;
    if http1 && !(persistent_request && persistent(version, headers)) {
        return Debt::Ends;
    }
    let bodiless = matches!(*method, Method::HEAD)
        || status.is_informational()
        || status == StatusCode::NO_CONTENT
        || status == StatusCode::NOT_MODIFIED
        || length == Some(0);
    if bodiless {
        return Debt::Nothing;
    }
    // Neither counted nor chunked: the body ends when the connection does (RFC 9112, section 6.3).
    let ends_with_connection = http1
        && length.is_none()
        && !headers.contains_key(CONTENT_LENGTH)
        && !lists(headers, &TRANSFER_ENCODING, "chunked");
    if ends_with_connection { Debt::Ends } else { Debt::Read }
}

/// Whether a message with this head wants the connection kept (RFC 9112, section 9.3).
#[inline]
pub(crate) fn persistent(version: Version, headers: &HeaderMap) -> bool {
    if version > Version::HTTP_11 {
        return true;
    }
    !lists(headers, &CONNECTION, "close") && (version == Version::HTTP_11 || lists(headers, &CONNECTION, "keep-alive"))
}

/// Whether a header which holds a comma-separated list has `token` in it.
#[inline]
fn lists(headers: &HeaderMap, name: &HeaderName, token: &str) -> bool {
    // Most heads have none, and this is asked of all of them.
    headers.contains_key(name) && has_token(headers.get_all(name), token)
}

#[cold]
fn has_token(values: GetAll<'_, HeaderValue>, token: &str) -> bool {
    values
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|part| part.trim().eq_ignore_ascii_case(token))
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn of(method: &Method, status: u16, version: Version, head: &[(&'static str, &'static str)]) -> Debt {
        let headers = head.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        let headers: HeaderMap = headers.collect();
        debt(method, true, StatusCode::from_u16(status).unwrap(), version, &headers, None)
    }

    #[test]
    fn body_is_owed_where_it_can_be_counted() {
        let http11 = Version::HTTP_11;
        assert_eq!(of(&Method::GET, 200, http11, &[("content-length", "9")]), Debt::Read);
        assert_eq!(of(&Method::GET, 200, http11, &[("transfer-encoding", "gzip, chunked")]), Debt::Read);
        assert_eq!(of(&Method::GET, 200, http11, &[]), Debt::Ends);
        assert_eq!(of(&Method::GET, 200, Version::HTTP_2, &[]), Debt::Read);
    }

    #[test]
    fn nothing_is_owed_where_there_is_no_body() {
        let length = &[("content-length", "9")];
        assert_eq!(of(&Method::HEAD, 200, Version::HTTP_11, length), Debt::Nothing);
        for status in [103, 204, 304] {
            assert_eq!(of(&Method::GET, status, Version::HTTP_11, length), Debt::Nothing);
        }
    }

    #[test]
    fn upgrade_and_tunnel_take_the_connection() {
        assert_eq!(of(&Method::GET, 101, Version::HTTP_11, &[("connection", "upgrade")]), Debt::Ends);
        assert_eq!(of(&Method::CONNECT, 200, Version::HTTP_11, &[]), Debt::Ends);
        // A proxy that refuses has a body like any other.
        assert_eq!(of(&Method::CONNECT, 407, Version::HTTP_11, &[("content-length", "9")]), Debt::Read);
    }

    #[test]
    fn connection_ends_where_a_head_says_so() {
        let length = ("content-length", "9");
        assert_eq!(of(&Method::GET, 200, Version::HTTP_11, &[length, ("connection", "x, Close")]), Debt::Ends);
        assert_eq!(of(&Method::GET, 200, Version::HTTP_10, &[length]), Debt::Ends);
        assert_eq!(of(&Method::GET, 200, Version::HTTP_10, &[length, ("connection", "keep-alive")]), Debt::Read);
    }
}
