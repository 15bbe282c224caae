use reqwest::Response;

pub(crate) fn is_up(response: &Response) -> bool {
    response.status().is_success()
}
