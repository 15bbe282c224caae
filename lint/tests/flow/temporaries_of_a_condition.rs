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
//|     // _5 = Ok { 0: body 0 }; _9 = Ok { 0: body 1 }; body 0 is unread; body 1 is unread
//|     _13 = Ok { 0: true }
//|     _0 = _13
//|     drop _13 // Return
//|     drop _12 // Return
//|     drop _10 // Return
//|     drop _9 // Return
//|     drop _8 // Return
//|     drop _6 // Return
//|     drop _5 // Return
//|     drop _4 // Return
//|     drop _3 // Return
//|     return _0
//|   b2:
//|     // _5 = Ok { 0: body 0 }; body 0 is unread
//|     // _5 = Ok { 0: body 0 }; _9 = Ok { 0: body 1 }; body 0 is unread; body 1 is unread
//|     drop _12 // Scope
//|     drop _10 // Scope
//|     drop _9 // Scope
//|     drop _8 // Scope
//|     drop _6 // Scope
//|     drop _5 // Scope
//|     drop _4 // Scope
//|     _3 = ()
//|     goto b3
//|   b3:
//|     drop _3 // Statement
//|     goto b12
//|   b4:
//|     // _5 = Ok { 0: body 0 }; body 0 is unread
//|     _8 = reqwest::blocking::Client::post(&(*client_1), url_2)
//|     _9 = reqwest::blocking::RequestBuilder::send(_8) // gives a body
//|     try _9 b8 else b9
//|   b5:
//|     // _5 = Ok { 0: body 0 }; body 0 is unread
//|     _6 = reqwest::blocking::Response::status(&_5.0)
//|     _7 = http::status::StatusCode::is_success(&_6)
//|     if _7 b4 else b2
//|   b6:
//|     // _5 = Err
//|     _0 = _5
//|     drop _5 // Question
//|     drop _4 // Question
//|     drop _3 // Question
//|     return _0
//|   b8:
//|     // _5 = Ok { 0: body 0 }; _9 = Ok { 0: body 1 }; body 0 is unread; body 1 is unread
//|     _10 = reqwest::blocking::Response::status(&_9.0)
//|     _11 = http::status::StatusCode::is_success(&_10)
//|     if _11 b1 else b2
//|   b9:
//|     // _5 = Ok { 0: body 0 }; _9 = Err; body 0 is unread
//|     _0 = _9
//|     drop _9 // Question
//|     drop _8 // Question
//|     drop _6 // Question
//|     drop _5 // Question
//|     drop _4 // Question
//|     drop _3 // Question
//|     return _0
//|   b12:
//|     _15 = reqwest::blocking::Client::put(&(*client_1), url_2)
//|     _16 = reqwest::blocking::RequestBuilder::send(_15) // gives a body
//|     try _16 b16 else b17
//|   b13:
//|     // _16 = Ok { 0: body 0 }; body 0 is unread
//|     drop _17 // Scope
//|     drop _16 // Scope
//|     drop _15 // Scope
//|     goto b12
//|   b14:
//|     // _16 = Ok { 0: body 0 }; body 0 is unread
//|     drop _17 // Scope
//|     drop _16 // Scope
//|     drop _15 // Scope
//|     goto b15
//|   b15:
//|     _19 = Ok { 0: false }
//|     _0 = _19
//|     drop _19 // Scope
//|     return _0
//|   b16:
//|     // _16 = Ok { 0: body 0 }; body 0 is unread
//|     _17 = reqwest::blocking::Response::status(&_16.0)
//|     _18 = http::status::StatusCode::is_server_error(&_17)
//|     if _18 b13 else b14
//|   b17:
//|     // _16 = Err
//|     _0 = _16
//|     drop _16 // Question
//|     drop _15 // Question
//|     return _0
//|   from 6:24
//|     Unread Some((Scope, (8, 5)))
//|     Unread Some((Question, (6, 80)))
//|     Unread Some((Return, (7, 9)))
//|   from 6:74
//|     Unread Some((Scope, (8, 5)))
//|     Unread Some((Return, (7, 9)))
//|   from 9:27
//|     Unread Some((Scope, (9, 63)))
