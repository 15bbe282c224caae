use reqwest::{
    Client, Error, Response,
    blocking::{self, Response as Blocking},
};

pub fn captured(client: &blocking::Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send()?; //~ unread_body
    let close = move || drop(response);
    close();
    Ok(())
}

pub fn given(client: &blocking::Client, url: &str) -> Result<(), Error> {
    let close = |response: Blocking| println!("{}", response.status());
    close(client.get(url).send()?); //~ unread_body
    Ok(())
}

pub async fn given_async(client: &Client, url: &str) -> Result<(), Error> {
    let close = async |response: Response| println!("{}", response.status());
    close(client.get(url).send().await?).await; //~ unread_body
    Ok(())
}

pub fn never_called(client: &blocking::Client, url: &str) {
    let _ping = || drop(client.get(url).send()); //~ unread_body
}

pub fn boxed(client: &blocking::Client, url: &str) -> Result<(), Error> {
    let response = client.get(url).send()?; //~ unread_body
    let close: Box<dyn FnOnce()> = Box::new(move || println!("{}", response.status()));
    close();
    Ok(())
}
