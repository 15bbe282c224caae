use reqwest::blocking::Client;

pub fn shown(client: &Client, url: &str) {
    client.get(url).send().ok();
    let sent = client.get(url).send().ok().is_some();
    match client.get(url).send() {
        Ok(_) => {}
        Err(_) => {}
    }
}

//| shown
//| body 0(client_1, url_2)
//|   b0:
//|     _3 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _4 = reqwest::blocking::RequestBuilder::send(_3) // gives a body
//|     _5 = std::result::Result::ok(_4) // gives a body
//|     drop _5 // Statement
//|     drop _4 // Statement
//|     drop _3 // Statement
//|     _6 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _7 = reqwest::blocking::RequestBuilder::send(_6) // gives a body
//|     _8 = std::result::Result::ok(_7) // gives a body
//|     _9 = std::option::Option::is_some(&_8)
//|     sent_10 = _9
//|     drop _8 // Statement
//|     drop _7 // Statement
//|     drop _6 // Statement
//|     _11 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _12 = reqwest::blocking::RequestBuilder::send(_11) // gives a body
//|     if _12 is Ok b3 else b2
//|   b1:
//|     // _12 = Ok { 0: body 0 }; body 0 is unread
//|     _0 = _13
//|     drop _13 // Scope
//|     drop _12 // Scope
//|     drop _11 // Scope
//|     return _0
//|   b2:
//|     // _12 = Err
//|     if _12 is Err b5 else b4
//|   b3:
//|     // _12 = Ok { 0: body 0 }; body 0 is unread
//|     _14 = ()
//|     _13 = _14
//|     drop _14 // Scope
//|     goto b1
//|   b4:
//|     diverge
//|   b5:
//|     _15 = ()
//|     _13 = _15
//|     drop _15 // Scope
//|     goto b1
//|   from 4:21
//|     Unread Some((Statement, (4, 5)))
//|   from 5:32
//|     Unread Some((Statement, (5, 5)))
//|   from 6:27
//|     Unread Some((Scope, (10, 1)))
