use reqwest::{Client, Error};

pub fn looked_at(handle: &acme_executor::Handle, client: Client, url: String) {
    handle.spawn(async move {
        let response = client.get(url).send().await?; //~ unread_body
        println!("{}", response.status());
        Ok::<_, Error>(())
    });
}

pub fn guarded(handle: &acme_executor::Handle, client: Client, url: String) {
    handle.spawn(async move {
        let Ok(response) = client.get(url).send().await else { return }; //~ unread_on_exit
        if response.status().is_success() {
            println!("{:?}", response.text().await);
        }
    });
}

pub fn given_to_the_executor(handle: &acme_executor::Handle, client: Client, url: String) {
    handle.spawn(async move { client.get(url).send().await });
}

pub fn read(handle: &acme_executor::Handle, client: Client, url: String) {
    handle.spawn(async move { client.get(url).send().await?.text().await });
}
