use reqwest::blocking::Response;

pub fn shown(mut first: Response, second: Response, third: Response) {
    let mut read = || first.copy_to(&mut std::io::sink()).is_ok();
    let take = move || second.text().is_ok();
    let consume = || third.bytes().is_ok();
    read();
    take();
}

//| shown
//| body 0(first_1, second_2, third_3)
//|   b0:
//|     // first_1 = body 0; second_2 = body 1; third_3 = body 2; body 0 is unread; body 1 is unread; body 2 is unread
//|     _4 = closure 1 [&mut first_1]
//|     read_5 = _4
//|     drop _4 // Statement
//|     _6 = closure 2 [second_2]
//|     take_7 = _6
//|     drop _6 // Statement
//|     _8 = closure 3 [third_3]
//|     consume_9 = _8
//|     drop _8 // Statement
//|     _10 = (read_5)()
//|     _11 = (take_7)()
//|     drop consume_9 // Scope
//|     drop take_7 // Scope
//|     drop read_5 // Scope
//|     drop third_3 // Scope
//|     drop second_2 // Scope
//|     drop first_1 // Scope
//|     return _0
//| body 1(first_1)
//|   b0:
//|     // first_1 = &mut outer 0; outer 0 = body 0; body 0 is unread
//|     _2 = std::io::sink()
//|     _3 = reqwest::blocking::Response::copy_to(&mut (*first_1), &mut _2)
//|     _4 = std::result::Result::is_ok(&_3)
//|     _0 = _4
//|     drop _3 // Scope
//|     drop _2 // Scope
//|     return _0
//| body 2(second_1)
//|   b0:
//|     // second_1 = body 0; body 0 is unread
//|     _2 = reqwest::blocking::Response::text(second_1)
//|     _3 = std::result::Result::is_ok(&_2)
//|     _0 = _3
//|     drop _2 // Scope
//|     drop second_1 // Scope
//|     return _0
//| body 3(third_1)
//|   b0:
//|     _2 = reqwest::blocking::Response::bytes((*third_1))
//|     _3 = std::result::Result::is_ok(&_2)
//|     _0 = _3
//|     drop _2 // Scope
//|     drop third_1 // Scope
//|     return _0
//|   from 3:18
//|     Drained None
//|   from 3:35
//|     Drained None
//|   from 3:53
//|     Unread Some((Scope, (9, 1)))
