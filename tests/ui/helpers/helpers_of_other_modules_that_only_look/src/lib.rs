pub mod api;
#[path = "net/looks.rs"]
mod looks;

mod inline {
    pub(super) use super::looks::is_up;

    pub(super) fn status(response: reqwest::Response) -> u16 { //~ unread_body
        response.status().as_u16()
    }
}
