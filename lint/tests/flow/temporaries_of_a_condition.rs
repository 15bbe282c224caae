use reqwest::{Result, blocking::Client};

// Not so in Rust: the temporaries of a condition, and of each side of `&&` and `||`, die before anything else is done,
// so neither `return` nor `?` drops one here.
pub fn shown(client: &Client, url: &str) -> Result<bool> {
    if client.get(url).send()?.status().is_success() && client.post(url).send()?.status().is_success() {
        return Ok(true);
    }
    while client.put(url).send()?.status().is_server_error() {}
    Ok(false)
}

//| shown
//| body 0(client_1, url_2)
//|   b0:
//|     _4 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _5 = reqwest::blocking::RequestBuilder::send(_4) // gives a body
//|     try _5 b5 else b6
//|   b1:
//|     _13 = Ok { 0: true }
//|     _0 = _13
//|     drop _13 // Return
//|     drop _12 // Return
//|     drop _3 // Return
//|     return _0
//|   b2:
//|     drop _12 // Scope
//|     _3 = ()
//|     goto b3
//|   b3:
//|     drop _3 // Statement
//|     goto b16
//|   b4:
//|     _8 = reqwest::blocking::Client::post(&(*client_1), url_2)
//|     _9 = reqwest::blocking::RequestBuilder::send(_8) // gives a body
//|     try _9 b10 else b11
//|   b5:
//|     // _5 = Ok { 0: body 0 }; body 0 is unread
//|     _6 = reqwest::blocking::Response::status(&_5.0)
//|     _7 = http::status::StatusCode::is_success(&_6)
//|     if _7 b8 else b9
//|   b6:
//|     // _5 = Err
//|     _0 = _5
//|     drop _5 // Question
//|     drop _4 // Question
//|     drop _3 // Question
//|     return _0
//|   b8:
//|     // _5 = Ok { 0: body 0 }; body 0 is unread
//|     drop _6 // Statement
//|     drop _5 // Statement
//|     drop _4 // Statement
//|     goto b4
//|   b9:
//|     // _5 = Ok { 0: body 0 }; body 0 is unread
//|     drop _6 // Statement
//|     drop _5 // Statement
//|     drop _4 // Statement
//|     goto b2
//|   b10:
//|     // _9 = Ok { 0: body 0 }; body 0 is unread
//|     _10 = reqwest::blocking::Response::status(&_9.0)
//|     _11 = http::status::StatusCode::is_success(&_10)
//|     if _11 b13 else b14
//|   b11:
//|     // _9 = Err
//|     _0 = _9
//|     drop _9 // Question
//|     drop _8 // Question
//|     drop _3 // Question
//|     return _0
//|   b13:
//|     // _9 = Ok { 0: body 0 }; body 0 is unread
//|     drop _10 // Statement
//|     drop _9 // Statement
//|     drop _8 // Statement
//|     goto b1
//|   b14:
//|     // _9 = Ok { 0: body 0 }; body 0 is unread
//|     drop _10 // Statement
//|     drop _9 // Statement
//|     drop _8 // Statement
//|     goto b2
//|   b16:
//|     _15 = reqwest::blocking::Client::put(&(*client_1), url_2)
//|     _16 = reqwest::blocking::RequestBuilder::send(_15) // gives a body
//|     try _16 b20 else b21
//|   b17:
//|     goto b16
//|   b18:
//|     goto b19
//|   b19:
//|     _19 = Ok { 0: false }
//|     _0 = _19
//|     drop _19 // Scope
//|     return _0
//|   b20:
//|     // _16 = Ok { 0: body 0 }; body 0 is unread
//|     _17 = reqwest::blocking::Response::status(&_16.0)
//|     _18 = http::status::StatusCode::is_server_error(&_17)
//|     if _18 b23 else b24
//|   b21:
//|     // _16 = Err
//|     _0 = _16
//|     drop _16 // Question
//|     drop _15 // Question
//|     return _0
//|   b23:
//|     // _16 = Ok { 0: body 0 }; body 0 is unread
//|     drop _17 // Statement
//|     drop _16 // Statement
//|     drop _15 // Statement
//|     goto b17
//|   b24:
//|     // _16 = Ok { 0: body 0 }; body 0 is unread
//|     drop _17 // Statement
//|     drop _16 // Statement
//|     drop _15 // Statement
//|     goto b18
//|   from 6:24
//|     Unread Some((Statement, (6, 8)))
//|   from 6:74
//|     Unread Some((Statement, (6, 57)))
//|   from 9:27
//|     Unread Some((Statement, (9, 11)))
