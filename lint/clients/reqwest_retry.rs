//! reqwest-retry: a middleware that sends a request again. It holds the failed response during the back-off and then
//! drops it unread; no caller can help that, so nothing is said of it here.
#![client(krate = "reqwest_retry", versions = ">=0.5, <0.10", reuse = "one_read")]

pub struct RetryTransientMiddleware<T, R = DefaultRetryableStrategy> { retry_policy: T, retryable_strategy: R }
impl<T> RetryTransientMiddleware<T> {
    pub fn new_with_policy(retry_policy: T) -> RetryTransientMiddleware<T> { RetryTransientMiddleware { retry_policy, retryable_strategy: any() } }
}
impl<T, R: RetryableStrategy> RetryTransientMiddleware<T, R> {
    pub fn new_with_policy_and_strategy(retry_policy: T, retryable_strategy: R) -> RetryTransientMiddleware<T, R> {
        RetryTransientMiddleware { retry_policy, retryable_strategy }
    }
}
impl<T, R> reqwest_middleware::Middleware for RetryTransientMiddleware<T, R> {}

pub trait RetryableStrategy {
    fn handle(&self, res: &Result<reqwest::Response, reqwest_middleware::Error>) -> Option<Retryable>;
}
pub struct DefaultRetryableStrategy;
impl RetryableStrategy for DefaultRetryableStrategy {
    fn handle(&self, res: &Result<reqwest::Response, reqwest_middleware::Error>) -> Option<Retryable> { any() }
}
pub enum Retryable { Transient, Fatal }
impl Retryable {
    pub fn from_reqwest_response(res: &Result<reqwest::Response, reqwest_middleware::Error>) -> Option<Retryable> { any() }
}
pub fn default_on_request_success(success: &reqwest::Response) -> Option<Retryable> { any() }
pub fn default_on_request_failure(error: &reqwest_middleware::Error) -> Option<Retryable> { any() }
