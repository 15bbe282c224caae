use reqwest::blocking::Response;

pub fn shown(sent: Result<Response, u8>) -> u8 {
    match sent {
        Ok(response) if response.status().is_success() => 0,
        Ok(other) => {
            drop(other);
            1
        }
        Err(2 | 3) => 2,
        Err(code) => code,
    }
}

//| shown
//| body 0(sent_1)
//|   b0:
//|     // sent_1 = Ok { 0: body 0 }; body 0 is unread
//|     // sent_1 = Err
//|     if sent_1 is Ok b3 else b2
//|   b1:
//|     // _2 = 1
//|     // _2 = 0
//|     // _2 = 2
//|     _0 = _2
//|     drop _2 // Scope
//|     drop sent_1 // Scope
//|     return _0
//|   b2:
//|     // sent_1 = Ok { 0: body 0 }; body 0 is unread
//|     // sent_1 = Err
//|     if sent_1 is Ok b9 else b8
//|   b3:
//|     // sent_1 = Ok { 0: body 0 }; body 0 is unread
//|     _3 = &sent_1
//|     response_4 = bind (*_3).0
//|     _5 = reqwest::blocking::Response::status(&response_4)
//|     _6 = http::status::StatusCode::is_success(&_5)
//|     if _6 b6 else b7
//|   b4:
//|     // sent_1 = Ok { 0: body 0 }; body 0 is unread
//|     response_7 = bind sent_1.0
//|     _2 = 0
//|     drop response_7 // Scope
//|     drop response_4 // Scope
//|     goto b1
//|   b5:
//|     // sent_1 = Ok { 0: body 0 }; body 0 is unread
//|     goto b2
//|   b6:
//|     // sent_1 = Ok { 0: body 0 }; body 0 is unread
//|     drop _5 // Statement
//|     goto b4
//|   b7:
//|     // sent_1 = Ok { 0: body 0 }; body 0 is unread
//|     drop _5 // Statement
//|     goto b5
//|   b8:
//|     // sent_1 = Err
//|     if sent_1 is Err b11 else b10
//|   b9:
//|     // sent_1 = Ok { 0: body 0 }; body 0 is unread
//|     other_8 = bind sent_1.0
//|     _10 = std::mem::drop(other_8)
//|     _9 = 1
//|     _2 = _9
//|     drop _9 // Scope
//|     drop other_8 // Scope
//|     goto b1
//|   b10:
//|     // sent_1 = Err
//|     if sent_1 is Err b23 else b22
//|   b11:
//|     // sent_1 = Err
//|     _11 = &sent_1.0 == 2
//|     if _11 b14 else b13
//|   b12:
//|     // sent_1 = Err
//|     _13 = &sent_1.0 == 2
//|     if _13 b19 else b18
//|   b13:
//|     // sent_1 = Err
//|     _12 = &sent_1.0 == 3
//|     if _12 b16 else b15
//|   b14:
//|     // sent_1 = Err
//|     goto b12
//|   b15:
//|     // sent_1 = Err
//|     goto b10
//|   b16:
//|     // sent_1 = Err
//|     goto b12
//|   b17:
//|     _2 = 2
//|     goto b1
//|   b18:
//|     // sent_1 = Err
//|     _14 = &sent_1.0 == 3
//|     if _14 b21 else b20
//|   b19:
//|     goto b17
//|   b20:
//|     diverge
//|   b21:
//|     goto b17
//|   b22:
//|     diverge
//|   b23:
//|     // sent_1 = Err
//|     code_15 = bind sent_1.0
//|     _2 = code_15
//|     goto b1
//|   from 3:14
//|     Unread Some((Scope, (5, 59)))
//|     Unread Some((Callee, (7, 13)))
