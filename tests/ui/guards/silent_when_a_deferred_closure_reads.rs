use reqwest::blocking::{Client, Response};

pub struct Defer<F: FnOnce()>(Option<F>);

impl<F: FnOnce()> Drop for Defer<F> {
    fn drop(&mut self) {
        if let Some(deferred) = self.0.take() {
            deferred();
        }
    }
}

pub struct Later<T, F: FnOnce(T)>(Option<(T, F)>);

impl<T, F: FnOnce(T)> Drop for Later<T, F> {
    fn drop(&mut self) {
        if let Some((value, function)) = self.0.take() {
            function(value);
        }
    }
}

fn drain(response: Response) {
    let _ = response.bytes();
}

pub fn read(client: &Client, url: &str) -> reqwest::Result<u16> {
    let response = client.get(url).send()?;
    let status = response.status().as_u16();
    let _drain = Defer(Some(move || {
        let _ = response.bytes();
    }));
    Ok(status)
}

pub fn read_by_a_helper(client: &Client, url: &str) -> reqwest::Result<()> {
    let response = client.get(url).send()?;
    let _drain = Defer(Some(|| drain(response)));
    println!("working");
    Ok(())
}

pub fn read_by_a_function(client: &Client, url: &str) -> reqwest::Result<u16> {
    let response = client.get(url).send()?;
    let status = response.status().as_u16();
    let _later = Later(Some((response, drain)));
    Ok(status)
}

pub fn told_and_read_later(client: &Client, url: &str) -> reqwest::Result<String> {
    let _done = Defer(Some(|| println!("done")));
    let response = client.get(url).send()?;
    response.text()
}
