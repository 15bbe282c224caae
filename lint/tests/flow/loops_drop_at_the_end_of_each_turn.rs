use reqwest::blocking::{Client, Response};

pub fn shown(client: &Client, urls: &[String], mut responses: Vec<Response>) {
    for url in urls {
        let Ok(sent) = client.get(url).send() else { continue };
        println!("{}", sent.status());
    }
    while let Some(response) = responses.pop() {
        if response.content_length() == Some(0) {
            break;
        }
    }
}

//| shown
//| body 0(client_1, urls_2, responses_3)
//|   b0:
//|     // responses_3 = Vec { item: None }
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     _4 = std::slice::T::into_iter(urls_2)
//|     _5 = _4
//|     goto b1
//|   b1:
//|     // responses_3 = Vec { item: None }
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     _7 = std::slice::Iter::next(&mut _5)
//|     if _7 is Some b2 else b3
//|   b2:
//|     // responses_3 = Vec { item: None }; _7 = Some
//|     // responses_3 = Vec { item: None }; _7 = Some
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; _7 = Some; body 0 is unread
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; _7 = Some; body 0 is unread
//|     url_8 = bind _7.0
//|     _9 = reqwest::blocking::Client::get(&(*client_1), url_8)
//|     _10 = reqwest::blocking::RequestBuilder::send(_9) // gives a body
//|     if _10 is Ok b5 else b4
//|   b3:
//|     // responses_3 = Vec { item: None }
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     drop _5 // Scope
//|     drop _4 // Scope
//|     goto b9
//|   b4:
//|     // responses_3 = Vec { item: None }
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     drop _10 // Statement
//|     drop _9 // Statement
//|     drop _12 // Continue
//|     drop _10 // Continue
//|     drop _9 // Continue
//|     drop sent_11 // Continue
//|     drop _7 // Continue
//|     goto b1
//|   b5:
//|     // responses_3 = Vec { item: None }; _10 = Ok { 0: body 0 }; body 0 is unread
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; _10 = Ok { 0: body 1 }; body 0 is unread; body 1 is unread
//|     sent_11 = bind _10.0
//|     goto b6
//|   b6:
//|     // responses_3 = Vec { item: None }; sent_11 = body 0; body 0 is unread
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; sent_11 = body 1; body 0 is unread; body 1 is unread
//|     drop _12 // Statement
//|     drop _10 // Statement
//|     drop _9 // Statement
//|     _13 = "{}"
//|     _14 = ?(&_13)
//|     _15 = reqwest::blocking::Response::status(&sent_11)
//|     _16 = ?(&_15)
//|     drop _15 // Statement
//|     drop sent_11 // Scope
//|     drop _7 // Scope
//|     goto b1
//|   b9:
//|     // responses_3 = Vec { item: None }
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     // responses_3 = Vec { item: None }
//|     _18 = std::vec::Vec::pop(&mut responses_3) // gives a body
//|     if _18 is Some b13 else b11
//|   b10:
//|     // responses_3 = Vec { item: None }
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     // responses_3 = Vec { item: None }; response_19 = body 0; body 0 is unread
//|     // responses_3 = Vec { item: None }
//|     _21 = reqwest::blocking::Response::content_length(&response_19)
//|     _22 = Some { 0: 0 }
//|     _23 = &_21 == &_22
//|     if _23 b17 else b18
//|   b11:
//|     drop response_19 // Scope
//|     drop _18 // Scope
//|     goto b12
//|   b12:
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     _0 = ()
//|     drop responses_3 // Scope
//|     return _0
//|   b13:
//|     // responses_3 = Vec { item: None }; _18 = Some
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; _18 = Some; body 0 is unread
//|     // responses_3 = Vec { item: None }; _18 = Some { 0: body 0 }; body 0 is unread
//|     // responses_3 = Vec { item: None }; _18 = Some
//|     response_19 = bind _18.0
//|     goto b10
//|   b14:
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     // response_19 = body 0; body 0 is unread, owes nothing
//|     drop _24 // Break
//|     drop _20 // Break
//|     drop response_19 // Break
//|     drop _18 // Break
//|     goto b12
//|   b15:
//|     // responses_3 = Vec { item: None }
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     // responses_3 = Vec { item: None }; response_19 = body 0; body 0 is unread
//|     // responses_3 = Vec { item: None }
//|     drop _24 // Scope
//|     _20 = ()
//|     goto b16
//|   b16:
//|     // responses_3 = Vec { item: None }
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     // responses_3 = Vec { item: None }; response_19 = body 0; body 0 is unread
//|     // responses_3 = Vec { item: None }
//|     drop _20 // Scope
//|     drop response_19 // Scope
//|     drop _18 // Scope
//|     goto b9
//|   b17:
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     // response_19 = body 0; body 0 is unread, owes nothing
//|     drop _22 // Statement
//|     drop _21 // Statement
//|     goto b14
//|   b18:
//|     // responses_3 = Vec { item: None }
//|     // responses_3 = Vec { item: Some { 0: body 0 } }; body 0 is unread
//|     // responses_3 = Vec { item: None }; response_19 = body 0; body 0 is unread
//|     // responses_3 = Vec { item: None }
//|     drop _22 // Statement
//|     drop _21 // Statement
//|     goto b15
//|   from 3:52
//|     Exempt None
//|     Unread Some((Scope, (12, 5)))
//|     Unread Some((Scope, (13, 1)))
//|   from 5:40
//|     Unread Some((Scope, (7, 5)))
