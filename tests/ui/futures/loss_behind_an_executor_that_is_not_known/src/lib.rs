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

pub fn by_a_function(client: Client, url: String) {
    acme_executor::spawn(async move { client.get(url).send().await.is_ok() }); //~ unread_body
}
