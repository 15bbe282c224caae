//! aws-sdk-s3 1: the body of an object that is downloaded is left to the caller.
//!
//! Not described: all other operations, which owe nothing. What is only looked at is better asked for with `head_object`.
#![unchecked = "to compile it takes minutes; compared by hand with 1.157"]
#![client(krate = "aws_sdk_s3", versions = ">=1, <2", reuse = "one_read")]

pub use config::Config;
use operation::get_object::builders::GetObjectFluentBuilder;

pub struct Client { pool: Pool }
struct Pool;
impl Client {
    pub fn new<C>(sdk_config: &C) -> Client { Client { pool: pool() } }
    pub fn from_conf(conf: Config) -> Client { Client { pool: pool() } }
    pub fn config(&self) -> &Config { any() }
    pub fn get_object(&self) -> GetObjectFluentBuilder { GetObjectFluentBuilder { pool: self.pool } }
}
impl Clone for Client { fn clone(&self) -> Client { Client { pool: self.pool } } }

pub mod operation {
    pub mod get_object {
        use aws_smithy_types::byte_stream::ByteStream;
        use aws_smithy_types::DateTime;
        use crate::types::error::{InvalidObjectState, NoSuchKey};

        #[response]
        pub struct GetObjectOutput {
            pub body: ByteStream, pub last_modified: Option<DateTime>, pub content_length: Option<i64>, pub e_tag: Option<String>,
            pub version_id: Option<String>, pub content_encoding: Option<String>, pub content_range: Option<String>,
            pub content_type: Option<String>, pub metadata: Option<std::collections::HashMap<String, String>>, pub parts_count: Option<i32>,
        }
        impl GetObjectOutput {
            pub fn body(&self) -> &ByteStream { &self.body }
            pub fn last_modified(&self) -> Option<&DateTime> { any() }
            pub fn content_length(&self) -> Option<i64> { any() }
            pub fn e_tag(&self) -> Option<&str> { any() }
            pub fn version_id(&self) -> Option<&str> { any() }
            pub fn content_encoding(&self) -> Option<&str> { any() }
            pub fn content_range(&self) -> Option<&str> { any() }
            pub fn content_type(&self) -> Option<&str> { any() }
            pub fn metadata(&self) -> Option<&std::collections::HashMap<String, String>> { any() }
            pub fn parts_count(&self) -> Option<i32> { any() }
        }
        pub enum GetObjectError { InvalidObjectState(InvalidObjectState), NoSuchKey(NoSuchKey), Unhandled(Unhandled) }
        impl GetObjectError { pub fn is_no_such_key(&self) -> bool { any() } pub fn is_invalid_object_state(&self) -> bool { any() } }
        impl std::error::Error for GetObjectError {}
        struct Unhandled;

        pub mod builders {
            use super::{GetObjectError, GetObjectOutput};

            struct Pool;
            pub struct GetObjectFluentBuilder { pool: Pool }
            impl GetObjectFluentBuilder {
                pub async fn send(self) -> Result<GetObjectOutput, crate::error::SdkError<GetObjectError>> { respond(self) }
                pub async fn send_with(self, client: &crate::Client) -> Result<GetObjectOutput, crate::error::SdkError<GetObjectError>> { respond(&client.pool) }
                pub async fn presigned<C>(self, presigning_config: C) -> Result<crate::presigning::PresignedRequest, crate::error::SdkError<GetObjectError>> { any() }
                pub fn bucket(self, input: impl Into<String>) -> Self { self }
                pub fn set_bucket<T>(self, input: Option<T>) -> Self { self }
                pub fn if_match(self, input: impl Into<String>) -> Self { self }
                pub fn set_if_match<T>(self, input: Option<T>) -> Self { self }
                pub fn if_modified_since<T>(self, input: T) -> Self { self }
                pub fn set_if_modified_since<T>(self, input: Option<T>) -> Self { self }
                pub fn if_none_match(self, input: impl Into<String>) -> Self { self }
                pub fn set_if_none_match<T>(self, input: Option<T>) -> Self { self }
                pub fn if_unmodified_since<T>(self, input: T) -> Self { self }
                pub fn set_if_unmodified_since<T>(self, input: Option<T>) -> Self { self }
                pub fn key(self, input: impl Into<String>) -> Self { self }
                pub fn set_key<T>(self, input: Option<T>) -> Self { self }
                pub fn range(self, input: impl Into<String>) -> Self { self }
                pub fn set_range<T>(self, input: Option<T>) -> Self { self }
                pub fn response_cache_control(self, input: impl Into<String>) -> Self { self }
                pub fn set_response_cache_control<T>(self, input: Option<T>) -> Self { self }
                pub fn response_content_disposition(self, input: impl Into<String>) -> Self { self }
                pub fn set_response_content_disposition<T>(self, input: Option<T>) -> Self { self }
                pub fn response_content_encoding(self, input: impl Into<String>) -> Self { self }
                pub fn set_response_content_encoding<T>(self, input: Option<T>) -> Self { self }
                pub fn response_content_language(self, input: impl Into<String>) -> Self { self }
                pub fn set_response_content_language<T>(self, input: Option<T>) -> Self { self }
                pub fn response_content_type(self, input: impl Into<String>) -> Self { self }
                pub fn set_response_content_type<T>(self, input: Option<T>) -> Self { self }
                pub fn response_expires<T>(self, input: T) -> Self { self }
                pub fn set_response_expires<T>(self, input: Option<T>) -> Self { self }
                pub fn version_id(self, input: impl Into<String>) -> Self { self }
                pub fn set_version_id<T>(self, input: Option<T>) -> Self { self }
                pub fn sse_customer_algorithm(self, input: impl Into<String>) -> Self { self }
                pub fn set_sse_customer_algorithm<T>(self, input: Option<T>) -> Self { self }
                pub fn sse_customer_key(self, input: impl Into<String>) -> Self { self }
                pub fn set_sse_customer_key<T>(self, input: Option<T>) -> Self { self }
                pub fn sse_customer_key_md5(self, input: impl Into<String>) -> Self { self }
                pub fn set_sse_customer_key_md5<T>(self, input: Option<T>) -> Self { self }
                pub fn request_payer<T>(self, input: T) -> Self { self }
                pub fn set_request_payer<T>(self, input: Option<T>) -> Self { self }
                pub fn part_number(self, input: i32) -> Self { self }
                pub fn set_part_number<T>(self, input: Option<T>) -> Self { self }
                pub fn expected_bucket_owner(self, input: impl Into<String>) -> Self { self }
                pub fn set_expected_bucket_owner<T>(self, input: Option<T>) -> Self { self }
                pub fn checksum_mode<T>(self, input: T) -> Self { self }
                pub fn set_checksum_mode<T>(self, input: Option<T>) -> Self { self }
            }
            impl Clone for GetObjectFluentBuilder { fn clone(&self) -> GetObjectFluentBuilder { GetObjectFluentBuilder { pool: self.pool } } }
        }
    }
}

pub mod primitives {
    pub use aws_smithy_types::byte_stream::{error::Error as ByteStreamError, AggregatedBytes, ByteStream, FsBuilder, Length};
    pub use aws_smithy_types::body::SdkBody;
    pub use aws_smithy_types::DateTime;
}
pub mod types { pub mod error { pub struct InvalidObjectState; pub struct NoSuchKey; } }
pub mod presigning { pub struct PresignedRequest; }
pub mod config { pub struct Config; }
pub mod error {
    pub struct SdkError<E, R = ()> { error: E }
    impl<E, R> SdkError<E, R> {
        pub fn into_service_error(self) -> E { self.error }
        pub fn as_service_error(&self) -> Option<&E> { if any() { Some(&self.error) } else { None } }
    }
    impl<E, R> std::error::Error for SdkError<E, R> {}
}
