use reqwest::{Result, blocking::Client};

// Not so in Rust: `tuple` and `named` keep their responses alive as well, and `status` keeps only the status.
pub fn shown(client: &Client, url: &str) -> Result<()> {
    let whole = &mut client.get(url).send()?;
    let tuple = (&mut client.get(url).send()?, 1);
    let ref named = client.get(url).send()?;
    let status = &client.get(url).send()?.status();
    Ok(())
}

//| shown
//| body 0(client_1, url_2)
//|   b0:
//|     _3 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _4 = reqwest::blocking::RequestBuilder::send(_3) // gives a body
//|     try _4 b1 else b2
//|   b1:
//|     // _4 = Ok { 0: body 0 }; body 0 is unread
//|     whole_5 = &mut _4.0
//|     _6 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _7 = reqwest::blocking::RequestBuilder::send(_6) // gives a body
//|     try _7 b4 else b5
//|   b2:
//|     // _4 = Err
//|     _0 = _4
//|     drop _4 // Question
//|     drop _3 // Question
//|     return _0
//|   b4:
//|     // _4 = Ok { 0: body 0 }; _7 = Ok { 0: body 1 }; body 0 is unread; body 1 is unread
//|     _8 = struct { 0: &mut _7.0, 1: 1 }
//|     tuple_9 = _8
//|     _10 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _11 = reqwest::blocking::RequestBuilder::send(_10) // gives a body
//|     try _11 b7 else b8
//|   b5:
//|     // _4 = Ok { 0: body 0 }; _7 = Err; body 0 is unread
//|     _0 = _7
//|     drop _7 // Question
//|     drop _6 // Question
//|     drop _4 // Question
//|     drop _3 // Question
//|     return _0
//|   b7:
//|     // _4 = Ok { 0: body 0 }; _7 = Ok { 0: body 1 }; _11 = Ok { 0: body 2 }; body 0 is unread; body 1 is unread; body 2 is unread
//|     named_12 = &mut _11.0
//|     _13 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _14 = reqwest::blocking::RequestBuilder::send(_13) // gives a body
//|     try _14 b10 else b11
//|   b8:
//|     // _4 = Ok { 0: body 0 }; _7 = Ok { 0: body 1 }; _11 = Err; body 0 is unread; body 1 is unread
//|     _0 = _11
//|     drop _11 // Question
//|     drop _10 // Question
//|     drop tuple_9 // Question
//|     drop _8 // Question
//|     drop _7 // Question
//|     drop _6 // Question
//|     drop _4 // Question
//|     drop _3 // Question
//|     return _0
//|   b10:
//|     // _4 = Ok { 0: body 0 }; _7 = Ok { 0: body 1 }; _11 = Ok { 0: body 2 }; _14 = Ok { 0: body 3 }; body 0 is unread; body 1 is unread; body 2 is unread; body 3 is unread
//|     _15 = reqwest::blocking::Response::status(&_14.0)
//|     status_16 = &_15
//|     _17 = Ok { 0: () }
//|     _0 = _17
//|     drop _17 // Scope
//|     drop _15 // Scope
//|     drop _14 // Scope
//|     drop _13 // Scope
//|     drop _11 // Scope
//|     drop _10 // Scope
//|     drop tuple_9 // Scope
//|     drop _8 // Scope
//|     drop _7 // Scope
//|     drop _6 // Scope
//|     drop _4 // Scope
//|     drop _3 // Scope
//|     return _0
//|   b11:
//|     // _4 = Ok { 0: body 0 }; _7 = Ok { 0: body 1 }; _11 = Ok { 0: body 2 }; _14 = Err; body 0 is unread; body 1 is unread; body 2 is unread
//|     _0 = _14
//|     drop _14 // Question
//|     drop _13 // Question
//|     drop _11 // Question
//|     drop _10 // Question
//|     drop tuple_9 // Question
//|     drop _8 // Question
//|     drop _7 // Question
//|     drop _6 // Question
//|     drop _4 // Question
//|     drop _3 // Question
//|     return _0
//|   from 5:38
//|     Unread Some((Scope, (10, 1)))
//|     Unread Some((Question, (6, 45)))
//|     Unread Some((Question, (7, 43)))
//|     Unread Some((Question, (8, 41)))
//|   from 6:39
//|     Unread Some((Scope, (10, 1)))
//|     Unread Some((Question, (7, 43)))
//|     Unread Some((Question, (8, 41)))
//|   from 7:37
//|     Unread Some((Scope, (10, 1)))
//|     Unread Some((Question, (8, 41)))
//|   from 8:35
//|     Unread Some((Scope, (10, 1)))
