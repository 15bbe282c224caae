//! A small client, and what the page says of it.

use super::page;
use crate::stubs::stub::Stub;

const ACME: &str = r#"//! acme 2, a client. It is small.
#![client(krate = "acme", versions = ">=2, <3", reuse = "at_end")]
pub use call::Call;
mod call {
    pub struct Call;
    impl Call {
        pub fn send(self) -> Pending { Pending }
        pub fn try_send(self) -> Result<crate::Reply, Error> { attempt(self) }
        pub fn once(self) -> Call { exempt() }
    }
    fn attempt<T>(call: T) -> Result<crate::Reply, Error> { respond(call) }
    pub struct Pending;
    impl std::future::Future for Pending { type Output = crate::Reply; fn resolve(self) -> crate::Reply { respond(self) } }
}
#[body]
#[fix = "let _ = {}.text();"]
pub struct Reply { inner: Inner }
impl Reply {
    pub fn status(&self) -> u16 { status_of(self) }
    pub fn text(self) -> String { drain(self); any() }
    #[versions = ">=2.1"]
    pub fn piece(&mut self) -> Option<Bytes> { match step(self) { Step::Chunk(piece) => Some(piece), _ => None } }
    pub fn ok(self) -> Result<Reply, Error> { if any() { discard(self); Err(any()) } else { Ok(self) } }
    pub fn reader(&mut self) -> Reader { Reader { reply: self } }
    pub fn clear(&mut self) { *self = any(); }
    pub fn inner(&self) -> &Inner { &self.inner }
    fn secret(self) { drain(self); }
}
impl From<Reply> for http::Response<Reply> { fn from(reply: Reply) -> Self { http::Response::new(reply) } }
impl Read for Reply {}
pub trait Read { fn read(&mut self) -> usize { match step(self) { _ => any() } } }
#[reuse = "none"]
pub fn get() -> Reply { respond(()) }
"#;

#[test]
fn what_a_function_is_for_is_told_by_the_words_in_it() {
    let stub = Stub::read("lint/clients/acme.rs", ACME).unwrap();
    let page = page(&[stub], "").unwrap();
    let told: Vec<_> = page.lines().filter(|line| line.starts_with("- ") || line.starts_with('#')).collect();
    assert_eq!(
        told,
        [
            "# Clients",
            "## Each client",
            "### acme 2",
            "- Gives a response: `Call::send`, `Call::try_send`",
            "- Gives a response that costs nothing: `get`",
            "- Nothing may be owed after: `Call::once`",
            "- Reads a part: `Read::read`",
            "#### acme: `Reply`",
            "- Reads to the end: `text`",
            "- Reads a part: `piece` (from 2.1)",
            "- Makes an error of the status: `ok`",
            "- Hands the body on: into `http::Response<Reply>`, `reader`",
            "- Drops the body: `clear`",
            "- Only looks: `inner`, `status`",
            "- Read through: `Read`",
            "- To drain it: `let _ = response.text();`",
            "## Other crates",
        ]
    );
    assert!(page.contains("acme 2, a client.\nIt is small.\n"), "{page}");
    assert!(page.contains(
        "A body that is dropped unread **costs the connection** ([`at_end`](stubs.md#the-head)): acme keeps"
    ));
}
