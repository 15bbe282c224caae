use reqwest::blocking::{Client, Response};

pub fn shown(client: &Client, url: &str) -> Option<Response> {
    'outer: loop {
        let first = client.get(url).send().ok()?;
        loop {
            let second = client.post(url).send().ok()?;
            if second.status().is_success() {
                break 'outer Some(second);
            }
            if first.status().is_success() {
                continue 'outer;
            }
            break;
        }
    }
}

//| shown
//| body 0(client_1, url_2)
//|   b0:
//|     goto b1
//|   b1:
//|     _4 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _5 = reqwest::blocking::RequestBuilder::send(_4) // gives a body
//|     _6 = std::result::Result::ok(_5) // gives a body
//|     try _6 b3 else b4
//|   b2:
//|     // _3 = Some { 0: body 0 }; body 0 is unread
//|     _0 = _3
//|     drop _3 // Scope
//|     return _0
//|   b3:
//|     // _6 = Some { 0: body 0 }; body 0 is unread
//|     first_7 = _6.0
//|     drop _6 // Statement
//|     drop _5 // Statement
//|     drop _4 // Statement
//|     goto b6
//|   b4:
//|     // _6 = None
//|     _0 = _6
//|     drop _6 // Question
//|     drop _5 // Question
//|     drop _4 // Question
//|     drop _3 // Question
//|     return _0
//|   b6:
//|     // first_7 = body 0; body 0 is unread
//|     _9 = reqwest::blocking::Client::post(&(*client_1), url_2)
//|     _10 = reqwest::blocking::RequestBuilder::send(_9) // gives a body
//|     _11 = std::result::Result::ok(_10) // gives a body
//|     try _11 b8 else b9
//|   b7:
//|     // first_7 = body 0; body 0 is unread
//|     drop _8 // Scope
//|     drop first_7 // Scope
//|     goto b1
//|   b8:
//|     // first_7 = body 0; _11 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     second_12 = _11.0
//|     drop _11 // Statement
//|     drop _10 // Statement
//|     drop _9 // Statement
//|     _14 = reqwest::blocking::Response::status(&second_12)
//|     _15 = http::status::StatusCode::is_success(&_14)
//|     if _15 b14 else b15
//|   b9:
//|     // first_7 = body 0; _11 = None; body 0 is unread
//|     _0 = _11
//|     drop _11 // Question
//|     drop _10 // Question
//|     drop _9 // Question
//|     drop _8 // Question
//|     drop first_7 // Question
//|     drop _3 // Question
//|     return _0
//|   b11:
//|     // first_7 = body 0; second_12 = body 1; body 0 is unread; body 1 is unread
//|     _17 = Some { 0: second_12 }
//|     _3 = _17
//|     drop _17 // Break
//|     drop _16 // Break
//|     drop _13 // Break
//|     drop second_12 // Break
//|     drop _8 // Break
//|     drop first_7 // Break
//|     goto b2
//|   b12:
//|     // first_7 = body 0; second_12 = body 1; body 0 is unread; body 1 is unread
//|     drop _16 // Scope
//|     _13 = ()
//|     goto b13
//|   b13:
//|     // first_7 = body 0; second_12 = body 1; body 0 is unread; body 1 is unread
//|     drop _13 // Statement
//|     _19 = reqwest::blocking::Response::status(&first_7)
//|     _20 = http::status::StatusCode::is_success(&_19)
//|     if _20 b20 else b21
//|   b14:
//|     // first_7 = body 0; second_12 = body 1; body 0 is unread; body 1 is unread
//|     drop _14 // Statement
//|     goto b11
//|   b15:
//|     // first_7 = body 0; second_12 = body 1; body 0 is unread; body 1 is unread
//|     drop _14 // Statement
//|     goto b12
//|   b17:
//|     // first_7 = body 0; second_12 = body 1; body 0 is unread; body 1 is unread
//|     drop _21 // Continue
//|     drop _18 // Continue
//|     drop second_12 // Continue
//|     drop _8 // Continue
//|     drop first_7 // Continue
//|     goto b1
//|   b18:
//|     // first_7 = body 0; second_12 = body 1; body 0 is unread; body 1 is unread
//|     drop _21 // Scope
//|     _18 = ()
//|     goto b19
//|   b19:
//|     // first_7 = body 0; second_12 = body 1; body 0 is unread; body 1 is unread
//|     drop _18 // Statement
//|     drop second_12 // Break
//|     goto b7
//|   b20:
//|     // first_7 = body 0; second_12 = body 1; body 0 is unread; body 1 is unread
//|     drop _19 // Statement
//|     goto b17
//|   b21:
//|     // first_7 = body 0; second_12 = body 1; body 0 is unread; body 1 is unread
//|     drop _19 // Statement
//|     goto b18
//|   from 5:37
//|     Unread Some((Scope, (16, 5)))
//|     Unread Some((Question, (7, 54)))
//|     Unread Some((Break, (9, 17)))
//|     Unread Some((Continue, (12, 17)))
//|   from 7:43
//|     HandedOff None
//|     Unread Some((Break, (14, 13)))
//|     Unread Some((Continue, (12, 17)))
