use reqwest::{Client, Error};

pub async fn mended(client: &Client, url: &str) -> Result<String, Error> {
    // undrained: allow(unread_body) -- was true once //~ unused_suppression
    client.get(url).send().await?.text().await
}

pub async fn another_rule(client: &Client, url: &str) -> Result<(), Error> {
    // undrained: allow(partly_read) -- a mix-up //~ unused_suppression
    client.get(url).send().await?; //~ unread_body
    Ok(())
}

pub async fn no_reason(client: &Client, url: &str) -> Result<(), Error> {
    // undrained: allow(unread_body) //~ unused_suppression
    client.get(url).send().await?; //~ unread_body
    Ok(())
}

pub async fn no_such_rule(client: &Client, url: &str) -> Result<String, Error> {
    // undrained: allow(undead_body) -- a slip //~ unused_suppression
    client.get(url).send().await?.text().await
}

// undrained: drains //~ unused_suppression

pub const LIMIT: usize = 7;

pub async fn off_by_default(client: &Client, url: &str) -> Result<String, Error> {
    // undrained: allow(unread_error_status) -- errors are rare
    client.get(url).send().await?.error_for_status()?.text().await
}

#[cfg(test)]
mod tests {
    // undrained: allow(unread_body) -- not looked at
    fn nothing() {}
}
