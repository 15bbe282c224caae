//! A server on the loopback that answers by script and counts connections.
//!
//! HTTP/1 is written by hand over raw TCP, so that a test decides which bytes share a packet.
//! It understands just enough of requests to tell one from the next, and is no example of a server.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::str::FromStr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Response, StatusCode, Uri};
use http_body_util::Full;
use hyper_util::rt::{TokioExecutor, TokioIo};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use crate::{Error, Protocol};

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    state: Arc<State>,
    accepting: JoinHandle<()>,
}

#[derive(Debug)]
struct State {
    script: Mutex<VecDeque<Reply>>,
    /// How many requests each connection has brought.
    requests: Mutex<Vec<usize>>,
    /// How many connections have ended.
    ended: watch::Sender<usize>,
}

impl Server {
    /// Starts a server that answers the nth request with the nth line of `script`, round and round.
    ///
    /// For the lines see [`Reply`].
    pub async fn start(protocol: Protocol, script: &[&str]) -> Result<Self, Error> {
        let script = script.iter().map(|line| line.parse()).collect::<Result<VecDeque<Reply>, _>>()?;
        if script.is_empty() {
            return Err("a server needs at least one reply".into());
        }
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let state =
            Arc::new(State { script: Mutex::new(script), requests: Mutex::default(), ended: watch::Sender::new(0) });
        let accepting = tokio::spawn(accept(listener, protocol, Arc::clone(&state)));
        Ok(Self { address, state, accepting })
    }

    /// Where it listens: `http://127.0.0.1:PORT/`.
    pub fn uri(&self) -> Uri {
        let uri = format!("http://{}/", self.address);
        uri.parse().expect("an address and a slash make a URI")
    }

    /// How many connections it has accepted.
    pub fn connections(&self) -> usize {
        self.requests().len()
    }

    /// Waits until that many connections have ended.
    pub async fn ended(&self, count: usize) {
        let mut ended = self.state.ended.subscribe();
        ended.wait_for(|ended| *ended >= count).await.expect("the server has the sender");
    }

    /// How many requests came on each connection, in the order of the connections.
    pub fn requests(&self) -> Vec<usize> {
        lock(&self.state.requests).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The task owns those of the connections, so they end with it.
        self.accepting.abort();
    }
}

/// One scripted response, parsed from a line like `200 length=65536` or `200 chunked=200 late=50`.
///
/// The first word is the status, one other says how the body is framed: `length=N`, `chunked=N` (one
/// chunk) or `until-close=N`; without it there is no body. Further words:
///
/// - `late=MS`: the body is written that much later than the head (chunked: the last chunk later than
///   the data);
/// - `slow=MS`: the head is written that much later than the request came;
/// - `cut=N`: the connection ends after N bytes of the body;
/// - `to=PATH`: with `Location: PATH`;
/// - `json`: the body is a string in JSON, and the head says so;
/// - `garbage`: it is no HTTP at all;
/// - `close`: with `Connection: close`, and then it is;
/// - `http/1.0`: as an HTTP/1.0 server answers.
#[derive(Clone, Debug)]
pub struct Reply {
    status: StatusCode,
    framing: Framing,
    late: Duration,
    slow: Duration,
    cut: Option<usize>,
    json: bool,
    close: bool,
    http10: bool,
    garbage: bool,
    to: Option<String>,
}

#[derive(Clone, Copy, Debug)]
enum Framing {
    None,
    Length(usize),
    Chunked(usize),
    UntilClose(usize),
}

impl FromStr for Reply {
    type Err = Error;

    fn from_str(line: &str) -> Result<Self, Error> {
        let mut words = line.split_whitespace();
        let mut reply = Self {
            status: words.next().ok_or("a reply starts with its status")?.parse()?,
            framing: Framing::None,
            late: Duration::ZERO,
            slow: Duration::ZERO,
            cut: None,
            json: false,
            close: false,
            http10: false,
            garbage: false,
            to: None,
        };
        for word in words {
            match word.split_once('=') {
                Some(("length", n)) => reply.framing = Framing::Length(n.parse()?),
                Some(("chunked", n)) => reply.framing = Framing::Chunked(n.parse()?),
                Some(("until-close", n)) => reply.framing = Framing::UntilClose(n.parse()?),
                Some(("late", n)) => reply.late = Duration::from_millis(n.parse()?),
                Some(("slow", n)) => reply.slow = Duration::from_millis(n.parse()?),
                Some(("to", path)) => reply.to = Some(path.to_owned()),
                Some(("cut", n)) => reply.cut = Some(n.parse()?),
                None if word == "json" => reply.json = true,
                None if word == "garbage" => reply.garbage = true,
                None if word == "close" => reply.close = true,
                None if word == "http/1.0" => reply.http10 = true,
                _ => return Err(format!("unknown word in a reply: {word}").into()),
            }
        }
        Ok(reply)
    }
}

impl Reply {
    fn ends_connection(&self) -> bool {
        self.close || self.http10 || self.cut.is_some() || matches!(self.framing, Framing::UntilClose(_))
    }

    fn head(&self) -> Vec<u8> {
        if self.garbage {
            return b"this is no response\r\n\r\n".to_vec();
        }
        let version = if self.http10 { "1.0" } else { "1.1" };
        let framing = match self.framing {
            Framing::Length(n) => format!("content-length: {n}\r\n"),
            Framing::Chunked(_) => "transfer-encoding: chunked\r\n".to_owned(),
            Framing::None | Framing::UntilClose(_) => String::new(),
        };
        let close = if self.close { "connection: close\r\n" } else { "" };
        let json = if self.json { "content-type: application/json\r\n" } else { "" };
        let to = self.to.as_ref().map(|path| format!("location: {path}\r\n")).unwrap_or_default();
        format!("HTTP/{version} {}\r\n{framing}{json}{to}{close}\r\n", self.status).into_bytes()
    }

    /// The body in the parts before and after the pause.
    fn body(&self) -> (Vec<u8>, Vec<u8>) {
        let (mut data, mut end) = match self.framing {
            Framing::None => (Vec::new(), Vec::new()),
            Framing::Length(n) | Framing::UntilClose(n) => (Vec::new(), self.letters(n)),
            Framing::Chunked(n) => {
                let mut chunk = format!("{n:x}\r\n").into_bytes();
                chunk.extend(self.letters(n));
                chunk.extend_from_slice(b"\r\n");
                (chunk, b"0\r\n\r\n".to_vec())
            }
        };
        if let Some(cut) = self.cut {
            end.truncate(cut.saturating_sub(data.len()));
            data.truncate(cut);
        }
        (data, end)
    }

    fn letters(&self, count: usize) -> Vec<u8> {
        let mut letters = vec![b'x'; count];
        if self.json && count > 1 {
            letters[0] = b'"';
            letters[count - 1] = b'"';
        }
        letters
    }

    async fn write(&self, method: &Method, stream: &mut TcpStream) -> io::Result<()> {
        if !self.slow.is_zero() {
            tokio::time::sleep(self.slow).await;
        }
        let mut packet = self.head();
        if *method != Method::HEAD {
            let (data, end) = self.body();
            packet.extend(data);
            if !self.late.is_zero() {
                stream.write_all(&packet).await?;
                tokio::time::sleep(self.late).await;
                packet.clear();
            }
            packet.extend(end);
        }
        stream.write_all(&packet).await
    }
}

async fn accept(listener: TcpListener, protocol: Protocol, state: Arc<State>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let state = Arc::clone(&state);
        let nth = {
            let mut requests = lock(&state.requests);
            requests.push(0);
            requests.len() - 1
        };
        connections.spawn(async move {
            // A connection that the client gives up is what many tests are about.
            let _ended = match protocol {
                Protocol::Http1 => serve_http1(stream, nth, &state).await,
                Protocol::Http2 => serve_http2(stream, nth, Arc::clone(&state)).await,
            };
            state.ended.send_modify(|ended| *ended += 1);
        });
    }
}

impl State {
    /// Counts a request and takes the reply to it.
    fn next_reply(&self, connection: usize) -> Reply {
        lock(&self.requests)[connection] += 1;
        let mut script = lock(&self.script);
        script.rotate_left(1);
        script.back().cloned().expect("a script has at least one reply")
    }
}

async fn serve_http1(mut stream: TcpStream, nth: usize, state: &State) -> Result<(), Error> {
    stream.set_nodelay(true)?;
    let mut received = Vec::new();
    while let Some(method) = read_request(&mut stream, &mut received).await? {
        let reply = state.next_reply(nth);
        reply.write(&method, &mut stream).await?;
        if reply.ends_connection() {
            break;
        }
    }
    Ok(())
}

/// The method of the next request, whose body is skipped; `None` at the end of the connection.
async fn read_request(stream: &mut TcpStream, received: &mut Vec<u8>) -> Result<Option<Method>, Error> {
    loop {
        if let Some(end) = received.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            let request: Vec<u8> = received.drain(..end + 4).collect();
            skip_body(&request, stream, received).await?;
            let method = request.split(|&byte| byte == b' ').next().unwrap_or_default();
            return Ok(Some(Method::from_bytes(method)?));
        }
        if stream.read_buf(received).await? == 0 {
            return Ok(None);
        }
    }
}

/// A body has a `Content-Length`, or is one piece that ends with the last chunk.
async fn skip_body(head: &[u8], stream: &mut TcpStream, received: &mut Vec<u8>) -> Result<(), Error> {
    let head = str::from_utf8(head)?.to_ascii_lowercase();
    let header = |name: &str| head.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':'));
    let length = header("content-length").map_or(Ok(0), |length| length.trim().parse())?;
    let is_chunked = header("transfer-encoding").is_some();
    const LAST: &[u8] = b"0\r\n\r\n";
    loop {
        let end = received.windows(LAST.len()).position(|bytes| bytes == LAST).map(|at| at + LAST.len());
        if let Some(end) = if is_chunked { end } else { (received.len() >= length).then_some(length) } {
            received.drain(..end);
            return Ok(());
        }
        if stream.read_buf(received).await? == 0 {
            return Err("the request has only half of its body".into());
        }
    }
}

async fn serve_http2(stream: TcpStream, nth: usize, state: Arc<State>) -> Result<(), Error> {
    let answer = hyper::service::service_fn(move |_request| {
        let reply = state.next_reply(nth);
        async move {
            let body = match reply.framing {
                Framing::None => Vec::new(),
                Framing::Length(n) | Framing::Chunked(n) | Framing::UntilClose(n) => vec![b'x'; n],
            };
            let mut response = Response::new(Full::new(Bytes::from(body)));
            *response.status_mut() = reply.status;
            Ok::<_, Infallible>(response)
        }
    });
    hyper::server::conn::http2::Builder::new(TokioExecutor::new())
        .serve_connection(TokioIo::new(stream), answer)
        .await?;
    Ok(())
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
