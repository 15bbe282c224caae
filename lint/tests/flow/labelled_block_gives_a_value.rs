use reqwest::blocking::Response;

pub fn shown(response: Response) -> Option<String> {
    let text = 'text: {
        let moved = response;
        if moved.content_length().is_none() {
            break 'text None;
        }
        moved.text().ok()
    };
    text
}

//| shown
//| body 0(response_1)
//|   b0:
//|     // response_1 = body 0; body 0 is unread
//|     moved_3 = response_1
//|     _5 = reqwest::blocking::Response::content_length(&moved_3)
//|     _6 = std::option::Option::is_none(&_5)
//|     if _6 b5 else b6
//|   b1:
//|     // _2 = Some
//|     // _2 = None
//|     text_11 = _2
//|     drop _2 // Statement
//|     _0 = text_11
//|     drop text_11 // Scope
//|     drop response_1 // Scope
//|     return _0
//|   b2:
//|     // moved_3 = body 0; body 0 is unread
//|     _8 = None {  }
//|     _2 = _8
//|     drop _8 // Break
//|     drop _7 // Break
//|     drop _4 // Break
//|     drop moved_3 // Break
//|     goto b1
//|   b3:
//|     // moved_3 = body 0; body 0 is unread, owes nothing
//|     // moved_3 = body 0; body 0 is unread
//|     drop _7 // Scope
//|     _4 = ()
//|     goto b4
//|   b4:
//|     // moved_3 = body 0; body 0 is unread, owes nothing
//|     // moved_3 = body 0; body 0 is unread
//|     drop _4 // Statement
//|     _9 = reqwest::blocking::Response::text(moved_3)
//|     _10 = std::result::Result::ok(_9)
//|     _2 = _10
//|     drop _10 // Scope
//|     drop _9 // Scope
//|     drop moved_3 // Scope
//|     goto b1
//|   b5:
//|     // moved_3 = body 0; body 0 is unread
//|     drop _5 // Statement
//|     goto b2
//|   b6:
//|     // moved_3 = body 0; body 0 is unread, owes nothing
//|     // moved_3 = body 0; body 0 is unread
//|     drop _5 // Statement
//|     goto b3
//|   from 3:14
//|     Drained None
//|     Unread Some((Break, (7, 13)))
