use reqwest::blocking::{Client, Response};

pub struct Defer<F: FnOnce()>(Option<F>);

impl<F: FnOnce()> Drop for Defer<F> {
    fn drop(&mut self) {
        if let Some(deferred) = self.0.take() {
            deferred();
        }
    }
}

fn defer<F: FnOnce()>(deferred: F) -> Defer<F> {
    Defer(Some(deferred))
}

fn close(response: Response) -> u16 { //~ unread_body
    response.status().as_u16()
}

fn report(status: u16) {
    println!("{status}");
}

pub fn dropped(client: &Client, url: &str) -> reqwest::Result<u16> {
    let response = client.get(url).send()?; //~ unread_body
    let status = response.status().as_u16();
    let _close = defer(move || drop(response));
    Ok(status)
}

pub fn told(client: &Client, url: &str) -> reqwest::Result<()> {
    let response = client.get(url).send()?; //~ unread_body
    let _close = Defer(Some(|| println!("{:?}", drop(response))));
    println!("working");
    Ok(())
}

pub fn by_helpers(client: &Client, url: &str) -> reqwest::Result<()> {
    let response = client.get(url).send()?;
    let _close = defer(|| report(close(response)));
    println!("working");
    Ok(())
}
