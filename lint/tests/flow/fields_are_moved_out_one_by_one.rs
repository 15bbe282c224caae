use reqwest::blocking::Response;

pub struct Replies {
    first: Response,
    second: Response,
    name: String,
}

pub fn shown(replies: Replies) -> String {
    let Replies { first, ref name, .. } = replies;
    let name = name.clone();
    drop(replies.second);
    first.text().unwrap_or(name)
}

//| shown
//| body 0(replies_1)
//|   b0:
//|     // replies_1 = Replies { first: body 0, second: body 1 }; body 0 is unread; body 1 is unread
//|     first_2 = bind replies_1.first
//|     name_3 = &mut replies_1.name
//|     _4 = std::string::String::clone(&(*name_3))
//|     name_5 = _4
//|     drop _4 // Statement
//|     _6 = std::mem::drop(replies_1.second)
//|     _7 = reqwest::blocking::Response::text(first_2)
//|     _8 = std::result::Result::unwrap_or(_7, name_5)
//|     _0 = _8
//|     drop _8 // Scope
//|     drop _7 // Scope
//|     drop name_5 // Scope
//|     drop first_2 // Scope
//|     drop replies_1 // Scope
//|     return _0
//|   from 9:14
//|     Drained None
//|     Unread Some((Callee, (12, 5)))
