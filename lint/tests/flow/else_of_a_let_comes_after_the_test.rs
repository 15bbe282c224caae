use reqwest::blocking::Client;

// Not so in Rust: what did not fit dies before the `else` is entered, not by the `return` in it.
pub fn shown(client: &Client, url: &str) -> Option<String> {
    let Ok(response) = client.get(url).send() else {
        return None;
    };
    let Some(1..) = response.content_length() else {
        return None;
    };
    response.text().ok()
}

//| shown
//| body 0(client_1, url_2)
//|   b0:
//|     _3 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _4 = reqwest::blocking::RequestBuilder::send(_3) // gives a body
//|     if _4 is Ok b2 else b1
//|   b1:
//|     drop _4 // Statement
//|     drop _3 // Statement
//|     _7 = None {  }
//|     _0 = _7
//|     drop _7 // Return
//|     drop _6 // Return
//|     drop _4 // Return
//|     drop _3 // Return
//|     drop response_5 // Return
//|     return _0
//|   b2:
//|     // _4 = Ok { 0: body 0 }; body 0 is unread
//|     response_5 = bind _4.0
//|     goto b3
//|   b3:
//|     // response_5 = body 0; body 0 is unread
//|     drop _6 // Statement
//|     drop _4 // Statement
//|     drop _3 // Statement
//|     _8 = reqwest::blocking::Response::content_length(&response_5)
//|     if _8 is Some b6 else b5
//|   b5:
//|     // response_5 = body 0; body 0 is unread, owes nothing
//|     // response_5 = body 0; body 0 is unread
//|     drop _8 // Statement
//|     _10 = None {  }
//|     _0 = _10
//|     drop _10 // Return
//|     drop _9 // Return
//|     drop _8 // Return
//|     drop response_5 // Return
//|     return _0
//|   b6:
//|     // response_5 = body 0; body 0 is unread, owes nothing
//|     // response_5 = body 0; body 0 is unread
//|     if ? b7 else b5
//|   b7:
//|     // response_5 = body 0; body 0 is unread, owes nothing
//|     // response_5 = body 0; body 0 is unread
//|     goto b8
//|   b8:
//|     // response_5 = body 0; body 0 is unread, owes nothing
//|     // response_5 = body 0; body 0 is unread
//|     drop _9 // Statement
//|     drop _8 // Statement
//|     _11 = reqwest::blocking::Response::text(response_5)
//|     _12 = std::result::Result::ok(_11)
//|     _0 = _12
//|     drop _12 // Scope
//|     drop _11 // Scope
//|     drop response_5 // Scope
//|     return _0
//|   from 5:40
//|     Drained None
//|     Exempt None
//|     Unread Some((Return, (9, 9)))
