//! bytes 1: memory, no connection behind it. Here for its types.
#![client(krate = "bytes", versions = ">=1, <2")]

pub use buf::{Buf, BufMut};

pub struct Bytes;
impl Bytes {
    pub const fn new() -> Bytes { Bytes }
    pub const fn from_static(bytes: &'static [u8]) -> Bytes { Bytes }
    pub fn copy_from_slice(data: &[u8]) -> Bytes { Bytes }
    pub fn from_owner<T: AsRef<[u8]>>(owner: T) -> Bytes { escape(owner); Bytes }
    pub const fn len(&self) -> usize { any() }
    pub const fn is_empty(&self) -> bool { any() }
    pub fn slice(&self, range: impl std::ops::RangeBounds<usize>) -> Bytes { Bytes }
    pub fn slice_ref(&self, subset: &[u8]) -> Bytes { Bytes }
    pub fn split_off(&mut self, at: usize) -> Bytes { Bytes }
    pub fn split_to(&mut self, at: usize) -> Bytes { Bytes }
    pub fn truncate(&mut self, len: usize) {}
    pub fn clear(&mut self) {}
    pub fn try_into_mut(self) -> Result<BytesMut, Bytes> { any() }
}
impl Clone for Bytes { fn clone(&self) -> Bytes { Bytes } }
impl Default for Bytes { fn default() -> Bytes { Bytes } }
impl Buf for Bytes {}
impl std::ops::Deref for Bytes { type Target = [u8]; fn deref(&self) -> &[u8] { any() } }
impl AsRef<[u8]> for Bytes { fn as_ref(&self) -> &[u8] { any() } }
impl From<&'static [u8]> for Bytes { fn from(slice: &'static [u8]) -> Bytes { Bytes } }
impl From<&'static str> for Bytes { fn from(slice: &'static str) -> Bytes { Bytes } }
impl From<Vec<u8>> for Bytes { fn from(vec: Vec<u8>) -> Bytes { Bytes } }
impl From<String> for Bytes { fn from(s: String) -> Bytes { Bytes } }
impl From<BytesMut> for Bytes { fn from(src: BytesMut) -> Bytes { Bytes } }
impl From<Bytes> for Vec<u8> { fn from(bytes: Bytes) -> Vec<u8> { any() } }
impl FromIterator<u8> for Bytes {}

pub struct BytesMut;
impl BytesMut {
    pub fn new() -> BytesMut { BytesMut }
    pub fn with_capacity(capacity: usize) -> BytesMut { BytesMut }
    pub fn zeroed(len: usize) -> BytesMut { BytesMut }
    pub fn len(&self) -> usize { any() }
    pub fn is_empty(&self) -> bool { any() }
    pub fn capacity(&self) -> usize { any() }
    pub fn freeze(self) -> Bytes { Bytes }
    pub fn split(&mut self) -> BytesMut { BytesMut }
    pub fn split_off(&mut self, at: usize) -> BytesMut { BytesMut }
    pub fn split_to(&mut self, at: usize) -> BytesMut { BytesMut }
    pub fn truncate(&mut self, len: usize) {}
    pub fn clear(&mut self) {}
    pub fn resize(&mut self, new_len: usize, value: u8) {}
    pub fn reserve(&mut self, additional: usize) {}
    pub fn extend_from_slice(&mut self, extend: &[u8]) {}
}
impl Clone for BytesMut { fn clone(&self) -> BytesMut { BytesMut } }
impl Default for BytesMut { fn default() -> BytesMut { BytesMut } }
impl Buf for BytesMut {}
impl BufMut for BytesMut {}
impl std::ops::Deref for BytesMut { type Target = [u8]; fn deref(&self) -> &[u8] { any() } }
impl std::ops::DerefMut for BytesMut { fn deref_mut(&mut self) -> &mut [u8] { any() } }
impl AsRef<[u8]> for BytesMut { fn as_ref(&self) -> &[u8] { any() } }
impl Extend<u8> for BytesMut {}
impl From<&[u8]> for BytesMut { fn from(src: &[u8]) -> BytesMut { BytesMut } }
impl From<&str> for BytesMut { fn from(src: &str) -> BytesMut { BytesMut } }

pub mod buf {
    pub trait Buf {
        fn remaining(&self) -> usize { any() }
        fn has_remaining(&self) -> bool { any() }
        fn chunk(&self) -> &[u8] { any() }
        fn advance(&mut self, cnt: usize) {}
        fn copy_to_slice(&mut self, dst: &mut [u8]) {}
        fn copy_to_bytes(&mut self, len: usize) -> crate::Bytes { any() }
        fn get_u8(&mut self) -> u8 { any() }
        fn take(self, limit: usize) -> Take<Self> { Take { inner: self } }
        fn chain<U: Buf>(self, next: U) -> Chain<Self, U> { Chain { a: self, b: next } }
        fn reader(self) -> Reader<Self> { Reader { buf: self } }
    }
    impl Buf for &[u8] {}
    impl<T: Buf + ?Sized> Buf for &mut T {}
    impl<T: Buf + ?Sized> Buf for Box<T> {}
    impl<T: AsRef<[u8]>> Buf for std::io::Cursor<T> {}
    pub trait BufMut {
        fn remaining_mut(&self) -> usize { any() }
        fn put<T: Buf>(&mut self, src: T) {}
        fn put_slice(&mut self, src: &[u8]) {}
        fn put_u8(&mut self, n: u8) {}
        fn writer(self) -> Writer<Self> { Writer { buf: self } }
    }
    impl BufMut for Vec<u8> {}
    pub struct Take<T> { inner: T }
    impl<T: Buf> Buf for Take<T> {}
    pub struct Chain<T, U> { a: T, b: U }
    impl<T: Buf, U: Buf> Buf for Chain<T, U> {}
    pub struct Reader<B> { buf: B }
    impl<B: Buf> std::io::Read for Reader<B> {}
    impl<B: Buf> std::io::BufRead for Reader<B> {}
    pub struct Writer<B> { buf: B }
    impl<B: BufMut> std::io::Write for Writer<B> {}
}
