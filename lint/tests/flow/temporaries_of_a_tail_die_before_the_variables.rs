use reqwest::blocking::{Client, Response};

pub fn shown(client: &Client, url: &str, response: Response) -> bool {
    let kept = response;
    let inner = {
        let inner = client.get(url).send();
        client.post(url).send().is_ok()
    };
    client.get(url).send().is_ok_and(|got| got.status() == kept.status())
}

//| shown
//| body 0(client_1, url_2, response_3)
//|   b0:
//|     // response_3 = body 0; body 0 is unread
//|     kept_4 = response_3
//|     _6 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _7 = reqwest::blocking::RequestBuilder::send(_6) // gives a body
//|     inner_8 = _7
//|     drop _7 // Statement
//|     drop _6 // Statement
//|     _9 = reqwest::blocking::Client::post(&(*client_1), url_2)
//|     _10 = reqwest::blocking::RequestBuilder::send(_9) // gives a body
//|     _11 = std::result::Result::is_ok(&_10)
//|     _5 = _11
//|     drop _10 // Scope
//|     drop _9 // Scope
//|     drop inner_8 // Scope
//|     inner_12 = _5
//|     drop _5 // Statement
//|     _13 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _14 = reqwest::blocking::RequestBuilder::send(_13) // gives a body
//|     _15 = closure 1 [&mut kept_4]
//|     _16 = std::result::Result::is_ok_and(_14, _15)
//|     _0 = _16
//|     drop _15 // Scope
//|     drop _14 // Scope
//|     drop _13 // Scope
//|     drop inner_12 // Scope
//|     drop kept_4 // Scope
//|     drop response_3 // Scope
//|     return _0
//| body 1(kept_3, got_1)
//|   b0:
//|     // got_1 = body 0; kept_3 = &mut outer 0; outer 0 = body 1; body 0 is unread; body 1 is unread
//|     _2 = reqwest::blocking::Response::status(&got_1)
//|     _4 = reqwest::blocking::Response::status(&(*kept_3))
//|     _5 = &_2 == &_4
//|     _0 = _5
//|     drop _4 // Scope
//|     drop _2 // Scope
//|     drop got_1 // Scope
//|     return _0
//|   from 3:42
//|     Unread Some((Scope, (10, 1)))
//|   from 6:37
//|     Unread Some((Scope, (8, 5)))
//|   from 7:26
//|     Unread Some((Scope, (8, 5)))
//|   from 9:21
//|     Unread Some((Scope, (9, 72)))
