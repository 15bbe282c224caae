use reqwest::blocking::Client;

pub fn shown(client: &Client, url: &str) -> u8 {
    if let Some(length) = client.get(url).send().ok().and_then(|sent| sent.content_length()) {
        1
    } else if client.post(url).send().is_ok() {
        2
    } else {
        3
    }
}

//| shown
//| body 0(client_1, url_2)
//|   b0:
//|     _4 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _5 = reqwest::blocking::RequestBuilder::send(_4) // gives a body
//|     _6 = std::result::Result::ok(_5) // gives a body
//|     _7 = closure 1 []
//|     _8 = std::option::Option::and_then(_6, _7)
//|     if _8 is Some b4 else b2
//|   b1:
//|     _10 = 1
//|     _3 = _10
//|     drop _10 // Scope
//|     drop _8 // Scope
//|     drop _7 // Scope
//|     drop _6 // Scope
//|     drop _5 // Scope
//|     drop _4 // Scope
//|     goto b3
//|   b2:
//|     drop _10 // Scope
//|     drop _8 // Scope
//|     drop _7 // Scope
//|     drop _6 // Scope
//|     drop _5 // Scope
//|     drop _4 // Scope
//|     _12 = reqwest::blocking::Client::post(&(*client_1), url_2)
//|     _13 = reqwest::blocking::RequestBuilder::send(_12) // gives a body
//|     _14 = std::result::Result::is_ok(&_13)
//|     if _14 b8 else b9
//|   b3:
//|     // _3 = 3
//|     // _3 = 2
//|     // _3 = 1
//|     _0 = _3
//|     drop _16 // Scope
//|     drop _11 // Scope
//|     drop _3 // Scope
//|     return _0
//|   b4:
//|     // _8 = Some { 0: more than 0 }
//|     // _8 = Some { 0: 0 }
//|     length_9 = bind _8.0
//|     goto b1
//|   b5:
//|     _15 = 2
//|     _11 = _15
//|     drop _15 // Scope
//|     goto b7
//|   b6:
//|     drop _15 // Scope
//|     _16 = 3
//|     _11 = _16
//|     goto b7
//|   b7:
//|     // _11 = 3
//|     // _11 = 2
//|     _3 = _11
//|     goto b3
//|   b8:
//|     // _13 = Ok { 0: body 0 }; body 0 is unread
//|     drop _13 // Statement
//|     drop _12 // Statement
//|     goto b5
//|   b9:
//|     drop _13 // Statement
//|     drop _12 // Statement
//|     goto b6
//| body 1(sent_1)
//|   b0:
//|     // sent_1 = body 0; body 0 is unread
//|     _2 = reqwest::blocking::Response::content_length(&sent_1)
//|     _0 = _2
//|     drop _2 // Scope
//|     drop sent_1 // Scope
//|     return _0
//|   from 4:43
//|     Exempt None
//|     Unread Some((Scope, (4, 91)))
//|   from 6:32
//|     Unread Some((Statement, (6, 15)))
