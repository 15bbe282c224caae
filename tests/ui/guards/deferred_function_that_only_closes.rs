use reqwest::blocking::{Client, Response};

pub struct Later<T, F: FnOnce(T)>(Option<(T, F)>);

impl<T, F: FnOnce(T)> Drop for Later<T, F> {
    fn drop(&mut self) {
        if let Some((value, function)) = self.0.take() {
            function(value);
        }
    }
}

fn close(response: Response) { //~ unread_body
    println!("{} is closed", response.url());
}

pub fn by_name(client: &Client, url: &str) -> reqwest::Result<()> {
    let response = client.get(url).send()?;
    let _later = Later(Some((response, close)));
    println!("working");
    Ok(())
}

pub fn by_pointer(client: &Client, url: &str) -> reqwest::Result<()> {
    let response = client.get(url).send()?; //~ unread_body
    let _later = Later(Some((response, drop::<Response> as fn(Response))));
    println!("working");
    Ok(())
}
