use reqwest::blocking::Response;

pub struct Guard(Response);

impl Drop for Guard {
    fn drop(&mut self) {}
}

pub fn shown(first: Response, second: Response) {
    let guard = Guard(first);
    let third = second;
    {
        let inner = third;
    }
    let (left, right): (Guard, u8) = (guard, 0);
}

//| shown
//| body 0(first_1, second_2)
//|   b0:
//|     // first_1 = body 0; second_2 = body 1; body 0 is unread; body 1 is unread
//|     _3 = struct { 0: first_1 }
//|     guard_4 = _3
//|     _5 = Guard::drop(&mut _3)
//|     drop _3 // Statement
//|     third_6 = second_2
//|     inner_8 = third_6
//|     _7 = ()
//|     drop inner_8 // Scope
//|     drop _7 // Statement
//|     _9 = struct { 0: guard_4, 1: 0 }
//|     left_10 = bind _9.0
//|     right_11 = bind _9.1
//|     drop _9 // Statement
//|     _12 = Guard::drop(&mut left_10)
//|     drop left_10 // Scope
//|     drop third_6 // Scope
//|     _13 = Guard::drop(&mut guard_4)
//|     drop guard_4 // Scope
//|     drop second_2 // Scope
//|     drop first_1 // Scope
//|     return _0
//|   from 9:14
//|     Unread Some((Scope, (16, 1)))
//|   from 9:31
//|     Unread Some((Scope, (14, 5)))
