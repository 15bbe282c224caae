//! async-compression 0.3 and 0.4: a reader that unpacks or packs what another one reads.
//!
//! Weak spots: the end of what is packed may come before the end of the body, and is taken for it; writers are not
//! described.
#![client(krate = "async_compression", versions = ">=0.3, <0.5", features = "all")]

pub enum Level { Fastest, Best, Default, #[unchecked = "0.3 has a `u32`"] Precise(i32) }

pub mod tokio {
    pub mod bufread {
        pub struct BrotliDecoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> BrotliDecoder<R> {
            pub fn new(inner: R) -> BrotliDecoder<R> { BrotliDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for BrotliDecoder<R> {}
        pub struct BzDecoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> BzDecoder<R> {
            pub fn new(inner: R) -> BzDecoder<R> { BzDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for BzDecoder<R> {}
        pub struct DeflateDecoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> DeflateDecoder<R> {
            pub fn new(inner: R) -> DeflateDecoder<R> { DeflateDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for DeflateDecoder<R> {}
        pub struct GzipDecoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> GzipDecoder<R> {
            pub fn new(inner: R) -> GzipDecoder<R> { GzipDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for GzipDecoder<R> {}
        #[versions = ">=0.4"]
        pub struct Lz4Decoder<R> { inner: R }
        #[versions = ">=0.4"]
        impl<R: ::tokio::io::AsyncBufRead> Lz4Decoder<R> {
            pub fn new(inner: R) -> Lz4Decoder<R> { Lz4Decoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        #[versions = ">=0.4"]
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for Lz4Decoder<R> {}
        pub struct LzmaDecoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> LzmaDecoder<R> {
            pub fn new(inner: R) -> LzmaDecoder<R> { LzmaDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for LzmaDecoder<R> {}
        pub struct XzDecoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> XzDecoder<R> {
            pub fn new(inner: R) -> XzDecoder<R> { XzDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for XzDecoder<R> {}
        pub struct ZlibDecoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> ZlibDecoder<R> {
            pub fn new(inner: R) -> ZlibDecoder<R> { ZlibDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for ZlibDecoder<R> {}
        pub struct ZstdDecoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> ZstdDecoder<R> {
            pub fn new(inner: R) -> ZstdDecoder<R> { ZstdDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for ZstdDecoder<R> {}
        pub struct BrotliEncoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> BrotliEncoder<R> {
            pub fn new(inner: R) -> BrotliEncoder<R> { BrotliEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> BrotliEncoder<R> { BrotliEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for BrotliEncoder<R> {}
        pub struct BzEncoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> BzEncoder<R> {
            pub fn new(inner: R) -> BzEncoder<R> { BzEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> BzEncoder<R> { BzEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for BzEncoder<R> {}
        pub struct DeflateEncoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> DeflateEncoder<R> {
            pub fn new(inner: R) -> DeflateEncoder<R> { DeflateEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> DeflateEncoder<R> { DeflateEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for DeflateEncoder<R> {}
        pub struct GzipEncoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> GzipEncoder<R> {
            pub fn new(inner: R) -> GzipEncoder<R> { GzipEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> GzipEncoder<R> { GzipEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for GzipEncoder<R> {}
        #[versions = ">=0.4"]
        pub struct Lz4Encoder<R> { inner: R }
        #[versions = ">=0.4"]
        impl<R: ::tokio::io::AsyncBufRead> Lz4Encoder<R> {
            pub fn new(inner: R) -> Lz4Encoder<R> { Lz4Encoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> Lz4Encoder<R> { Lz4Encoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        #[versions = ">=0.4"]
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for Lz4Encoder<R> {}
        pub struct LzmaEncoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> LzmaEncoder<R> {
            pub fn new(inner: R) -> LzmaEncoder<R> { LzmaEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> LzmaEncoder<R> { LzmaEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for LzmaEncoder<R> {}
        pub struct XzEncoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> XzEncoder<R> {
            pub fn new(inner: R) -> XzEncoder<R> { XzEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> XzEncoder<R> { XzEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for XzEncoder<R> {}
        pub struct ZlibEncoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> ZlibEncoder<R> {
            pub fn new(inner: R) -> ZlibEncoder<R> { ZlibEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> ZlibEncoder<R> { ZlibEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for ZlibEncoder<R> {}
        pub struct ZstdEncoder<R> { inner: R }
        impl<R: ::tokio::io::AsyncBufRead> ZstdEncoder<R> {
            pub fn new(inner: R) -> ZstdEncoder<R> { ZstdEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> ZstdEncoder<R> { ZstdEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: ::tokio::io::AsyncBufRead> ::tokio::io::AsyncRead for ZstdEncoder<R> {}
    }
}

pub mod futures {
    pub mod bufread {
        pub struct BrotliDecoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> BrotliDecoder<R> {
            pub fn new(inner: R) -> BrotliDecoder<R> { BrotliDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for BrotliDecoder<R> {}
        pub struct BzDecoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> BzDecoder<R> {
            pub fn new(inner: R) -> BzDecoder<R> { BzDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for BzDecoder<R> {}
        pub struct DeflateDecoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> DeflateDecoder<R> {
            pub fn new(inner: R) -> DeflateDecoder<R> { DeflateDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for DeflateDecoder<R> {}
        pub struct GzipDecoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> GzipDecoder<R> {
            pub fn new(inner: R) -> GzipDecoder<R> { GzipDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for GzipDecoder<R> {}
        #[versions = ">=0.4"]
        pub struct Lz4Decoder<R> { inner: R }
        #[versions = ">=0.4"]
        impl<R: futures_util::io::AsyncBufRead> Lz4Decoder<R> {
            pub fn new(inner: R) -> Lz4Decoder<R> { Lz4Decoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        #[versions = ">=0.4"]
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for Lz4Decoder<R> {}
        pub struct LzmaDecoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> LzmaDecoder<R> {
            pub fn new(inner: R) -> LzmaDecoder<R> { LzmaDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for LzmaDecoder<R> {}
        pub struct XzDecoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> XzDecoder<R> {
            pub fn new(inner: R) -> XzDecoder<R> { XzDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for XzDecoder<R> {}
        pub struct ZlibDecoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> ZlibDecoder<R> {
            pub fn new(inner: R) -> ZlibDecoder<R> { ZlibDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for ZlibDecoder<R> {}
        pub struct ZstdDecoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> ZstdDecoder<R> {
            pub fn new(inner: R) -> ZstdDecoder<R> { ZstdDecoder { inner } }
            pub fn multiple_members(&mut self, enabled: bool) {}
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for ZstdDecoder<R> {}
        pub struct BrotliEncoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> BrotliEncoder<R> {
            pub fn new(inner: R) -> BrotliEncoder<R> { BrotliEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> BrotliEncoder<R> { BrotliEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for BrotliEncoder<R> {}
        pub struct BzEncoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> BzEncoder<R> {
            pub fn new(inner: R) -> BzEncoder<R> { BzEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> BzEncoder<R> { BzEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for BzEncoder<R> {}
        pub struct DeflateEncoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> DeflateEncoder<R> {
            pub fn new(inner: R) -> DeflateEncoder<R> { DeflateEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> DeflateEncoder<R> { DeflateEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for DeflateEncoder<R> {}
        pub struct GzipEncoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> GzipEncoder<R> {
            pub fn new(inner: R) -> GzipEncoder<R> { GzipEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> GzipEncoder<R> { GzipEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for GzipEncoder<R> {}
        #[versions = ">=0.4"]
        pub struct Lz4Encoder<R> { inner: R }
        #[versions = ">=0.4"]
        impl<R: futures_util::io::AsyncBufRead> Lz4Encoder<R> {
            pub fn new(inner: R) -> Lz4Encoder<R> { Lz4Encoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> Lz4Encoder<R> { Lz4Encoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        #[versions = ">=0.4"]
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for Lz4Encoder<R> {}
        pub struct LzmaEncoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> LzmaEncoder<R> {
            pub fn new(inner: R) -> LzmaEncoder<R> { LzmaEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> LzmaEncoder<R> { LzmaEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for LzmaEncoder<R> {}
        pub struct XzEncoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> XzEncoder<R> {
            pub fn new(inner: R) -> XzEncoder<R> { XzEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> XzEncoder<R> { XzEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for XzEncoder<R> {}
        pub struct ZlibEncoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> ZlibEncoder<R> {
            pub fn new(inner: R) -> ZlibEncoder<R> { ZlibEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> ZlibEncoder<R> { ZlibEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for ZlibEncoder<R> {}
        pub struct ZstdEncoder<R> { inner: R }
        impl<R: futures_util::io::AsyncBufRead> ZstdEncoder<R> {
            pub fn new(inner: R) -> ZstdEncoder<R> { ZstdEncoder { inner } }
            pub fn with_quality(inner: R, level: crate::Level) -> ZstdEncoder<R> { ZstdEncoder { inner } }
            pub fn get_ref(&self) -> &R { &self.inner }
            pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
            pub fn into_inner(self) -> R { self.inner }
        }
        impl<R: futures_util::io::AsyncBufRead> futures_util::io::AsyncRead for ZstdEncoder<R> {}
    }
}
