use reqwest::blocking::Response;

pub fn shown(first: Response, second: Option<Response>) -> bool {
    if first.status().is_success()
        && let Some(second) = second
        && second.status() == first.status()
    {
        return true;
    }
    first.status().is_server_error() || first.text().is_ok()
}

//| shown
//| body 0(first_1, second_2)
//|   b0:
//|     // first_1 = body 0; second_2 = None; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     _4 = reqwest::blocking::Response::status(&first_1)
//|     _5 = http::status::StatusCode::is_success(&_4)
//|     if _5 b6 else b7
//|   b1:
//|     // first_1 = body 0; second_6 = body 1; body 0 is unread; body 1 is unread
//|     _0 = true
//|     drop _10 // Return
//|     drop second_6 // Return
//|     drop _3 // Return
//|     drop second_2 // Return
//|     drop first_1 // Return
//|     return _0
//|   b2:
//|     // first_1 = body 0; body 0 is unread
//|     // first_1 = body 0; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     // first_1 = body 0; second_6 = body 1; body 0 is unread; body 1 is unread
//|     drop _10 // Scope
//|     drop second_6 // Scope
//|     _3 = ()
//|     goto b3
//|   b3:
//|     // first_1 = body 0; body 0 is unread
//|     // first_1 = body 0; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     // first_1 = body 0; body 0 is unread
//|     drop _3 // Statement
//|     _12 = reqwest::blocking::Response::status(&first_1)
//|     _13 = http::status::StatusCode::is_server_error(&_12)
//|     if _13 b16 else b17
//|   b4:
//|     // first_1 = body 0; second_6 = body 1; body 0 is unread; body 1 is unread
//|     _7 = reqwest::blocking::Response::status(&second_6)
//|     _8 = reqwest::blocking::Response::status(&first_1)
//|     _9 = &_7 == &_8
//|     if _9 b9 else b10
//|   b5:
//|     // first_1 = body 0; second_2 = None; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     if second_2 is Some b8 else b2
//|   b6:
//|     // first_1 = body 0; second_2 = None; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     drop _4 // Statement
//|     goto b5
//|   b7:
//|     // first_1 = body 0; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     drop _4 // Statement
//|     goto b2
//|   b8:
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     second_6 = bind second_2.0
//|     goto b4
//|   b9:
//|     // first_1 = body 0; second_6 = body 1; body 0 is unread; body 1 is unread
//|     drop _8 // Statement
//|     drop _7 // Statement
//|     goto b1
//|   b10:
//|     // first_1 = body 0; second_6 = body 1; body 0 is unread; body 1 is unread
//|     drop _8 // Statement
//|     drop _7 // Statement
//|     goto b2
//|   b12:
//|     // first_1 = body 0; body 0 is unread
//|     // second_2 = Some { 0: body 0 }; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     _11 = true
//|     goto b14
//|   b13:
//|     // second_2 = Some { 0: body 0 }; body 0 is unread
//|     _11 = false
//|     goto b14
//|   b14:
//|     // _11 = false
//|     // _11 = true
//|     // first_1 = body 0; _11 = true; body 0 is unread
//|     // second_2 = Some { 0: body 0 }; _11 = false; body 0 is unread
//|     // second_2 = Some { 0: body 0 }; _11 = true; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; _11 = true; body 0 is unread; body 1 is unread
//|     // _11 = false
//|     // _11 = true
//|     _0 = _11
//|     drop second_2 // Scope
//|     drop first_1 // Scope
//|     return _0
//|   b15:
//|     // first_1 = body 0; body 0 is unread
//|     // first_1 = body 0; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     // first_1 = body 0; body 0 is unread
//|     _14 = reqwest::blocking::Response::text(first_1)
//|     _15 = std::result::Result::is_ok(&_14)
//|     if _15 b18 else b19
//|   b16:
//|     // first_1 = body 0; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     drop _12 // Statement
//|     goto b12
//|   b17:
//|     // first_1 = body 0; body 0 is unread
//|     // first_1 = body 0; body 0 is unread
//|     // first_1 = body 0; second_2 = Some { 0: body 1 }; body 0 is unread; body 1 is unread
//|     // first_1 = body 0; body 0 is unread
//|     drop _12 // Statement
//|     goto b15
//|   b18:
//|     // second_2 = Some { 0: body 0 }; body 0 is unread
//|     drop _14 // Statement
//|     goto b12
//|   b19:
//|     // second_2 = Some { 0: body 0 }; body 0 is unread
//|     drop _14 // Statement
//|     goto b13
//|   from 3:14
//|     Drained None
//|     Unread Some((Scope, (11, 1)))
//|     Unread Some((Return, (8, 9)))
//|   from 3:31
//|     Unread Some((Scope, (9, 5)))
//|     Unread Some((Scope, (11, 1)))
//|     Unread Some((Return, (8, 9)))
