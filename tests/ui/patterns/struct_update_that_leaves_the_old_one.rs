use reqwest::Response;

pub struct Replies {
    pub first: Response,
    pub second: Response,
}

pub fn updated(base: Replies, second: Response) -> Replies { //~ unread_on_exit
    Replies { second, ..base }
}

pub fn both_kept(base: Replies, second: Response) -> (Replies, Response) {
    (Replies { second, first: base.first }, base.second)
}
