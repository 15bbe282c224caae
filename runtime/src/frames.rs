//! What HTTP/2 says on a connection: which streams the client resets, and who says goodbye.
//!
//! Both directions are followed frame by frame, which takes the headers of frames and skips what is in them.
//! On a connection that does not begin with the preface of HTTP/2 nothing is looked at any more.

use crate::connection::Connection;
use crate::event::GoAway;

/// RFC 9113, section 3.4.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

// RFC 9113, sections 6.4, 6.8 and 7.
const RST_STREAM: u8 = 3;
const GOAWAY: u8 = 7;
const NO_ERROR: u32 = 0;
const CANCEL: u32 = 8;

/// What is spoken on a connection, as far as that is known.
#[derive(Debug)]
pub(crate) enum Wire {
    /// So many bytes of the preface were written.
    New(usize),
    /// Not HTTP/2.
    Other,
    /// HTTP/2. In a box, as most is not.
    Http2(Box<Directions>),
}

/// What was seen of each direction.
#[derive(Debug, Default)]
pub(crate) struct Directions {
    written: Frames,
    read: Frames,
}

impl Wire {
    pub(crate) fn new() -> Self {
        Self::New(0)
    }

    #[inline]
    pub(crate) fn written(&mut self, bytes: &[u8], connection: &Connection) {
        if !matches!(self, Self::Other) {
            self.follow_written(bytes, connection);
        }
    }

    #[inline]
    pub(crate) fn read(&mut self, bytes: &[u8], connection: &Connection) {
        if let Self::Http2(directions) = self {
            directions.read.follow(bytes, |kind, code| {
                if kind == GOAWAY {
                    connection.going_away(GoAway { code, ours: false });
                }
            });
        }
    }

    fn follow_written(&mut self, mut bytes: &[u8], connection: &Connection) {
        if let Self::New(seen) = self {
            let expected = &PREFACE[*seen..];
            let length = expected.len().min(bytes.len());
            if bytes[..length] != expected[..length] {
                *self = Self::Other;
                return;
            }
            *seen += length;
            bytes = &bytes[length..];
            if *seen == PREFACE.len() {
                *self = Self::Http2(Box::default());
            }
        }
        if let Self::Http2(directions) = self {
            directions.written.follow(bytes, |kind, code| match kind {
                RST_STREAM if code != NO_ERROR => connection.stream_reset(code == CANCEL),
                GOAWAY => connection.going_away(GoAway { code, ours: true }),
                _ => {}
            });
        }
    }
}

/// One direction of HTTP/2, cut into frames.
#[derive(Debug, Default)]
pub(crate) struct Frames {
    header: [u8; 9],
    /// How much of the header is there.
    filled: usize,
    /// How much of the payload is still to come.
    left: usize,
    /// The payload's first bytes, of the frames that matter.
    code: [u8; 8],
    coded: usize,
}

impl Frames {
    /// Tells the kind and the error code of each frame that has one.
    fn follow(&mut self, mut bytes: &[u8], mut tell: impl FnMut(u8, u32)) {
        while !bytes.is_empty() {
            if self.filled < self.header.len() {
                let length = bytes.len().min(self.header.len() - self.filled);
                self.header[self.filled..self.filled + length].copy_from_slice(&bytes[..length]);
                self.filled += length;
                bytes = &bytes[length..];
                if self.filled < self.header.len() {
                    return;
                }
                self.left =
                    usize::from(self.header[0]) << 16 | usize::from(self.header[1]) << 8 | usize::from(self.header[2]);
                self.coded = 0;
            }
            let length = bytes.len().min(self.left);
            // The code stands behind the last stream's number in GOAWAY, and alone in RST_STREAM.
            let wanted = match self.header[3] {
                RST_STREAM => 4,
                GOAWAY => 8,
                _ => 0,
            };
            let take = length.min(wanted - self.coded.min(wanted));
            if take > 0 {
                self.code[self.coded..self.coded + take].copy_from_slice(&bytes[..take]);
                self.coded += take;
                if self.coded == wanted {
                    let code = self.code[wanted - 4..wanted].try_into().expect("four bytes are four bytes");
                    tell(self.header[3], u32::from_be_bytes(code));
                }
            }
            self.left -= length;
            bytes = &bytes[length..];
            if self.left == 0 {
                self.filled = 0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(kind: u8, payload: &[u8]) -> Vec<u8> {
        let length = u8::try_from(payload.len()).unwrap();
        [&[0, 0, length, kind, 0, 0, 0, 0, 1], payload].concat()
    }

    #[test]
    fn codes_are_found_however_the_bytes_are_cut() {
        let stream = [
            frame(0, b"data"),
            frame(RST_STREAM, &[0, 0, 0, 8]),
            frame(4, b""),
            frame(GOAWAY, b"\0\0\0\x05\0\0\0\x0btoo_many_internal_resets"),
            frame(RST_STREAM, &[0, 0, 0, 5]),
        ]
        .concat();
        for size in 1..=stream.len() {
            let (mut frames, mut told) = (Frames::default(), Vec::new());
            for piece in stream.chunks(size) {
                frames.follow(piece, |kind, code| told.push((kind, code)));
            }
            assert_eq!(told, [(RST_STREAM, 8), (GOAWAY, 11), (RST_STREAM, 5)], "in pieces of {size}");
        }
    }
}
