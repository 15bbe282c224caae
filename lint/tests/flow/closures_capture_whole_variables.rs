use reqwest::{Result, blocking::Response};

pub struct Pair {
    first: Response,
    second: Response,
}

// Not so in Rust: since edition 2021 the closure takes `first` alone, and `second` stays.
pub fn shown(pair: Pair) -> Result<String> {
    let first = move || pair.first.text();
    let second = pair.second.text();
    Ok(first()? + &second?)
}

//| shown
//| body 0(pair_1)
//|   b0:
//|     // pair_1 = Pair { first: body 0, second: body 1 }; body 0 is unread; body 1 is unread
//|     _2 = closure 1 [pair_1]
//|     first_3 = _2
//|     drop _2 // Statement
//|     _4 = reqwest::blocking::Response::text(pair_1.second)
//|     second_5 = _4
//|     drop _4 // Statement
//|     _6 = (first_3)()
//|     try _6 b1 else b2
//|   b1:
//|     try second_5 b4 else b5
//|   b2:
//|     _0 = _6
//|     drop _6 // Question
//|     drop second_5 // Question
//|     drop first_3 // Question
//|     drop pair_1 // Question
//|     return _0
//|   b4:
//|     _7 = &second_5.0
//|     _8 = ?(&_6.0, &_7)
//|     _9 = Ok { 0: _8 }
//|     _0 = _9
//|     drop _9 // Scope
//|     drop _8 // Scope
//|     drop _6 // Scope
//|     drop second_5 // Scope
//|     drop first_3 // Scope
//|     drop pair_1 // Scope
//|     return _0
//|   b5:
//|     _0 = second_5
//|     drop _6 // Question
//|     drop second_5 // Question
//|     drop first_3 // Question
//|     drop pair_1 // Question
//|     return _0
//| body 1(pair_1)
//|   b0:
//|     // pair_1 = Pair { first: body 0, second: body 1 }; body 0 is unread; body 1 is unread
//|     _2 = reqwest::blocking::Response::text(pair_1.first)
//|     _0 = _2
//|     drop _2 // Scope
//|     drop pair_1 // Scope
//|     return _0
//|   from 9:14
//|     Drained None
//|     Unread Some((Scope, (10, 41)))
