use reqwest::{Client, Error, Response};

pub async fn shown(client: &Client, url: &str, response: Response) -> Result<usize, Error> {
    let length = async {
        let got = client.get(url).send().await?;
        Ok(got.bytes().await?.len())
    };
    let text = async move { response.text().await };
    let length = length.await;
    drop(text);
    length
}

//| shown
//| async body 0(client_1, url_2, response_3)
//|   b0:
//|     // response_3 = body 0; body 0 is unread
//|     _4 = closure 1 [client_1, url_2]
//|     length_5 = _4
//|     drop _4 // Statement
//|     _6 = closure 2 [response_3]
//|     text_7 = _6
//|     drop _6 // Statement
//|     _8 = await length_5
//|     length_9 = _8
//|     drop _8 // Statement
//|     _10 = std::mem::drop(text_7)
//|     _0 = length_9
//|     drop length_9 // Scope
//|     drop text_7 // Scope
//|     drop length_5 // Scope
//|     drop response_3 // Scope
//|     return _0
//| async body 1(client_1, url_2)
//|   b0:
//|     _3 = reqwest::async_impl::Client::get(&(*client_1), url_2)
//|     _4 = reqwest::async_impl::RequestBuilder::send(_3) // gives a body
//|     _5 = await _4
//|     try _5 b1 else b2
//|   b1:
//|     // _5 = Ok { 0: body 0 }; body 0 is unread
//|     got_6 = _5.0
//|     drop _5 // Statement
//|     drop _4 // Statement
//|     drop _3 // Statement
//|     _7 = reqwest::async_impl::Response::bytes(got_6)
//|     _8 = await _7
//|     try _8 b4 else b5
//|   b2:
//|     // _5 = Err
//|     _0 = _5
//|     drop _5 // Question
//|     drop _4 // Question
//|     drop _3 // Question
//|     return _0
//|   b4:
//|     _9 = bytes::Bytes::len(&_8.0)
//|     _10 = Ok { 0: _9 }
//|     _0 = _10
//|     drop _10 // Scope
//|     drop _8 // Scope
//|     drop _7 // Scope
//|     drop got_6 // Scope
//|     return _0
//|   b5:
//|     _0 = _8
//|     drop _8 // Question
//|     drop _7 // Question
//|     drop got_6 // Question
//|     return _0
//| async body 2(response_1)
//|   b0:
//|     _2 = reqwest::async_impl::Response::text(response_1)
//|     _3 = await _2
//|     _0 = _3
//|     drop _3 // Scope
//|     drop _2 // Scope
//|     drop response_1 // Scope
//|     return _0
//|   from 3:48
//|     Unread Some((Callee, (10, 5)))
//|   from 5:35
//|     Drained None
