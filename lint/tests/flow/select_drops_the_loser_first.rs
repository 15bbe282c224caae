use reqwest::{Client, Error};
use tokio::sync::Notify;

pub async fn shown(client: &Client, url: &str, stop: &Notify) -> Result<bool, Error> {
    let kept = client.post(url).send().await?;
    tokio::select! {
        response = client.get(url).send() => Ok(response?.status() == kept.status()),
        _ = stop.notified() => return Ok(false),
    }
}

//| shown
//| async body 0(client_1, url_2, stop_3)
//|   b0:
//|     _4 = reqwest::async_impl::Client::post(&(*client_1), url_2)
//|     _5 = reqwest::async_impl::RequestBuilder::send(_4) // gives a body
//|     _6 = await _5
//|     try _6 b1 else b2
//|   b1:
//|     // _6 = Ok { 0: body 0 }; body 0 is unread
//|     kept_7 = _6.0
//|     drop _6 // Statement
//|     drop _5 // Statement
//|     drop _4 // Statement
//|     _9 = reqwest::async_impl::Client::get(&(*client_1), url_2)
//|     _10 = reqwest::async_impl::RequestBuilder::send(_9) // gives a body
//|     _11 = _10
//|     _12 = tokio::sync::Notify::notified(&(*stop_3))
//|     _13 = _12
//|     if ? b5 else b6
//|   b2:
//|     // _6 = Err
//|     _0 = _6
//|     drop _6 // Question
//|     drop _5 // Question
//|     drop _4 // Question
//|     return _0
//|   b4:
//|     // kept_7 = body 0; _8 = Ok; body 0 is unread
//|     _0 = _8
//|     drop _12 // Scope
//|     drop _10 // Scope
//|     drop _9 // Scope
//|     drop _8 // Scope
//|     drop kept_7 // Scope
//|     return _0
//|   b5:
//|     // kept_7 = body 0; _11 = future of reqwest::async_impl::RequestBuilder::send(RequestBuilder { method: Method { 0: "GET" } }); body 0 is unread
//|     drop _13 // Cancelled
//|     _14 = await _11
//|     response_15 = bind _14
//|     drop _14 // Statement
//|     try response_15 b7 else b8
//|   b6:
//|     // kept_7 = body 0; body 0 is unread
//|     if ? b10 else b11
//|   b7:
//|     // kept_7 = body 0; response_15 = Ok { 0: body 1 }; body 0 is unread; body 1 is unread
//|     _16 = reqwest::async_impl::Response::status(&response_15.0)
//|     _17 = reqwest::async_impl::Response::status(&kept_7)
//|     _18 = &_16 == &_17
//|     _19 = Ok { 0: _18 }
//|     _8 = _19
//|     drop _19 // Scope
//|     drop _17 // Scope
//|     drop _16 // Scope
//|     drop response_15 // Scope
//|     goto b4
//|   b8:
//|     // kept_7 = body 0; response_15 = Err; body 0 is unread
//|     _0 = response_15
//|     drop response_15 // Question
//|     drop _12 // Question
//|     drop _10 // Question
//|     drop _9 // Question
//|     drop _8 // Question
//|     drop kept_7 // Question
//|     return _0
//|   b10:
//|     // kept_7 = body 0; body 0 is unread
//|     drop _11 // Cancelled
//|     _20 = await _13
//|     _21 = Ok { 0: false }
//|     _0 = _21
//|     drop _21 // Return
//|     drop _12 // Return
//|     drop _10 // Return
//|     drop _9 // Return
//|     drop _8 // Return
//|     drop kept_7 // Return
//|     return _0
//|   b11:
//|     // kept_7 = body 0; body 0 is unread
//|     diverge
//|   from 5:33
//|     Unread Some((Scope, (10, 1)))
//|     Unread Some((Question, (7, 57)))
//|     Unread Some((Return, (8, 32)))
//|   from 7:36
//|     Unread Some((Scope, (7, 84)))
