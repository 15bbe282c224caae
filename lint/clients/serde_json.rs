//! serde_json 1: what reads JSON from a body.
//!
//! `from_reader` looks for the end of the input after the value, unless the value itself is wrong; a `Deserializer`
//! stops at the closing bracket, until `end()` is called.
#![client(krate = "serde_json", versions = ">=1, <2")]

use serde::de::DeserializeOwned;
use serde::Serialize;

pub use de::{Deserializer, StreamDeserializer};
pub use error::{Error, Result};
pub use value::{from_value, to_value, Value};

pub fn from_reader<R, T>(rdr: R) -> Result<T> where R: std::io::Read, T: DeserializeOwned {
    if any() { drain(rdr); Ok(any()) } else { read_some(&rdr); Err(any()) }
}
pub fn from_slice<'a, T>(v: &'a [u8]) -> Result<T> where T: serde::Deserialize<'a> { any() }
pub fn from_str<'a, T>(s: &'a str) -> Result<T> where T: serde::Deserialize<'a> { any() }
pub fn to_writer<W, T>(writer: W, value: &T) -> Result<()> where W: std::io::Write, T: ?Sized + Serialize { any() }
pub fn to_writer_pretty<W, T>(writer: W, value: &T) -> Result<()> where W: std::io::Write, T: ?Sized + Serialize { any() }
pub fn to_vec<T>(value: &T) -> Result<Vec<u8>> where T: ?Sized + Serialize { any() }
pub fn to_vec_pretty<T>(value: &T) -> Result<Vec<u8>> where T: ?Sized + Serialize { any() }
pub fn to_string<T>(value: &T) -> Result<String> where T: ?Sized + Serialize { any() }
pub fn to_string_pretty<T>(value: &T) -> Result<String> where T: ?Sized + Serialize { any() }

pub mod de {
    use crate::Result;

    pub struct Deserializer<R> { read: R }
    impl<R> Deserializer<R> {
        pub fn new(read: R) -> Deserializer<R> { Deserializer { read } }
        pub fn end(&mut self) -> Result<()> {
            match step(self) { Step::Failed(e) => Err(e), _ => if any() { drain(self); Ok(()) } else { read_some(self); Err(any()) } }
        }
        pub fn into_iter<'de, T>(self) -> StreamDeserializer<'de, R, T> { StreamDeserializer { de: self, output: any() } }
        #[unchecked = "its feature `unbounded_depth` is off"]
        pub fn disable_recursion_limit(&mut self) {}
    }
    impl<R: std::io::Read> Deserializer<IoRead<R>> {
        pub fn from_reader(reader: R) -> Deserializer<IoRead<R>> { Deserializer { read: IoRead { reader } } }
    }
    impl<'a> Deserializer<SliceRead<'a>> {
        pub fn from_slice(bytes: &'a [u8]) -> Deserializer<SliceRead<'a>> { any() }
    }
    impl<'a> Deserializer<StrRead<'a>> {
        pub fn from_str(s: &'a str) -> Deserializer<StrRead<'a>> { any() }
    }
    impl<'de, 'a, R> serde::Deserializer<'de> for &'a mut Deserializer<R> { type Error = crate::Error; }

    // The iterator ends where the input ends.
    pub struct StreamDeserializer<'de, R, T> { de: Deserializer<R>, output: std::marker::PhantomData<T> }
    impl<R, T> StreamDeserializer<'_, R, T> { pub fn byte_offset(&self) -> usize { any() } }
    impl<R, T> Iterator for StreamDeserializer<'_, R, T> {
        type Item = Result<T>;
        fn next(&mut self) -> Option<Result<T>> {
            match step(self) {
                Step::Chunk(x) => if any() { Some(Ok(x)) } else { Some(Err(any())) },
                Step::End => None,
                Step::Failed(e) => Some(Err(e)),
            }
        }
    }
    pub struct IoRead<R> { reader: R }
    impl<R: std::io::Read> IoRead<R> { pub fn new(reader: R) -> IoRead<R> { IoRead { reader } } }
    pub struct SliceRead<'a>;
    pub struct StrRead<'a>;
}

pub mod value {
    pub enum Value { Null, Bool(bool), Number(Number), String(String), Array(Vec<Value>), Object(Map<String, Value>) }
    impl Value {
        pub fn get<I>(&self, index: I) -> Option<&Value> { any() }
        pub fn get_mut<I>(&mut self, index: I) -> Option<&mut Value> { any() }
        pub fn pointer(&self, pointer: &str) -> Option<&Value> { any() }
        pub fn as_object(&self) -> Option<&Map<String, Value>> { any() }
        pub fn as_array(&self) -> Option<&Vec<Value>> { any() }
        pub fn as_str(&self) -> Option<&str> { any() }
        pub fn as_i64(&self) -> Option<i64> { any() }
        pub fn as_u64(&self) -> Option<u64> { any() }
        pub fn as_f64(&self) -> Option<f64> { any() }
        pub fn as_bool(&self) -> Option<bool> { any() }
        pub fn is_null(&self) -> bool { any() }
        pub fn take(&mut self) -> Value { any() }
    }
    impl Clone for Value {}
    impl<I> std::ops::Index<I> for Value { type Output = Value; }
    pub struct Number;
    pub struct Map<K, V>;
    pub fn to_value<T>(value: T) -> crate::Result<Value> where T: serde::Serialize { any() }
    pub fn from_value<T>(value: Value) -> crate::Result<T> where T: serde::de::DeserializeOwned { any() }
}
pub use value::{Map, Number};

pub mod error {
    pub type Result<T> = std::result::Result<T, Error>;
    pub struct Error;
    impl Error {
        pub fn line(&self) -> usize { any() }
        pub fn column(&self) -> usize { any() }
        pub fn is_io(&self) -> bool { any() }
        pub fn is_syntax(&self) -> bool { any() }
        pub fn is_data(&self) -> bool { any() }
        pub fn is_eof(&self) -> bool { any() }
    }
    impl std::error::Error for Error {}
}
