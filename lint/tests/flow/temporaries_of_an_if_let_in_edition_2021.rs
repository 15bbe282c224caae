//@ edition: 2021
use reqwest::blocking::Client;

// Until edition 2024 the temporaries of an `if let` outlive its `else`.
pub fn shown(client: &Client, url: &str) -> u8 {
    if let Err(_) = client.get(url).send() { 1 } else { 2 }
}

//| shown
//| body 0(client_1, url_2)
//|   b0:
//|     _4 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _5 = reqwest::blocking::RequestBuilder::send(_4) // gives a body
//|     if _5 is Err b4 else b2
//|   b1:
//|     _6 = 1
//|     _3 = _6
//|     drop _6 // Scope
//|     drop _5 // Scope
//|     drop _4 // Scope
//|     goto b3
//|   b2:
//|     // _5 = Ok { 0: body 0 }; body 0 is unread
//|     _7 = 2
//|     _3 = _7
//|     drop _7 // Scope
//|     drop _5 // Scope
//|     drop _4 // Scope
//|     goto b3
//|   b3:
//|     // _3 = 1
//|     // _3 = 2
//|     _0 = _3
//|     drop _3 // Scope
//|     return _0
//|   b4:
//|     goto b1
//|   from 6:37
//|     Unread Some((Scope, (6, 59)))
