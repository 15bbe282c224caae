use reqwest::blocking::Client;

pub struct Poller<F>(F);

impl<F: Fn() -> bool> Poller<F> {
    pub fn new(poll: F) -> Poller<F> {
        Poller(poll)
    }
}

pub struct Boxed {
    poll: Box<dyn Fn() -> bool + Send>,
}

fn poller(poll: impl Fn() -> bool + Send + 'static) -> Boxed {
    Boxed { poll: Box::new(poll) }
}

impl Boxed {
    pub fn poll(&self) -> bool {
        (self.poll)()
    }
}

pub fn made_by_a_factory(client: Client) -> Boxed {
    poller(move || client.get("http://health").send().is_ok()) //~ unread_body
}

pub fn made_by_a_constructor(client: Client) -> Poller<impl Fn() -> bool> {
    Poller::new(move || client.get("http://health").send().is_ok()) //~ unread_body
}

pub fn that_reads(client: Client) -> Boxed {
    poller(move || client.get("http://health").send().and_then(|response| response.text()).is_ok())
}
