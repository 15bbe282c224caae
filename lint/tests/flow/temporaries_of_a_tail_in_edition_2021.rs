//@ edition: 2021
use reqwest::blocking::{Client, Response};

// Until edition 2024 the temporaries of a tail outlive the variables, `kept` here, but not the parameters.
pub fn shown(client: &Client, url: &str, response: Response) -> bool {
    let kept = response;
    client.get(url).send().is_ok()
}

//| shown
//| body 0(client_1, url_2, response_3)
//|   b0:
//|     // response_3 = body 0; body 0 is unread
//|     kept_4 = response_3
//|     _5 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _6 = reqwest::blocking::RequestBuilder::send(_5) // gives a body
//|     _7 = std::result::Result::is_ok(&_6)
//|     _0 = _7
//|     drop kept_4 // Scope
//|     drop _6 // Scope
//|     drop _5 // Scope
//|     drop response_3 // Scope
//|     return _0
//|   from 5:42
//|     Unread Some((Scope, (8, 1)))
//|   from 7:21
//|     Unread Some((Scope, (8, 1)))
