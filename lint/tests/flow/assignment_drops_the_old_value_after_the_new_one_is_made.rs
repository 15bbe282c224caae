use reqwest::blocking::Client;

pub fn shown(client: &Client, url: &str) -> reqwest::Result<()> {
    let mut response = client.get(url).send()?;
    response = client.get(url).send()?;
    let late;
    late = response;
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
//|     response_5 = _4.0
//|     drop _4 // Statement
//|     drop _3 // Statement
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
//|     // response_5 = body 0; _7 = Ok { 0: body 1 }; body 0 is unread; body 1 is unread
//|     _8 = _7.0
//|     drop response_5 // Overwritten
//|     response_5 = _8
//|     drop _7 // Statement
//|     drop _6 // Statement
//|     _10 = response_5
//|     drop late_9 // Overwritten
//|     late_9 = _10
//|     _11 = Ok { 0: () }
//|     _0 = _11
//|     drop _11 // Scope
//|     drop late_9 // Scope
//|     drop response_5 // Scope
//|     return _0
//|   b5:
//|     // response_5 = body 0; _7 = Err; body 0 is unread
//|     _0 = _7
//|     drop _7 // Question
//|     drop _6 // Question
//|     drop response_5 // Question
//|     return _0
//|   from 4:40
//|     Unread Some((Question, (5, 38)))
//|     Unread Some((Overwritten, (5, 5)))
//|   from 5:32
//|     Unread Some((Scope, (9, 1)))
