use reqwest::blocking::{Client, Response};

pub fn shown(client: &Client, url: &str, response: Response, pair: (Response, Response)) {
    let _ = client.get(url).send();
    let _sent = client.get(url).send();
    let _ = response;
    let (_, _second) = pair;
    _ = client.post(url).send();
}

//| shown
//| body 0(client_1, url_2, response_3, pair_4)
//|   b0:
//|     // response_3 = body 0; pair_4 = struct { 0: body 1, 1: body 2 }; body 0 is unread; body 1 is unread; body 2 is unread
//|     _5 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _6 = reqwest::blocking::RequestBuilder::send(_5) // gives a body
//|     drop _6 // Statement
//|     drop _5 // Statement
//|     _7 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _8 = reqwest::blocking::RequestBuilder::send(_7) // gives a body
//|     _sent_9 = _8
//|     drop _8 // Statement
//|     drop _7 // Statement
//|     _second_10 = bind pair_4.1
//|     _11 = reqwest::blocking::Client::post(&(*client_1), url_2)
//|     _12 = reqwest::blocking::RequestBuilder::send(_11) // gives a body
//|     drop _12 // Statement
//|     drop _11 // Statement
//|     drop _second_10 // Scope
//|     drop _sent_9 // Scope
//|     drop pair_4 // Scope
//|     drop response_3 // Scope
//|     return _0
//|   from 3:42
//|     Unread Some((Scope, (9, 1)))
//|   from 3:62
//|     Unread Some((Scope, (9, 1)))
//|   from 4:29
//|     Unread Some((Statement, (4, 5)))
//|   from 5:33
//|     Unread Some((Scope, (9, 1)))
//|   from 8:26
//|     Unread Some((Statement, (8, 5)))
