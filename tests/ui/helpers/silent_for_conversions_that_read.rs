use reqwest::blocking::{Client, Response};

pub struct Text(String);

impl TryFrom<Response> for Text {
    type Error = reqwest::Error;

    fn try_from(response: Response) -> Result<Self, Self::Error> {
        response.text().map(Text)
    }
}

pub struct Length(usize);

impl From<Response> for Length {
    fn from(response: Response) -> Self {
        Length(response.bytes().map_or(0, |bytes| bytes.len()))
    }
}

pub fn text(client: &Client, url: &str) -> reqwest::Result<usize> {
    let text: Text = client.get(url).send()?.try_into()?;
    Ok(text.0.len())
}

pub fn length(client: &Client, url: &str) -> reqwest::Result<usize> {
    Ok(Length::from(client.get(url).send()?).0)
}
