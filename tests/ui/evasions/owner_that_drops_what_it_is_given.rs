use reqwest::blocking::{Client, Response};

#[derive(Default)]
pub struct Statuses {
    seen: Vec<u16>,
    last: Option<Response>,
}

impl Statuses {
    pub fn record(&mut self, response: Response) { //~ unread_body
        self.seen.push(response.status().as_u16());
    }

    pub fn keep(&mut self, response: Response) {
        self.last = Some(response);
    }
}

pub fn recorded(client: &Client, statuses: &mut Statuses, url: &str) -> reqwest::Result<()> {
    statuses.record(client.get(url).send()?);
    Ok(())
}

pub fn kept_by_a_local_owner(client: &Client, url: &str) -> reqwest::Result<usize> {
    let mut statuses = Statuses::default();
    statuses.keep(client.get(url).send()?); //~ MISS unread_body -- a place of which nothing is known is taken for one that is elsewhere
    Ok(statuses.seen.len())
}
