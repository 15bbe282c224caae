use reqwest::{
    Error,
    blocking::{Client, RequestBuilder, Response},
};

pub struct Poller<F>(F);

impl<F: Fn() -> bool> Poller<F> {
    pub fn new(poll: F) -> Poller<F> {
        Poller(poll)
    }

    pub fn until_up(&self) {
        while !(self.0)() {}
    }
}

fn sender(client: Client) -> impl Fn(&str) -> Result<Response, Error> {
    move |url| client.get(url).send()
}

fn reader(client: Client) -> Box<dyn Fn(&str) -> Result<String, Error>> {
    let send = sender(client);
    Box::new(move |url| send(url)?.text())
}

fn prepared(client: &Client) -> impl Fn(&str) -> RequestBuilder {
    move |url| client.get(url)
}

pub fn polled(client: Client) {
    Poller::new(move || client.get("http://health").send().and_then(Response::text).is_ok()).until_up();
}

pub fn sent_by_a_closure(client: Client) -> Result<String, Error> {
    let send = sender(client);
    send("http://text")?.text()
}

pub fn read_by_a_closure(client: Client) -> bool {
    reader(client)("http://text").is_ok()
}

pub fn prepared_by_a_closure(client: &Client) -> Result<String, Error> {
    let get = prepared(client);
    get("http://text").send()?.text()
}
