//@ dependency: eventsource-stream = '0.2'
//@ dependency: reqwest-eventsource = '0.6'
use eventsource_stream::Eventsource;
use futures::StreamExt;
use reqwest::Client;
use reqwest_eventsource::{Event, EventSource, RequestBuilderExt};

// Such a stream has no end to wait for.
pub async fn until_done(client: &Client, url: &str) -> anyhow::Result<()> {
    let mut events = client.get(url).send().await?.bytes_stream().eventsource();
    while let Some(event) = events.next().await {
        if event?.data == "[DONE]" {
            break;
        }
    }
    Ok(())
}

pub async fn until_closed(client: &Client, url: &str) -> anyhow::Result<()> {
    let mut events = EventSource::new(client.get(url))?;
    while let Some(event) = events.next().await {
        match event {
            Ok(Event::Message(message)) if message.data == "[DONE]" => events.close(),
            Ok(_) => {}
            Err(_) => break,
        }
    }
    client.get(url).eventsource()?.close();
    Ok(())
}
