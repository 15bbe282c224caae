pub mod body;
pub mod response;
