//! serde 1: `deserialize` reads as much as its value needs, and no further.
#![client(krate = "serde", versions = ">=1, <2")]

pub use de::{Deserialize, Deserializer};
pub use ser::{Serialize, Serializer};

pub mod de {
    pub trait Deserializer<'de> { type Error; }
    pub trait Deserialize<'de> {
        fn deserialize<D>(deserializer: D) -> Result<Self, D::Error> where D: Deserializer<'de> {
            match step(&deserializer) { Step::Failed(e) => Err(e), _ => { read_some(&deserializer); any() } }
        }
    }
    pub trait DeserializeOwned: for<'de> Deserialize<'de> {}
    pub trait Error {}

    // Derived, mostly: which types have it is not asked.
    impl<'de, T> Deserialize<'de> for T {}
    impl<T> DeserializeOwned for T {}
}

pub mod ser {
    pub trait Serializer { type Ok; type Error; }
    pub trait Serialize {}
    impl<T: ?Sized> Serialize for T {}
    pub trait Error {}
}
