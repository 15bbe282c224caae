use reqwest::blocking::Client;

pub fn shown(client: &Client, url: &str) -> reqwest::Result<String> {
    let first = client.get(url).send()?;
    let second = client.get(url).send()?;
    second.text()
}

//| shown
//| body 0(client_1, url_2)
//|   b0:
//|     _3 = reqwest::blocking::Client::get(&(*client_1), url_2)
//|     _4 = reqwest::blocking::RequestBuilder::send(_3) // gives a body
//|     try _4 b1 else b2
//|   b1:
//|     // _4 = Ok { 0: body 0 }; body 0 is unread
//|     first_5 = _4.0
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
//|     // first_5 = body 0; _7 = Ok { 0: body 1 }; body 0 is unread; body 1 is unread
//|     second_8 = _7.0
//|     drop _7 // Statement
//|     drop _6 // Statement
//|     _9 = reqwest::blocking::Response::text(second_8)
//|     _0 = _9
//|     drop _9 // Scope
//|     drop second_8 // Scope
//|     drop first_5 // Scope
//|     return _0
//|   b5:
//|     // first_5 = body 0; _7 = Err; body 0 is unread
//|     _0 = _7
//|     drop _7 // Question
//|     drop _6 // Question
//|     drop first_5 // Question
//|     return _0
//|   from 4:33
//|     Unread Some((Scope, (7, 1)))
//|     Unread Some((Question, (5, 40)))
//|   from 5:34
//|     Drained None
