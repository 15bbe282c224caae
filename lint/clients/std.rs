//! std (and core, alloc): the types through which a response travels, and what they do to it.
//!
//! `Option` and `Result` are written as the `match` that they are, so a combinator needs no rule of its own.
//! Of a collection one element is followed, `item`, and stands for all.
//! Weak spots: what enters a channel, a set or a heap is handed off and not followed to the other side;
//! string, number, path and file functions are here only so far as their types lead on to something else.
#![client(krate = "std", versions = "*")]

#[unchecked = "one for all editions"]
pub mod prelude {
    pub mod v1 {
        pub use crate::borrow::ToOwned;
        pub use crate::boxed::Box;
        pub use crate::clone::Clone;
        pub use crate::cmp::{Eq, Ord, PartialEq, PartialOrd};
        pub use crate::convert::{AsMut, AsRef, From, Into, TryFrom, TryInto};
        pub use crate::default::Default;
        pub use crate::future::{Future, IntoFuture};
        pub use crate::iter::{DoubleEndedIterator, ExactSizeIterator, Extend, FromIterator, IntoIterator, Iterator};
        pub use crate::marker::{Copy, Send, Sized, Sync, Unpin};
        pub use crate::mem::drop;
        pub use crate::ops::{AsyncFn, AsyncFnMut, AsyncFnOnce, Drop, Fn, FnMut, FnOnce};
        pub use crate::option::Option::{self, None, Some};
        pub use crate::result::Result::{self, Err, Ok};
        pub use crate::string::{String, ToString};
        pub use crate::vec::Vec;
    }
    pub use v1 as rust_2015;
    pub use v1 as rust_2018;
    pub use v1 as rust_2021;
    pub use v1 as rust_2024;
}

// ---------------------------------------------------------------------------------------------- variants

pub mod option {
    pub enum Option<T> { None, Some(T) }

    impl<T> Option<T> {
        pub const fn is_some(&self) -> bool { match self { Some(_) => true, None => false } }
        pub const fn is_none(&self) -> bool { match self { Some(_) => false, None => true } }
        pub fn is_some_and(self, f: impl FnOnce(T) -> bool) -> bool { match self { Some(x) => f(x), None => false } }
        pub fn is_none_or(self, f: impl FnOnce(T) -> bool) -> bool { match self { Some(x) => f(x), None => true } }

        pub const fn as_ref(&self) -> Option<&T> { match self { Some(x) => Some(x), None => None } }
        pub const fn as_mut(&mut self) -> Option<&mut T> { match self { Some(x) => Some(x), None => None } }
        pub fn as_pin_ref(self: Pin<&Self>) -> Option<Pin<&T>> {
            match self.pointer { Some(x) => Some(Pin::new(x)), None => None }
        }
        pub fn as_pin_mut(self: Pin<&mut Self>) -> Option<Pin<&mut T>> {
            match self.pointer { Some(x) => Some(Pin::new(x)), None => None }
        }
        pub fn as_deref(&self) -> Option<&T::Target> where T: Deref {
            match self { Some(x) => Some(x.deref()), None => None }
        }
        pub fn as_deref_mut(&mut self) -> Option<&mut T::Target> where T: DerefMut {
            match self { Some(x) => Some(x.deref_mut()), None => None }
        }
        pub fn as_slice(&self) -> &[T] { any() }
        pub fn iter(&self) -> Iter<'_, T> { Iter { value: self.as_ref() } }
        pub fn iter_mut(&mut self) -> IterMut<'_, T> { IterMut { value: self.as_mut() } }

        pub fn unwrap(self) -> T { match self { Some(x) => x, None => panic!() } }
        pub fn expect(self, msg: &str) -> T { match self { Some(x) => x, None => panic!() } }
        pub fn unwrap_or(self, default: T) -> T { match self { Some(x) => x, None => default } }
        pub fn unwrap_or_else<F>(self, f: F) -> T where F: FnOnce() -> T { match self { Some(x) => x, None => f() } }
        pub fn unwrap_or_default(self) -> T where T: Default { match self { Some(x) => x, None => T::default() } }
        pub unsafe fn unwrap_unchecked(self) -> T { match self { Some(x) => x, None => panic!() } }

        pub fn map<U, F>(self, f: F) -> Option<U> where F: FnOnce(T) -> U {
            match self { Some(x) => Some(f(x)), None => None }
        }
        pub fn map_or<U, F>(self, default: U, f: F) -> U where F: FnOnce(T) -> U {
            match self { Some(x) => f(x), None => default }
        }
        pub fn map_or_else<U, D, F>(self, default: D, f: F) -> U where D: FnOnce() -> U, F: FnOnce(T) -> U {
            match self { Some(x) => f(x), None => default() }
        }
        pub fn inspect<F>(self, f: F) -> Option<T> where F: FnOnce(&T) {
            match self { Some(x) => { f(&x); Some(x) } None => None }
        }
        pub fn filter<P>(self, predicate: P) -> Option<T> where P: FnOnce(&T) -> bool {
            match self { Some(x) => if predicate(&x) { Some(x) } else { None }, None => None }
        }
        pub fn ok_or<E>(self, err: E) -> Result<T, E> { match self { Some(x) => Ok(x), None => Err(err) } }
        pub fn ok_or_else<E, F>(self, err: F) -> Result<T, E> where F: FnOnce() -> E {
            match self { Some(x) => Ok(x), None => Err(err()) }
        }

        pub fn and<U>(self, optb: Option<U>) -> Option<U> { match self { Some(_) => optb, None => None } }
        pub fn and_then<U, F>(self, f: F) -> Option<U> where F: FnOnce(T) -> Option<U> {
            match self { Some(x) => f(x), None => None }
        }
        pub fn or(self, optb: Option<T>) -> Option<T> { match self { Some(x) => Some(x), None => optb } }
        pub fn or_else<F>(self, f: F) -> Option<T> where F: FnOnce() -> Option<T> {
            match self { Some(x) => Some(x), None => f() }
        }
        pub fn xor(self, optb: Option<T>) -> Option<T> {
            match (self, optb) { (Some(x), None) => Some(x), (None, Some(x)) => Some(x), _ => None }
        }
        pub fn zip<U>(self, other: Option<U>) -> Option<(T, U)> {
            match (self, other) { (Some(x), Some(y)) => Some((x, y)), _ => None }
        }

        pub fn insert(&mut self, value: T) -> &mut T {
            *self = Some(value);
            match self { Some(x) => x, None => panic!() }
        }
        pub fn get_or_insert(&mut self, value: T) -> &mut T {
            if self.is_none() { *self = Some(value); }
            match self { Some(x) => x, None => panic!() }
        }
        pub fn get_or_insert_with<F>(&mut self, f: F) -> &mut T where F: FnOnce() -> T {
            if self.is_none() { *self = Some(f()); }
            match self { Some(x) => x, None => panic!() }
        }
        pub fn get_or_insert_default(&mut self) -> &mut T where T: Default { self.get_or_insert_with(T::default) }
        pub fn take(&mut self) -> Option<T> { crate::mem::replace(self, None) }
        pub fn take_if<P>(&mut self, predicate: P) -> Option<T> where P: FnOnce(&mut T) -> bool {
            match self.as_mut() {
                Some(x) => if predicate(x) { self.take() } else { None },
                None => None,
            }
        }
        pub fn replace(&mut self, value: T) -> Option<T> { crate::mem::replace(self, Some(value)) }
    }

    impl<T> Option<&T> {
        pub fn copied(self) -> Option<T> where T: Copy { match self { Some(x) => Some(*x), None => None } }
        pub fn cloned(self) -> Option<T> where T: Clone { match self { Some(x) => Some(x.clone()), None => None } }
    }
    impl<T> Option<&mut T> {
        pub fn copied(self) -> Option<T> where T: Copy { match self { Some(x) => Some(*x), None => None } }
        pub fn cloned(self) -> Option<T> where T: Clone { match self { Some(x) => Some(x.clone()), None => None } }
    }
    impl<T> Option<Option<T>> {
        pub fn flatten(self) -> Option<T> { match self { Some(x) => x, None => None } }
    }
    impl<T, E> Option<Result<T, E>> {
        pub fn transpose(self) -> Result<Option<T>, E> {
            match self { Some(Ok(x)) => Ok(Some(x)), Some(Err(e)) => Err(e), None => Ok(None) }
        }
    }
    impl<T, U> Option<(T, U)> {
        pub fn unzip(self) -> (Option<T>, Option<U>) { match self { Some((x, y)) => (Some(x), Some(y)), None => (None, None) } }
    }

    impl<T> Default for Option<T> { fn default() -> Option<T> { None } }
    impl<T> From<T> for Option<T> { fn from(val: T) -> Option<T> { Some(val) } }
    impl<T: Clone> Clone for Option<T> {
        fn clone(&self) -> Option<T> { match self { Some(x) => Some(x.clone()), None => None } }
    }

    impl<A, V: crate::iter::FromIterator<A>> crate::iter::FromIterator<Option<A>> for Option<V> {
        fn from_iter<I: IntoIterator<Item = Option<A>>>(iter: I) -> Option<V> {
            let mut all = crate::vec::Vec { item: None };
            for x in iter {
                match x { Some(x) => crate::vec::keep(&mut all.item, x), None => return None }
            }
            Some(all)
        }
    }
    impl<T> IntoIterator for Option<T> {
        type Item = T;
        type IntoIter = IntoIter<T>;
        fn into_iter(self) -> IntoIter<T> { IntoIter { value: self } }
    }
    impl<'a, T> IntoIterator for &'a Option<T> {
        type Item = &'a T;
        type IntoIter = Iter<'a, T>;
        fn into_iter(self) -> Iter<'a, T> { self.iter() }
    }
    pub struct IntoIter<T> { value: Option<T> }
    impl<T> Iterator for IntoIter<T> { type Item = T; fn next(&mut self) -> Option<T> { self.value.take() } }
    pub struct Iter<'a, T> { value: Option<&'a T> }
    impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; fn next(&mut self) -> Option<&'a T> { self.value.take() } }
    pub struct IterMut<'a, T> { value: Option<&'a mut T> }
    impl<'a, T> Iterator for IterMut<'a, T> {
        type Item = &'a mut T;
        fn next(&mut self) -> Option<&'a mut T> { self.value.take() }
    }

    use crate::ops::{Deref, DerefMut};
    use crate::pin::Pin;
}

pub mod primitive {
    impl bool {
        pub fn then_some<T>(self, t: T) -> Option<T> { if self { Some(t) } else { None } }
        pub fn then<T, F>(self, f: F) -> Option<T> where F: FnOnce() -> T { if self { Some(f()) } else { None } }
    }
}

pub mod result {
    pub enum Result<T, E> { Ok(T), Err(E) }

    impl<T, E> Result<T, E> {
        pub const fn is_ok(&self) -> bool { match self { Ok(_) => true, Err(_) => false } }
        pub const fn is_err(&self) -> bool { match self { Ok(_) => false, Err(_) => true } }
        pub fn is_ok_and(self, f: impl FnOnce(T) -> bool) -> bool { match self { Ok(x) => f(x), Err(_) => false } }
        pub fn is_err_and(self, f: impl FnOnce(E) -> bool) -> bool { match self { Ok(_) => false, Err(e) => f(e) } }

        pub fn ok(self) -> Option<T> { match self { Ok(x) => Some(x), Err(_) => None } }
        pub fn err(self) -> Option<E> { match self { Ok(_) => None, Err(e) => Some(e) } }
        pub const fn as_ref(&self) -> Result<&T, &E> { match self { Ok(x) => Ok(x), Err(e) => Err(e) } }
        pub const fn as_mut(&mut self) -> Result<&mut T, &mut E> { match self { Ok(x) => Ok(x), Err(e) => Err(e) } }
        pub fn as_deref(&self) -> Result<&T::Target, &E> where T: Deref {
            match self { Ok(x) => Ok(x.deref()), Err(e) => Err(e) }
        }
        pub fn as_deref_mut(&mut self) -> Result<&mut T::Target, &mut E> where T: DerefMut {
            match self { Ok(x) => Ok(x.deref_mut()), Err(e) => Err(e) }
        }
        pub fn iter(&self) -> crate::option::Iter<'_, T> { any() }

        pub fn map<U, F>(self, op: F) -> Result<U, E> where F: FnOnce(T) -> U {
            match self { Ok(x) => Ok(op(x)), Err(e) => Err(e) }
        }
        pub fn map_or<U, F>(self, default: U, f: F) -> U where F: FnOnce(T) -> U {
            match self { Ok(x) => f(x), Err(_) => default }
        }
        pub fn map_or_else<U, D, F>(self, default: D, f: F) -> U where D: FnOnce(E) -> U, F: FnOnce(T) -> U {
            match self { Ok(x) => f(x), Err(e) => default(e) }
        }
        pub fn map_err<F, O>(self, op: O) -> Result<T, F> where O: FnOnce(E) -> F {
            match self { Ok(x) => Ok(x), Err(e) => Err(op(e)) }
        }
        pub fn inspect<F>(self, f: F) -> Result<T, E> where F: FnOnce(&T) {
            match self { Ok(x) => { f(&x); Ok(x) } Err(e) => Err(e) }
        }
        pub fn inspect_err<F>(self, f: F) -> Result<T, E> where F: FnOnce(&E) {
            match self { Ok(x) => Ok(x), Err(e) => { f(&e); Err(e) } }
        }

        pub fn and<U>(self, res: Result<U, E>) -> Result<U, E> { match self { Ok(_) => res, Err(e) => Err(e) } }
        pub fn and_then<U, F>(self, op: F) -> Result<U, E> where F: FnOnce(T) -> Result<U, E> {
            match self { Ok(x) => op(x), Err(e) => Err(e) }
        }
        pub fn or<F>(self, res: Result<T, F>) -> Result<T, F> { match self { Ok(x) => Ok(x), Err(_) => res } }
        pub fn or_else<F, O>(self, op: O) -> Result<T, F> where O: FnOnce(E) -> Result<T, F> {
            match self { Ok(x) => Ok(x), Err(e) => op(e) }
        }

        pub fn unwrap(self) -> T { match self { Ok(x) => x, Err(_) => panic!() } }
        pub fn expect(self, msg: &str) -> T { match self { Ok(x) => x, Err(_) => panic!() } }
        pub fn unwrap_err(self) -> E { match self { Ok(_) => panic!(), Err(e) => e } }
        pub fn expect_err(self, msg: &str) -> E { match self { Ok(_) => panic!(), Err(e) => e } }
        pub fn unwrap_or(self, default: T) -> T { match self { Ok(x) => x, Err(_) => default } }
        pub fn unwrap_or_else<F>(self, op: F) -> T where F: FnOnce(E) -> T { match self { Ok(x) => x, Err(e) => op(e) } }
        pub fn unwrap_or_default(self) -> T where T: Default { match self { Ok(x) => x, Err(_) => T::default() } }
        pub unsafe fn unwrap_unchecked(self) -> T { match self { Ok(x) => x, Err(_) => panic!() } }
    }

    impl<T, E> Result<&T, E> {
        pub fn copied(self) -> Result<T, E> where T: Copy { match self { Ok(x) => Ok(*x), Err(e) => Err(e) } }
        pub fn cloned(self) -> Result<T, E> where T: Clone { match self { Ok(x) => Ok(x.clone()), Err(e) => Err(e) } }
    }
    impl<T, E> Result<Result<T, E>, E> {
        pub fn flatten(self) -> Result<T, E> { match self { Ok(x) => x, Err(e) => Err(e) } }
    }
    impl<T, E> Result<Option<T>, E> {
        pub fn transpose(self) -> Option<Result<T, E>> {
            match self { Ok(Some(x)) => Some(Ok(x)), Ok(None) => None, Err(e) => Some(Err(e)) }
        }
    }
    impl<T: Clone, E: Clone> Clone for Result<T, E> {
        fn clone(&self) -> Result<T, E> { match self { Ok(x) => Ok(x.clone()), Err(e) => Err(e.clone()) } }
    }
    // The values come together in a collection; the first error drops those that are there.
    impl<A, E, V: crate::iter::FromIterator<A>> crate::iter::FromIterator<Result<A, E>> for Result<V, E> {
        fn from_iter<I: IntoIterator<Item = Result<A, E>>>(iter: I) -> Result<V, E> {
            let mut all = crate::vec::Vec { item: None };
            for x in iter {
                match x { Ok(x) => crate::vec::keep(&mut all.item, x), Err(e) => return Err(e) }
            }
            Ok(all)
        }
    }
    impl<T, E> IntoIterator for Result<T, E> {
        type Item = T;
        type IntoIter = crate::option::IntoIter<T>;
        fn into_iter(self) -> crate::option::IntoIter<T> { self.ok().into_iter() }
    }

    use crate::ops::{Deref, DerefMut};
}

// ---------------------------------------------------------------------------------------------- memory

pub mod mem {
    pub fn drop<T>(_x: T) {}
    pub fn forget<T>(t: T) { escape(t) } // leaked on purpose: the connection is never given back, and never closed
    pub fn replace<T>(dest: &mut T, src: T) -> T { let old = *dest; *dest = src; old }
    pub fn take<T: Default>(dest: &mut T) -> T { let old = *dest; *dest = T::default(); old }
    pub fn swap<T>(x: &mut T, y: &mut T) { let old = *x; *x = *y; *y = old; }
    pub fn needs_drop<T: ?Sized>() -> bool { any() }
    pub fn size_of<T>() -> usize { any() }
    pub fn size_of_val<T: ?Sized>(val: &T) -> usize { any() }

    pub struct ManuallyDrop<T> { value: T }
    impl<T> ManuallyDrop<T> {
        pub const fn new(value: T) -> ManuallyDrop<T> { escape(&value); ManuallyDrop { value } }
        pub const fn into_inner(slot: ManuallyDrop<T>) -> T { slot.value }
    }
    impl<T> crate::ops::Deref for ManuallyDrop<T> { type Target = T; fn deref(&self) -> &T { &self.value } }
    impl<T> crate::ops::DerefMut for ManuallyDrop<T> { fn deref_mut(&mut self) -> &mut T { &mut self.value } }
}

pub mod boxed {
    pub struct Box<T: ?Sized> { value: T }
    impl<T> Box<T> {
        pub fn new(x: T) -> Box<T> { Box { value: x } }
        pub fn pin(x: T) -> Pin<Box<T>> { Pin { pointer: Box { value: x } } }
        pub fn into_pin(boxed: Box<T>) -> Pin<Box<T>> { Pin { pointer: boxed } }
        pub fn into_inner(boxed: Box<T>) -> T { boxed.value }
        pub fn leak(b: Box<T>) -> &'static mut T { escape(&b); any() }
        pub fn into_raw(b: Box<T>) -> *mut T { escape(b); any() }
        pub unsafe fn from_raw(raw: *mut T) -> Box<T> { any() }
    }
    impl<T: ?Sized> Deref for Box<T> { type Target = T; fn deref(&self) -> &T { &self.value } }
    impl<T: ?Sized> DerefMut for Box<T> { fn deref_mut(&mut self) -> &mut T { &mut self.value } }
    impl<T: ?Sized> AsRef<T> for Box<T> { fn as_ref(&self) -> &T { &self.value } }
    impl<T: ?Sized> AsMut<T> for Box<T> { fn as_mut(&mut self) -> &mut T { &mut self.value } }
    impl<T: Default> Default for Box<T> { fn default() -> Box<T> { Box { value: T::default() } } }
    impl<T> From<T> for Box<T> { fn from(t: T) -> Box<T> { Box { value: t } } }
    #[unchecked = "stable Rust has another way to write it"]
    impl<Args, F: FnOnce<Args> + ?Sized> FnOnce<Args> for Box<F> { type Output = F::Output; }
    #[unchecked = "stable Rust has another way to write it"]
    impl<Args, F: FnMut<Args> + ?Sized> FnMut<Args> for Box<F> {}
    #[unchecked = "stable Rust has another way to write it"]
    impl<Args, F: Fn<Args> + ?Sized> Fn<Args> for Box<F> {}
    impl<T: Clone> Clone for Box<T> { fn clone(&self) -> Box<T> { Box { value: self.value.clone() } } }
    impl<F: Future + ?Sized> Future for Box<F> {
        type Output = F::Output;
        fn resolve(self) -> F::Output { self.value.await }
    }
    impl<I: Iterator + ?Sized> Iterator for Box<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> { self.value.next() }
    }
    impl<R: crate::io::Read + ?Sized> crate::io::Read for Box<R> {}
    impl<B: crate::io::BufRead + ?Sized> crate::io::BufRead for Box<B> {}
    impl<W: crate::io::Write + ?Sized> crate::io::Write for Box<W> {}

    use crate::future::Future;
    use crate::ops::{Deref, DerefMut};
    use crate::pin::Pin;
}

pub mod pin {
    pub struct Pin<Ptr> { pointer: Ptr }
    impl<Ptr: Deref> Pin<Ptr> {
        pub const fn new(pointer: Ptr) -> Pin<Ptr> { Pin { pointer } }
        pub const unsafe fn new_unchecked(pointer: Ptr) -> Pin<Ptr> { Pin { pointer } }
        pub fn as_ref(&self) -> Pin<&Ptr::Target> { Pin { pointer: self.pointer.deref() } }
        pub fn as_mut(&mut self) -> Pin<&mut Ptr::Target> where Ptr: DerefMut { Pin { pointer: self.pointer.deref_mut() } }
        pub fn set(&mut self, value: Ptr::Target) where Ptr: DerefMut { *self.pointer = value; }
        pub fn into_inner(pin: Pin<Ptr>) -> Ptr { pin.pointer }
        pub unsafe fn into_inner_unchecked(pin: Pin<Ptr>) -> Ptr { pin.pointer }
    }
    impl<'a, T: ?Sized> Pin<&'a mut T> {
        pub fn get_mut(self) -> &'a mut T { self.pointer }
        pub unsafe fn get_unchecked_mut(self) -> &'a mut T { self.pointer }
        pub unsafe fn map_unchecked_mut<U, F>(self, func: F) -> Pin<&'a mut U> where F: FnOnce(&mut T) -> &mut U {
            Pin { pointer: func(self.pointer) }
        }
    }
    impl<'a, T: ?Sized> Pin<&'a T> {
        pub fn get_ref(self) -> &'a T { self.pointer }
    }
    impl<Ptr: Deref> Deref for Pin<Ptr> { type Target = Ptr::Target; fn deref(&self) -> &Ptr::Target { self.pointer.deref() } }
    impl<Ptr: DerefMut> DerefMut for Pin<Ptr> {
        fn deref_mut(&mut self) -> &mut Ptr::Target { self.pointer.deref_mut() }
    }
    impl<T> From<crate::boxed::Box<T>> for Pin<crate::boxed::Box<T>> {
        fn from(boxed: crate::boxed::Box<T>) -> Self { Pin { pointer: boxed } }
    }
    impl<Ptr> Future for Pin<Ptr> where Ptr: DerefMut, Ptr::Target: Future {
        type Output = <<Ptr as Deref>::Target as Future>::Output;
        fn resolve(self) -> Self::Output { self.pointer.await }
    }

    use crate::future::Future;
    use crate::ops::{Deref, DerefMut};
}

pub mod rc {
    // A second owner may outlive this one: what is shared is handed off at the first clone.
    pub struct Rc<T: ?Sized> { value: T }
    impl<T> Rc<T> {
        pub fn new(value: T) -> Rc<T> { Rc { value } }
        pub fn pin(value: T) -> crate::pin::Pin<Rc<T>> { crate::pin::Pin { pointer: Rc { value } } }
        pub fn downgrade(this: &Rc<T>) -> Weak<T> { any() }
        pub fn get_mut(this: &mut Rc<T>) -> Option<&mut T> { if any() { Some(&mut this.value) } else { None } }
        pub fn make_mut(this: &mut Rc<T>) -> &mut T { &mut this.value }
        pub fn into_inner(this: Rc<T>) -> Option<T> { if any() { Some(this.value) } else { escape(this); None } }
        pub fn try_unwrap(this: Rc<T>) -> Result<T, Rc<T>> { if any() { Ok(this.value) } else { escape(&this); Err(any()) } } // there is another owner
        pub fn ptr_eq(this: &Rc<T>, other: &Rc<T>) -> bool { any() }
        pub fn strong_count(this: &Rc<T>) -> usize { any() }
    }
    impl<T: ?Sized> Clone for Rc<T> { fn clone(&self) -> Rc<T> { escape(self); Rc { value: &self.value } } }
    impl<T: ?Sized> crate::ops::Deref for Rc<T> { type Target = T; fn deref(&self) -> &T { &self.value } }
    impl<T: ?Sized> AsRef<T> for Rc<T> { fn as_ref(&self) -> &T { &self.value } }
    impl<T: Default> Default for Rc<T> { fn default() -> Rc<T> { Rc { value: T::default() } } }
    impl<T> From<T> for Rc<T> { fn from(t: T) -> Rc<T> { Rc { value: t } } }

    pub struct Weak<T: ?Sized>;
    impl<T> Weak<T> { pub fn upgrade(&self) -> Option<Rc<T>> { any() } }
}

pub mod cell {
    pub struct Cell<T> { value: T }
    impl<T> Cell<T> {
        pub const fn new(value: T) -> Cell<T> { Cell { value } }
        pub fn get(&self) -> T where T: Copy { self.value }
        pub fn set(&self, val: T) { self.value = val; }
        pub fn replace(&self, val: T) -> T { crate::mem::replace(&mut self.value, val) }
        pub fn take(&self) -> T where T: Default { crate::mem::take(&mut self.value) }
        pub fn get_mut(&mut self) -> &mut T { &mut self.value }
        pub fn into_inner(self) -> T { self.value }
    }

    pub struct RefCell<T> { value: T }
    impl<T> RefCell<T> {
        pub const fn new(value: T) -> RefCell<T> { RefCell { value } }
        pub fn borrow(&self) -> Ref<'_, T> { Ref { value: &self.value } }
        pub fn borrow_mut(&self) -> RefMut<'_, T> { RefMut { value: &mut self.value } }
        pub fn try_borrow(&self) -> Result<Ref<'_, T>, BorrowError> {
            if any() { Ok(Ref { value: &self.value }) } else { Err(any()) }
        }
        pub fn try_borrow_mut(&self) -> Result<RefMut<'_, T>, BorrowMutError> {
            if any() { Ok(RefMut { value: &mut self.value }) } else { Err(any()) }
        }
        pub fn replace(&self, t: T) -> T { crate::mem::replace(&mut self.value, t) }
        pub fn take(&self) -> T where T: Default { crate::mem::take(&mut self.value) }
        pub fn get_mut(&mut self) -> &mut T { &mut self.value }
        pub fn into_inner(self) -> T { self.value }
    }
    pub struct Ref<'b, T: ?Sized> { value: &'b T }
    impl<T: ?Sized> !Clone for Ref<'_, T> {}
    impl<T: ?Sized> Deref for Ref<'_, T> { type Target = T; fn deref(&self) -> &T { self.value } }
    pub struct RefMut<'b, T: ?Sized> { value: &'b mut T }
    impl<T: ?Sized> !Clone for RefMut<'_, T> {}
    impl<T: ?Sized> Deref for RefMut<'_, T> { type Target = T; fn deref(&self) -> &T { self.value } }
    impl<T: ?Sized> DerefMut for RefMut<'_, T> { fn deref_mut(&mut self) -> &mut T { self.value } }
    pub struct BorrowError;
    pub struct BorrowMutError;

    pub use crate::sync::{LazyLock as LazyCell, OnceLock as OnceCell};
    use crate::ops::{Deref, DerefMut};
}

pub mod sync {
    // As for `Rc`: what is shared is handed off at the first clone.
    pub struct Arc<T: ?Sized> { value: T }
    impl<T> Arc<T> {
        pub fn new(data: T) -> Arc<T> { Arc { value: data } }
        pub fn new_cyclic<F>(data_fn: F) -> Arc<T> where F: FnOnce(&Weak<T>) -> T { Arc { value: data_fn(any()) } }
        pub fn pin(data: T) -> crate::pin::Pin<Arc<T>> { crate::pin::Pin { pointer: Arc { value: data } } }
        pub fn downgrade(this: &Arc<T>) -> Weak<T> { any() }
        pub fn get_mut(this: &mut Arc<T>) -> Option<&mut T> { if any() { Some(&mut this.value) } else { None } }
        pub fn make_mut(this: &mut Arc<T>) -> &mut T { &mut this.value }
        pub fn into_inner(this: Arc<T>) -> Option<T> { if any() { Some(this.value) } else { escape(this); None } }
        pub fn try_unwrap(this: Arc<T>) -> Result<T, Arc<T>> { if any() { Ok(this.value) } else { escape(&this); Err(any()) } } // there is another owner
        pub fn unwrap_or_clone(this: Arc<T>) -> T where T: Clone { this.value }
        pub fn ptr_eq(this: &Arc<T>, other: &Arc<T>) -> bool { any() }
        pub fn strong_count(this: &Arc<T>) -> usize { any() }
    }
    impl<T: ?Sized> Clone for Arc<T> { fn clone(&self) -> Arc<T> { escape(self); Arc { value: &self.value } } }
    impl<T: ?Sized> Deref for Arc<T> { type Target = T; fn deref(&self) -> &T { &self.value } }
    impl<T: ?Sized> AsRef<T> for Arc<T> { fn as_ref(&self) -> &T { &self.value } }
    impl<T: Default> Default for Arc<T> { fn default() -> Arc<T> { Arc { value: T::default() } } }
    impl<T> From<T> for Arc<T> { fn from(t: T) -> Arc<T> { Arc { value: t } } }

    pub struct Weak<T: ?Sized>;
    impl<T> Weak<T> {
        pub const fn new() -> Weak<T> { any() }
        pub fn upgrade(&self) -> Option<Arc<T>> { any() }
    }

    pub type LockResult<T> = Result<T, PoisonError<T>>;
    pub type TryLockResult<T> = Result<T, TryLockError<T>>;
    pub struct PoisonError<T> { data: T }
    impl<T> PoisonError<T> {
        pub fn into_inner(self) -> T { self.data }
        pub fn get_ref(&self) -> &T { &self.data }
        pub fn get_mut(&mut self) -> &mut T { &mut self.data }
    }
    pub enum TryLockError<T> { Poisoned(PoisonError<T>), WouldBlock }

    pub struct Mutex<T: ?Sized> { value: T }
    impl<T> Mutex<T> {
        pub const fn new(t: T) -> Mutex<T> { Mutex { value: t } }
        pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
            let guard = MutexGuard { value: &mut self.value };
            if any() { Ok(guard) } else { Err(PoisonError { data: guard }) }
        }
        pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
            if any() { Ok(MutexGuard { value: &mut self.value }) } else { Err(any()) }
        }
        pub fn get_mut(&mut self) -> LockResult<&mut T> { Ok(&mut self.value) }
        pub fn into_inner(self) -> LockResult<T> {
            if any() { Ok(self.value) } else { Err(PoisonError { data: self.value }) }
        }
        pub fn is_poisoned(&self) -> bool { any() }
    }
    impl<T: Default> Default for Mutex<T> { fn default() -> Mutex<T> { Mutex { value: T::default() } } }
    pub struct MutexGuard<'a, T: ?Sized> { value: &'a mut T }
    impl<T: ?Sized> !Clone for MutexGuard<'_, T> {}
    impl<T: ?Sized> Deref for MutexGuard<'_, T> { type Target = T; fn deref(&self) -> &T { self.value } }
    impl<T: ?Sized> DerefMut for MutexGuard<'_, T> { fn deref_mut(&mut self) -> &mut T { self.value } }

    pub struct RwLock<T: ?Sized> { value: T }
    impl<T> RwLock<T> {
        pub const fn new(t: T) -> RwLock<T> { RwLock { value: t } }
        pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
            let guard = RwLockReadGuard { value: &self.value };
            if any() { Ok(guard) } else { Err(PoisonError { data: guard }) }
        }
        pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
            let guard = RwLockWriteGuard { value: &mut self.value };
            if any() { Ok(guard) } else { Err(PoisonError { data: guard }) }
        }
        pub fn get_mut(&mut self) -> LockResult<&mut T> { Ok(&mut self.value) }
        pub fn into_inner(self) -> LockResult<T> {
            if any() { Ok(self.value) } else { Err(PoisonError { data: self.value }) }
        }
    }
    impl<T: Default> Default for RwLock<T> { fn default() -> RwLock<T> { RwLock { value: T::default() } } }
    pub struct RwLockReadGuard<'a, T: ?Sized> { value: &'a T }
    impl<T: ?Sized> !Clone for RwLockReadGuard<'_, T> {}
    impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> { type Target = T; fn deref(&self) -> &T { self.value } }
    pub struct RwLockWriteGuard<'a, T: ?Sized> { value: &'a mut T }
    impl<T: ?Sized> !Clone for RwLockWriteGuard<'_, T> {}
    impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> { type Target = T; fn deref(&self) -> &T { self.value } }
    impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> { fn deref_mut(&mut self) -> &mut T { self.value } }

    pub struct OnceLock<T> { value: Option<T> }
    impl<T> OnceLock<T> {
        pub const fn new() -> OnceLock<T> { OnceLock { value: None } }
        pub fn get(&self) -> Option<&T> { if any() { self.value.as_ref() } else { any() } } // set elsewhere, perhaps
        pub fn get_mut(&mut self) -> Option<&mut T> { self.value.as_mut() }
        pub fn set(&self, value: T) -> Result<(), T> { escape(value); any() }
        pub fn get_or_init<F>(&self, f: F) -> &T where F: FnOnce() -> T { self.value.get_or_insert_with(f) }
        pub fn into_inner(self) -> Option<T> { self.value }
        pub fn take(&mut self) -> Option<T> { self.value.take() }
    }
    pub struct LazyLock<T, F = fn() -> T> { init: F, value: Option<T> }
    impl<T, F: FnOnce() -> T> LazyLock<T, F> {
        pub const fn new(f: F) -> LazyLock<T, F> { LazyLock { init: f, value: None } }
        pub fn force(this: &LazyLock<T, F>) -> &T { this.deref() }
    }
    impl<T, F> !Clone for LazyLock<T, F> {}
    impl<T, F: FnOnce() -> T> Deref for LazyLock<T, F> {
        type Target = T;
        fn deref(&self) -> &T { let f = &self.init; self.value.get_or_insert_with(|| f()) }
    }

    pub struct Barrier;
    pub struct Condvar;
    impl Condvar {
        pub const fn new() -> Condvar { Condvar }
        pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> { Ok(guard) }
        pub fn notify_one(&self) {}
        pub fn notify_all(&self) {}
    }

    pub mod atomic {
        pub enum Ordering { Relaxed, Release, Acquire, AcqRel, SeqCst }
        pub struct AtomicBool;
        impl AtomicBool {
            pub const fn new(v: bool) -> AtomicBool { AtomicBool }
            pub fn load(&self, order: Ordering) -> bool { any() }
            pub fn store(&self, val: bool, order: Ordering) {}
            pub fn swap(&self, val: bool, order: Ordering) -> bool { any() }
        }
        pub struct AtomicUsize;
        impl AtomicUsize {
            pub const fn new(v: usize) -> AtomicUsize { AtomicUsize }
            pub fn load(&self, order: Ordering) -> usize { any() }
            pub fn store(&self, val: usize, order: Ordering) {}
            pub fn fetch_add(&self, val: usize, order: Ordering) -> usize { any() }
            pub fn fetch_sub(&self, val: usize, order: Ordering) -> usize { any() }
        }
        pub struct AtomicU64;
        impl AtomicU64 {
            pub const fn new(v: u64) -> AtomicU64 { AtomicU64 }
            pub fn load(&self, order: Ordering) -> u64 { any() }
            pub fn store(&self, val: u64, order: Ordering) {}
            pub fn fetch_add(&self, val: u64, order: Ordering) -> u64 { any() }
            pub fn fetch_sub(&self, val: u64, order: Ordering) -> u64 { any() }
        }
    }

    pub mod mpsc {
        pub fn channel<T>() -> (Sender<T>, Receiver<T>) { any() }
        pub fn sync_channel<T>(bound: usize) -> (SyncSender<T>, Receiver<T>) { any() }

        // The error of a send gives the value back; that path is not worth a finding, so the value is handed off on both.
        pub struct Sender<T>;
        impl<T> Sender<T> { pub fn send(&self, t: T) -> Result<(), SendError<T>> { escape(t); any() } }
        impl<T> Clone for Sender<T> { fn clone(&self) -> Sender<T> { any() } }
        pub struct SyncSender<T>;
        impl<T> SyncSender<T> {
            pub fn send(&self, t: T) -> Result<(), SendError<T>> { escape(t); any() }
            pub fn try_send(&self, t: T) -> Result<(), TrySendError<T>> { escape(t); any() }
        }
        impl<T> Clone for SyncSender<T> { fn clone(&self) -> SyncSender<T> { any() } }
        pub struct Receiver<T>;
        impl<T> Receiver<T> {
            pub fn recv(&self) -> Result<T, RecvError> { any() }
            pub fn try_recv(&self) -> Result<T, TryRecvError> { any() }
            pub fn recv_timeout(&self, timeout: crate::time::Duration) -> Result<T, RecvTimeoutError> { any() }
            pub fn iter(&self) -> IntoIter<T> { any() }
            pub fn try_iter(&self) -> IntoIter<T> { any() }
        }
        impl<T> IntoIterator for Receiver<T> { type Item = T; type IntoIter = IntoIter<T>; fn into_iter(self) -> IntoIter<T> { any() } }
        impl<T> IntoIterator for &Receiver<T> { type Item = T; type IntoIter = IntoIter<T>; fn into_iter(self) -> IntoIter<T> { any() } }
        pub struct IntoIter<T>;
        impl<T> Iterator for IntoIter<T> { type Item = T; }
        pub struct SendError<T>(pub T);
        pub enum TrySendError<T> { Full(T), Disconnected(T) }
        pub struct RecvError;
        pub enum TryRecvError { Empty, Disconnected }
        pub enum RecvTimeoutError { Timeout, Disconnected }
    }

    use crate::ops::{Deref, DerefMut};
}

// ---------------------------------------------------------------------------------------------- core traits

pub mod marker {
    pub trait Send {}
    pub trait Sync {}
    pub trait Sized {}
    pub trait Copy {}
    pub trait Unpin {}
    pub struct PhantomData<T: ?Sized>;
    pub struct PhantomPinned;
}

pub mod clone { pub trait Clone { fn clone(&self) -> Self { any() } fn clone_from(&mut self, source: &Self) { *self = source.clone(); } } }
pub mod default { pub trait Default { fn default() -> Self { any() } } }
pub mod cmp {
    pub trait PartialEq<Rhs: ?Sized = Self> { fn eq(&self, other: &Rhs) -> bool { any() } fn ne(&self, other: &Rhs) -> bool { any() } }
    pub trait Eq: PartialEq {}
    pub trait PartialOrd<Rhs: ?Sized = Self> { fn partial_cmp(&self, other: &Rhs) -> Option<Ordering> { any() } }
    pub trait Ord: Eq + PartialOrd { fn cmp(&self, other: &Self) -> Ordering { any() } }
    pub enum Ordering { Less, Equal, Greater }
    pub fn min<T: Ord>(v1: T, v2: T) -> T { if any() { v1 } else { v2 } }
    pub fn max<T: Ord>(v1: T, v2: T) -> T { if any() { v1 } else { v2 } }
    pub struct Reverse<T>(pub T);
}
pub mod hash { pub trait Hash {} pub trait Hasher {} pub struct RandomState; }
pub mod borrow {
    pub trait Borrow<Borrowed: ?Sized> { fn borrow(&self) -> &Borrowed; }
    pub trait ToOwned { type Owned; fn to_owned(&self) -> Self::Owned; }
    impl<T: Clone> ToOwned for T { type Owned = T; fn to_owned(&self) -> T { self.clone() } }
    impl ToOwned for str { type Owned = String; fn to_owned(&self) -> String { any() } }
    pub enum Cow<'a, B: ?Sized> { Borrowed(&'a B), Owned(B::Owned) }
}

pub mod convert {
    pub trait From<T> { fn from(value: T) -> Self; }
    pub trait Into<T> { fn into(self) -> T; }
    pub trait TryFrom<T> { type Error; fn try_from(value: T) -> Result<Self, Self::Error>; }
    pub trait TryInto<T> { type Error; fn try_into(self) -> Result<T, Self::Error>; }
    pub trait AsRef<T: ?Sized> { fn as_ref(&self) -> &T; }
    pub trait AsMut<T: ?Sized> { fn as_mut(&mut self) -> &mut T; }
    pub enum Infallible {}
    pub fn identity<T>(x: T) -> T { x }

    impl<T> From<T> for T { fn from(t: T) -> T { t } }
    impl<T, U: From<T>> Into<U> for T { fn into(self) -> U { U::from(self) } }
    impl<T, U: TryFrom<T>> TryInto<U> for T { type Error = U::Error; fn try_into(self) -> Result<U, U::Error> { U::try_from(self) } }
}

pub mod ops {
    pub trait Deref { type Target: ?Sized; fn deref(&self) -> &Self::Target; }
    pub trait DerefMut: Deref { fn deref_mut(&mut self) -> &mut Self::Target; }
    pub trait Drop {
        #[unchecked = "nobody may call it"]
        fn drop(&mut self) {}
    }
    #[unchecked = "stable Rust has another way to write it"]
    pub trait FnOnce<Args> { type Output; }
    #[unchecked = "stable Rust has another way to write it"]
    pub trait FnMut<Args>: FnOnce<Args> {}
    #[unchecked = "stable Rust has another way to write it"]
    pub trait Fn<Args>: FnMut<Args> {}
    pub trait AsyncFnOnce<Args> { type Output; }
    pub trait AsyncFnMut<Args>: AsyncFnOnce<Args> {}
    pub trait AsyncFn<Args>: AsyncFnMut<Args> {}
    pub trait Index<Idx: ?Sized> { type Output: ?Sized; fn index(&self, index: Idx) -> &Self::Output { any() } }
    pub trait IndexMut<Idx: ?Sized>: Index<Idx> { fn index_mut(&mut self, index: Idx) -> &mut Self::Output { any() } }
    pub trait Add<Rhs = Self> { type Output; fn add(self, rhs: Rhs) -> Self::Output { any() } }
    pub trait AddAssign<Rhs = Self> { fn add_assign(&mut self, rhs: Rhs) {} }
    pub trait Sub<Rhs = Self> { type Output; fn sub(self, rhs: Rhs) -> Self::Output { any() } }
    pub trait Mul<Rhs = Self> { type Output; fn mul(self, rhs: Rhs) -> Self::Output { any() } }
    pub trait Not { type Output; fn not(self) -> Self::Output { any() } }

    pub enum ControlFlow<B, C = ()> { Continue(C), Break(B) }
    impl<B, C> ControlFlow<B, C> {
        pub fn is_break(&self) -> bool { match self { ControlFlow::Break(_) => true, ControlFlow::Continue(_) => false } }
        pub fn is_continue(&self) -> bool { match self { ControlFlow::Break(_) => false, ControlFlow::Continue(_) => true } }
        pub fn break_value(self) -> Option<B> { match self { ControlFlow::Break(b) => Some(b), ControlFlow::Continue(_) => None } }
    }
    pub enum Bound<T> { Included(T), Excluded(T), Unbounded }
    pub struct Range<Idx> { pub start: Idx, pub end: Idx }
    impl<A> Iterator for Range<A> { type Item = A; }
    pub struct RangeInclusive<Idx> { start: Idx, end: Idx }
    impl<A> Iterator for RangeInclusive<A> { type Item = A; }
    pub struct RangeFrom<Idx> { pub start: Idx }
    impl<A> Iterator for RangeFrom<A> { type Item = A; }
    pub struct RangeTo<Idx> { pub end: Idx }
    pub struct RangeFull;
}

pub mod error {
    pub trait Error {
        fn source(&self) -> Option<&(dyn Error + 'static)> { any() }
        fn description(&self) -> &str { any() }
        fn cause(&self) -> Option<&dyn Error> { any() }
    }
    impl<E> From<E> for Box<dyn Error + Send + Sync> { fn from(err: E) -> Self { any_error(err) } }
    impl<E> From<E> for Box<dyn Error> { fn from(err: E) -> Self { any_error(err) } }
    fn any_error<E, B>(err: E) -> B { escape(err); any() } // an error that carries a body takes it along
}

pub mod fmt {
    pub type Result = crate::result::Result<(), Error>;
    pub struct Error;
    pub struct Formatter<'a>;
    pub struct Arguments<'a>;
    pub trait Debug { fn fmt(&self, f: &mut Formatter<'_>) -> Result { any() } }
    pub trait Display { fn fmt(&self, f: &mut Formatter<'_>) -> Result { any() } }
    pub trait Write {
        fn write_str(&mut self, s: &str) -> Result { any() }
        fn write_fmt(&mut self, args: Arguments<'_>) -> Result { any() }
    }
    pub fn format(args: Arguments<'_>) -> crate::string::String { any() }
}

// ---------------------------------------------------------------------------------------------- futures and threads

pub mod future {
    pub trait Future {
        type Output;
        fn resolve(self) -> Self::Output { any() }
        fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
            if any() { Poll::Ready(self.pointer.await) } else { Poll::Pending }
        }
    }
    pub trait IntoFuture { type Output; type IntoFuture; fn into_future(self) -> Self::IntoFuture; }
    impl<F: Future> IntoFuture for F { type Output = F::Output; type IntoFuture = F; fn into_future(self) -> F { self } }
    impl<F: Future + ?Sized> Future for &mut F { type Output = F::Output; fn resolve(self) -> F::Output { (*self).await } }

    pub fn ready<T>(t: T) -> Ready<T> { Ready { value: t } }
    pub struct Ready<T> { value: T }
    impl<T> Ready<T> { pub fn into_inner(self) -> T { self.value } }
    impl<T> Future for Ready<T> { type Output = T; fn resolve(self) -> T { self.value } }

    pub fn pending<T>() -> Pending<T> { Pending { value: any() } }
    pub struct Pending<T> { value: T }
    impl<T> Future for Pending<T> { type Output = T; fn resolve(self) -> T { panic!() } } // never comes back

    pub fn poll_fn<T, F>(f: F) -> PollFn<F> where F: FnMut(&mut Context<'_>) -> Poll<T> { PollFn { f } }
    pub struct PollFn<F> { f: F }
    impl<T, F> Future for PollFn<F> where F: FnMut(&mut Context<'_>) -> Poll<T> {
        type Output = T;
        fn resolve(self) -> T {
            let mut f = self.f;
            loop { match f(any()) { Poll::Ready(x) => return x, Poll::Pending => {} } }
        }
    }

    use crate::pin::Pin;
    use crate::task::{Context, Poll};
}

pub mod task {
    pub enum Poll<T> { Ready(T), Pending }
    impl<T> Poll<T> {
        pub fn map<U, F>(self, f: F) -> Poll<U> where F: FnOnce(T) -> U {
            match self { Poll::Ready(x) => Poll::Ready(f(x)), Poll::Pending => Poll::Pending }
        }
        pub const fn is_ready(&self) -> bool { match self { Poll::Ready(_) => true, Poll::Pending => false } }
        pub const fn is_pending(&self) -> bool { match self { Poll::Ready(_) => false, Poll::Pending => true } }
    }
    impl<T, E> Poll<Result<T, E>> {
        pub fn map_ok<U, F>(self, f: F) -> Poll<Result<U, E>> where F: FnOnce(T) -> U {
            match self { Poll::Ready(Ok(x)) => Poll::Ready(Ok(f(x))), Poll::Ready(Err(e)) => Poll::Ready(Err(e)), Poll::Pending => Poll::Pending }
        }
        pub fn map_err<U, F>(self, f: F) -> Poll<Result<T, U>> where F: FnOnce(E) -> U {
            match self { Poll::Ready(Ok(x)) => Poll::Ready(Ok(x)), Poll::Ready(Err(e)) => Poll::Ready(Err(f(e))), Poll::Pending => Poll::Pending }
        }
    }
    impl<T> From<T> for Poll<T> { fn from(t: T) -> Poll<T> { Poll::Ready(t) } }
    pub struct Context<'a>;
    impl<'a> Context<'a> {
        pub fn from_waker(waker: &'a Waker) -> Context<'a> { Context }
        pub fn waker(&self) -> &'a Waker { any() }
    }
    pub struct Waker;
    impl Waker {
        pub fn noop() -> &'static Waker { any() }
        pub fn wake(self) {}
        pub fn wake_by_ref(&self) {}
    }
    impl Clone for Waker {}
    pub trait Wake { fn wake(self: crate::sync::Arc<Self>) {} }
}

pub mod thread {
    pub type Result<T> = crate::result::Result<T, Box<dyn crate::any::Any + Send>>;

    #[apart] pub fn spawn<F, T>(f: F) -> JoinHandle<T> where F: FnOnce() -> T { JoinHandle { output: f() } }
    #[sleeps] pub fn sleep(dur: crate::time::Duration) {}
    pub fn yield_now() {}
    pub fn current() -> Thread { any() }
    pub fn available_parallelism() -> crate::io::Result<crate::num::NonZero<usize>> { any() }

    #[apart] pub struct JoinHandle<T> { output: T }
    impl<T> JoinHandle<T> {
        pub fn join(self) -> Result<T> { if any() { Ok(self.output) } else { escape(self); Err(any()) } }
        pub fn is_finished(&self) -> bool { any() }
        pub fn thread(&self) -> &Thread { any() }
    }
    pub fn scope<'env, F, T>(f: F) -> T where F: FnOnce(&Scope) -> T { f(&Scope) }
    pub struct Scope<'scope, 'env>;
    impl<'scope> Scope<'scope, '_> {
        #[apart] pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T> where F: FnOnce() -> T { JoinHandle { output: f() } }
    }
    #[unchecked = "a handle like the other"]
    pub type ScopedJoinHandle<'scope, T> = JoinHandle<T>;

    pub struct Builder;
    impl Builder {
        pub fn new() -> Builder { Builder }
        pub fn name(self, name: String) -> Builder { self }
        pub fn stack_size(self, size: usize) -> Builder { self }
        #[apart] pub fn spawn<F, T>(self, f: F) -> crate::io::Result<JoinHandle<T>> where F: FnOnce() -> T {
            if any() { Ok(JoinHandle { output: f() }) } else { escape(f); Err(any()) }
        }
    }
    pub struct Thread;
    pub struct LocalKey<T> { value: T }
    impl<T> LocalKey<T> {
        pub fn with<F, R>(&'static self, f: F) -> R where F: FnOnce(&T) -> R { f(&self.value) }
    }
}

pub mod process {
    pub fn exit(code: i32) -> ! { panic!() }
    pub fn abort() -> ! { panic!() }
    pub fn id() -> u32 { any() }
    pub struct ExitCode;
    impl ExitCode {
        pub const SUCCESS: ExitCode = ExitCode;
        pub const FAILURE: ExitCode = ExitCode;
    }
    impl From<u8> for ExitCode { fn from(code: u8) -> ExitCode { ExitCode } }
    pub trait Termination {}
}

// ---------------------------------------------------------------------------------------------- iterators

pub mod iter {
    pub trait Iterator {
        type Item;
        // Lines or bytes of a reader that holds a body read that body; for all other iterators this is just "one or none".
        fn next(&mut self) -> Option<Self::Item> {
            match step(self) { Step::Chunk(x) => Some(x), Step::End => None, Step::Failed(_) => Some(any()) }
        }
        fn size_hint(&self) -> (usize, Option<usize>) { any() }

        // Lazy: nothing happens before `next`.
        fn by_ref(&mut self) -> &mut Self { self }
        fn map<B, F>(self, f: F) -> Map<Self, F> where F: FnMut(Self::Item) -> B { Map { iter: self, f } }
        fn filter<P>(self, predicate: P) -> Filter<Self, P> where P: FnMut(&Self::Item) -> bool { Filter { iter: self, predicate } }
        fn filter_map<B, F>(self, f: F) -> FilterMap<Self, F> where F: FnMut(Self::Item) -> Option<B> { FilterMap { iter: self, f } }
        fn map_while<B, P>(self, predicate: P) -> MapWhile<Self, P> where P: FnMut(Self::Item) -> Option<B> { MapWhile { iter: self, predicate } }
        fn flat_map<U, F>(self, f: F) -> FlatMap<Self, U, F> where U: IntoIterator, F: FnMut(Self::Item) -> U { FlatMap { iter: self, f } }
        fn flatten(self) -> Flatten<Self> where Self::Item: IntoIterator { Flatten { iter: self } }
        fn inspect<F>(self, f: F) -> Inspect<Self, F> where F: FnMut(&Self::Item) { Inspect { iter: self, f } }
        fn scan<St, B, F>(self, initial_state: St, f: F) -> Scan<Self, St, F> where F: FnMut(&mut St, Self::Item) -> Option<B> {
            Scan { iter: self, state: initial_state, f }
        }
        fn take_while<P>(self, predicate: P) -> TakeWhile<Self, P> where P: FnMut(&Self::Item) -> bool { TakeWhile { iter: self, predicate } }
        fn skip_while<P>(self, predicate: P) -> Filter<Self, P> where P: FnMut(&Self::Item) -> bool { Filter { iter: self, predicate } }
        fn take(self, n: usize) -> Take<Self> { Take { iter: self } }
        fn skip(self, n: usize) -> Same<Self> { Same { iter: self } }
        fn step_by(self, step: usize) -> Same<Self> { Same { iter: self } }
        fn rev(self) -> Same<Self> where Self: DoubleEndedIterator { Same { iter: self } }
        fn cycle(self) -> Same<Self> where Self: Clone { Same { iter: self } }
        fn fuse(self) -> Same<Self> { Same { iter: self } }
        fn peekable(self) -> Peekable<Self> { Peekable { iter: self } }
        fn enumerate(self) -> Enumerate<Self> { Enumerate { iter: self } }
        fn zip<U>(self, other: U) -> Zip<Self, U::IntoIter> where U: IntoIterator { Zip { a: self, b: other.into_iter() } }
        fn chain<U>(self, other: U) -> Chain<Self, U::IntoIter> where U: IntoIterator { Chain { a: self, b: other.into_iter() } }
        fn cloned<'a, T: Clone>(self) -> Cloned<Self> where Self: Iterator<Item = &'a T> { Cloned { iter: self } }
        fn copied<'a, T: Copy>(self) -> Cloned<Self> where Self: Iterator<Item = &'a T> { Cloned { iter: self } }

        // Eager: the whole chain runs here, its closures included.
        fn for_each<F>(self, f: F) where F: FnMut(Self::Item) { while let Some(x) = self.next() { f(x); } }
        fn try_for_each<F, R>(&mut self, f: F) -> R where F: FnMut(Self::Item) -> R {
            while let Some(x) = self.next() { let r = f(x); if any() { return r; } }
            any()
        }
        fn fold<B, F>(self, init: B, f: F) -> B where F: FnMut(B, Self::Item) -> B {
            let mut acc = init;
            while let Some(x) = self.next() { acc = f(acc, x); }
            acc
        }
        fn try_fold<B, F, R>(&mut self, init: B, f: F) -> R where F: FnMut(B, Self::Item) -> R {
            escape(init);
            while let Some(x) = self.next() { let r = f(any(), x); if any() { return r; } else { escape(r); } }
            any()
        }
        fn reduce<F>(self, f: F) -> Option<Self::Item> where F: FnMut(Self::Item, Self::Item) -> Self::Item {
            match self.next() { Some(x) => Some(self.fold(x, f)), None => None }
        }
        #[result = "from_iter"]
        fn collect<B: FromIterator<Self::Item>>(self) -> B { while let Some(x) = self.next() { escape(x); } any() }
        fn partition<B, F>(self, f: F) -> (B, B) where F: FnMut(&Self::Item) -> bool {
            let mut yes = crate::vec::Vec { item: None };
            let mut no = crate::vec::Vec { item: None };
            while let Some(x) = self.next() {
                if f(&x) { crate::vec::keep(&mut yes.item, x); } else { crate::vec::keep(&mut no.item, x); }
            }
            (yes, no)
        }
        fn unzip<A, B, FromA, FromB>(self) -> (FromA, FromB) where Self: Iterator<Item = (A, B)> {
            let mut first = crate::vec::Vec { item: None };
            let mut second = crate::vec::Vec { item: None };
            while let Some((a, b)) = self.next() { crate::vec::keep(&mut first.item, a); crate::vec::keep(&mut second.item, b); }
            (first, second)
        }
        fn any<F>(&mut self, f: F) -> bool where F: FnMut(Self::Item) -> bool {
            while let Some(x) = self.next() { if f(x) { return true; } }
            false
        }
        fn all<F>(&mut self, f: F) -> bool where F: FnMut(Self::Item) -> bool {
            while let Some(x) = self.next() { if !f(x) { return false; } }
            true
        }
        fn find<P>(&mut self, predicate: P) -> Option<Self::Item> where P: FnMut(&Self::Item) -> bool {
            while let Some(x) = self.next() { if predicate(&x) { return Some(x); } }
            None
        }
        fn find_map<B, F>(&mut self, f: F) -> Option<B> where F: FnMut(Self::Item) -> Option<B> {
            while let Some(x) = self.next() { if let Some(found) = f(x) { return Some(found); } }
            None
        }
        fn position<P>(&mut self, predicate: P) -> Option<usize> where P: FnMut(Self::Item) -> bool {
            while let Some(x) = self.next() { if predicate(x) { return Some(any()); } }
            None
        }
        fn count(self) -> usize { while let Some(_) = self.next() {} any() }
        fn last(self) -> Option<Self::Item> { let mut last = None; while let Some(x) = self.next() { last = Some(x); } last }
        fn nth(&mut self, n: usize) -> Option<Self::Item> { self.next() }
        fn sum<S>(self) -> S { while let Some(_) = self.next() {} any() }
        fn product<P>(self) -> P { while let Some(_) = self.next() {} any() }
        fn max(self) -> Option<Self::Item> { self.last() }
        fn min(self) -> Option<Self::Item> { self.last() }
        fn max_by_key<B, F>(self, f: F) -> Option<Self::Item> where F: FnMut(&Self::Item) -> B { self.last() }
        fn min_by_key<B, F>(self, f: F) -> Option<Self::Item> where F: FnMut(&Self::Item) -> B { self.last() }
        fn max_by<F>(self, compare: F) -> Option<Self::Item> where F: FnMut(&Self::Item, &Self::Item) -> crate::cmp::Ordering { self.last() }
        fn min_by<F>(self, compare: F) -> Option<Self::Item> where F: FnMut(&Self::Item, &Self::Item) -> crate::cmp::Ordering { self.last() }
    }
    impl<I: Iterator + ?Sized> Iterator for &mut I { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { (**self).next() } }

    pub trait DoubleEndedIterator: Iterator {
        fn next_back(&mut self) -> Option<Self::Item> { self.next() }
        fn rfind<P>(&mut self, predicate: P) -> Option<Self::Item> where P: FnMut(&Self::Item) -> bool { self.find(predicate) }
    }
    pub trait ExactSizeIterator: Iterator { fn len(&self) -> usize { any() } }
    pub trait FromIterator<A> { fn from_iter<T: IntoIterator<Item = A>>(iter: T) -> Self { for x in iter { escape(x); } any() } }
    pub trait Extend<A> { fn extend<T: IntoIterator<Item = A>>(&mut self, iter: T) { for x in iter { escape(x); } } }
    pub trait IntoIterator { type Item; type IntoIter: Iterator<Item = Self::Item>; fn into_iter(self) -> Self::IntoIter; }
    impl<I: Iterator> IntoIterator for I { type Item = I::Item; type IntoIter = I; fn into_iter(self) -> I { self } }

    // `skip`, `rev` and the like give the same items: for a body it makes no difference which of them.
    #[unchecked = "stands for `Skip`, `StepBy`, `Rev`, `Cycle` and `Fuse`"]
    pub struct Same<I> { iter: I }
    impl<I: Iterator> Iterator for Same<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.next() } }
    impl<I: Iterator> DoubleEndedIterator for Same<I> {}
    // These may end before the inner iterator does.
    pub struct Take<I> { iter: I }
    impl<I: Iterator> Iterator for Take<I> {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> { if any() { self.iter.next() } else { read_some(&self.iter); None } }
    }
    pub struct TakeWhile<I, P> { iter: I, predicate: P }
    impl<I: Iterator, P> Iterator for TakeWhile<I, P> where P: FnMut(&I::Item) -> bool {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            let predicate = &mut self.predicate;
            match self.iter.next() { Some(x) => if predicate(&x) { Some(x) } else { None }, None => None }
        }
    }
    pub struct Map<I, F> { iter: I, f: F }
    impl<B, I: Iterator, F> Iterator for Map<I, F> where F: FnMut(I::Item) -> B {
        type Item = B;
        fn next(&mut self) -> Option<B> { let f = &mut self.f; match self.iter.next() { Some(x) => Some(f(x)), None => None } }
    }
    pub struct Filter<I, P> { iter: I, predicate: P }
    impl<I: Iterator, P> Iterator for Filter<I, P> where P: FnMut(&I::Item) -> bool {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> {
            let predicate = &mut self.predicate;
            while let Some(x) = self.iter.next() { if predicate(&x) { return Some(x); } }
            None
        }
    }
    pub struct FilterMap<I, F> { iter: I, f: F }
    impl<B, I: Iterator, F> Iterator for FilterMap<I, F> where F: FnMut(I::Item) -> Option<B> {
        type Item = B;
        fn next(&mut self) -> Option<B> {
            let f = &mut self.f;
            while let Some(x) = self.iter.next() { if let Some(y) = f(x) { return Some(y); } }
            None
        }
    }
    pub struct MapWhile<I, P> { iter: I, predicate: P }
    impl<B, I: Iterator, P> Iterator for MapWhile<I, P> where P: FnMut(I::Item) -> Option<B> {
        type Item = B;
        fn next(&mut self) -> Option<B> { let f = &mut self.predicate; match self.iter.next() { Some(x) => f(x), None => None } }
    }
    pub struct FlatMap<I, U, F> { iter: I, f: F, inner: U }
    impl<I: Iterator, U: IntoIterator, F> Iterator for FlatMap<I, U, F> where F: FnMut(I::Item) -> U {
        type Item = U::Item;
        fn next(&mut self) -> Option<U::Item> {
            let f = &mut self.f;
            while let Some(x) = self.iter.next() {
                let inner = f(x).into_iter();
                if let Some(y) = inner.next() { return Some(y); }
            }
            None
        }
    }
    pub struct Flatten<I> { iter: I }
    impl<I: Iterator> Iterator for Flatten<I> where I::Item: IntoIterator {
        type Item = <I::Item as IntoIterator>::Item;
        fn next(&mut self) -> Option<Self::Item> {
            while let Some(x) = self.iter.next() { if any() { return x.into_iter().next(); } }
            None
        }
    }
    pub struct Inspect<I, F> { iter: I, f: F }
    impl<I: Iterator, F> Iterator for Inspect<I, F> where F: FnMut(&I::Item) {
        type Item = I::Item;
        fn next(&mut self) -> Option<I::Item> { let f = &mut self.f; match self.iter.next() { Some(x) => { f(&x); Some(x) } None => None } }
    }
    pub struct Scan<I, St, F> { iter: I, state: St, f: F }
    impl<B, I: Iterator, St, F> Iterator for Scan<I, St, F> where F: FnMut(&mut St, I::Item) -> Option<B> {
        type Item = B;
        fn next(&mut self) -> Option<B> { let f = &mut self.f; match self.iter.next() { Some(x) => f(&mut self.state, x), None => None } }
    }
    pub struct Peekable<I> { iter: I }
    impl<I: Iterator> Peekable<I> {
        pub fn peek(&mut self) -> Option<&I::Item> { any() }
        pub fn peek_mut(&mut self) -> Option<&mut I::Item> { any() }
        pub fn next_if(&mut self, func: impl FnOnce(&I::Item) -> bool) -> Option<I::Item> { if any() { self.iter.next() } else { None } }
    }
    impl<I: Iterator> Iterator for Peekable<I> { type Item = I::Item; fn next(&mut self) -> Option<I::Item> { self.iter.next() } }
    pub struct Enumerate<I> { iter: I }
    impl<I: Iterator> Iterator for Enumerate<I> {
        type Item = (usize, I::Item);
        fn next(&mut self) -> Option<(usize, I::Item)> { match self.iter.next() { Some(x) => Some((any(), x)), None => None } }
    }
    pub struct Zip<A, B> { a: A, b: B }
    impl<A: Iterator, B: Iterator> Iterator for Zip<A, B> {
        type Item = (A::Item, B::Item);
        fn next(&mut self) -> Option<(A::Item, B::Item)> {
            match (self.a.next(), self.b.next()) { (Some(x), Some(y)) => Some((x, y)), _ => None }
        }
    }
    pub struct Chain<A, B> { a: A, b: B }
    impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Chain<A, B> {
        type Item = A::Item;
        fn next(&mut self) -> Option<A::Item> { match self.a.next() { Some(x) => Some(x), None => self.b.next() } }
    }
    pub struct Cloned<I> { iter: I }
    impl<'a, T: 'a, I: Iterator<Item = &'a T>> Iterator for Cloned<I> {
        type Item = T;
        fn next(&mut self) -> Option<T> { match self.iter.next() { Some(x) => Some(x.clone()), None => None } }
    }

    pub struct Once<T> { value: Option<T> }
    impl<T> Iterator for Once<T> { type Item = T; fn next(&mut self) -> Option<T> { self.value.take() } }
    pub struct Repeat<T> { value: T }
    impl<T: Clone> Iterator for Repeat<T> { type Item = T; fn next(&mut self) -> Option<T> { Some(self.value.clone()) } }
    pub struct FromFn<F> { f: F }
    impl<T, F> Iterator for FromFn<F> where F: FnMut() -> Option<T> {
        type Item = T;
        fn next(&mut self) -> Option<T> { let f = &mut self.f; f() }
    }
    pub struct Empty<T>;
    impl<T> Iterator for Empty<T> { type Item = T; fn next(&mut self) -> Option<T> { None } }
    pub struct Successors<T, F> { next: Option<T>, succ: F }
    impl<T, F> Iterator for Successors<T, F> where F: FnMut(&T) -> Option<T> { type Item = T; }
    pub fn once<T>(value: T) -> Once<T> { Once { value: Some(value) } }
    pub fn repeat<T: Clone>(elt: T) -> Repeat<T> { Repeat { value: elt } }
    pub fn repeat_with<A, F>(repeater: F) -> impl Iterator<Item = A> where F: FnMut() -> A { from_fn(|| Some(repeater())) }
    pub fn from_fn<T, F>(f: F) -> FromFn<F> where F: FnMut() -> Option<T> { FromFn { f } }
    pub fn empty<T>() -> Empty<T> { any() }
    pub fn successors<T, F>(first: Option<T>, succ: F) -> Successors<T, F> where F: FnMut(&T) -> Option<T> { Successors { next: first, succ } }
    pub fn zip<A: IntoIterator, B: IntoIterator>(a: A, b: B) -> Zip<A::IntoIter, B::IntoIter> { Zip { a: a.into_iter(), b: b.into_iter() } }
}

// ---------------------------------------------------------------------------------------------- collections

pub mod slice {
    use crate::vec::{look, next_of};

    #[items]
    pub struct Iter<'a, T> { item: Option<&'a T> }
    impl<'a, T> Iterator for Iter<'a, T> { type Item = &'a T; fn next(&mut self) -> Option<&'a T> { next_of(&mut self.item) } }
    impl<'a, T> crate::iter::DoubleEndedIterator for Iter<'a, T> {}
    #[items]
    pub struct IterMut<'a, T> { item: Option<&'a mut T> }
    impl<'a, T> Iterator for IterMut<'a, T> { type Item = &'a mut T; fn next(&mut self) -> Option<&'a mut T> { next_of(&mut self.item) } }
    pub struct Chunks<'a, T>;
    impl<'a, T> Iterator for Chunks<'a, T> { type Item = &'a [T]; }

    impl<T> [T] {
        pub const fn len(&self) -> usize { any() }
        pub const fn is_empty(&self) -> bool { any() }
        pub fn iter(&self) -> Iter<'_, T> { Iter { item: look(&self.item) } }
        pub fn iter_mut(&mut self) -> IterMut<'_, T> { IterMut { item: look(&self.item) } }
        pub fn get(&self, index: usize) -> Option<&T> { if any() { look(&self.item) } else { any() } }
        pub fn get_mut(&mut self, index: usize) -> Option<&mut T> { if any() { look(&self.item) } else { any() } }
        pub const fn first(&self) -> Option<&T> { if any() { look(&self.item) } else { any() } }
        pub const fn last(&self) -> Option<&T> { if any() { look(&self.item) } else { any() } }
        pub const fn first_mut(&mut self) -> Option<&mut T> { if any() { look(&self.item) } else { any() } }
        pub const fn last_mut(&mut self) -> Option<&mut T> { if any() { look(&self.item) } else { any() } }
        pub fn contains(&self, x: &T) -> bool { any() }
        pub fn chunks(&self, chunk_size: usize) -> Chunks<'_, T> { any() }
        pub fn windows(&self, size: usize) -> Chunks<'_, T> { any() }
        pub fn to_vec(&self) -> Vec<T> { any() }
        pub fn into_vec(self: Box<Self>) -> Vec<T> { Vec { item: self.pointer.item } }
    }
    impl<'a, T> IntoIterator for &'a [T] { type Item = &'a T; type IntoIter = Iter<'a, T>; fn into_iter(self) -> Iter<'a, T> { Iter { item: look(&self.item) } } }
    impl<'a, T> IntoIterator for &'a mut [T] { type Item = &'a mut T; type IntoIter = IterMut<'a, T>; fn into_iter(self) -> IterMut<'a, T> { IterMut { item: look(&self.item) } } }
}

pub mod array {
    use crate::vec::look;

    impl<T, const N: usize> IntoIterator for [T; N] {
        type Item = T;
        type IntoIter = crate::vec::IntoIter<T>;
        fn into_iter(self) -> crate::vec::IntoIter<T> { crate::vec::IntoIter { item: self.item } }
    }
    impl<'a, T, const N: usize> IntoIterator for &'a [T; N] {
        type Item = &'a T;
        type IntoIter = crate::slice::Iter<'a, T>;
        fn into_iter(self) -> crate::slice::Iter<'a, T> { crate::slice::Iter { item: look(&self.item) } }
    }
    impl<T, const N: usize> [T; N] {
        pub fn map<F, U>(self, f: F) -> [U; N] where F: FnMut(T) -> U { crate::vec::Vec { item: crate::option::Option::map(self.item, f) } }
    }
}

pub mod vec {
    #[items]
    pub struct Vec<T> { item: Option<T> }

    // One element is followed: the first that a path chooses. The others are skipped.
    #[unchecked = "the stub's own"]
    pub fn keep<T>(item: &mut Option<T>, new: T) {
        if item.is_none() { if any() { *item = Some(new); } else { skip(new); } } else { skip(new); }
    }
    // Any number of others, the followed one, any number of others.
    #[unchecked = "the stub's own"]
    pub fn next_of<T>(item: &mut Option<T>) -> Option<T> {
        if any() { return Some(any()); }
        item.take()
    }
    // An element, whichever.
    #[unchecked = "the stub's own"]
    pub fn one_of<T>(item: &mut Option<T>) -> T {
        if any() { return any(); }
        match item.take() { Some(x) => x, None => any() }
    }
    #[unchecked = "the stub's own"]
    pub fn look<T>(item: &Option<T>) -> Option<&T> { item.as_ref() }

    impl<T> Vec<T> {
        pub const fn new() -> Vec<T> { Vec { item: None } }
        pub fn with_capacity(capacity: usize) -> Vec<T> { Vec { item: None } }
        pub fn push(&mut self, value: T) { keep(&mut self.item, value) }
        pub fn insert(&mut self, index: usize, element: T) { keep(&mut self.item, element) }
        pub fn append(&mut self, other: &mut Vec<T>) { match other.item.take() { Some(x) => keep(&mut self.item, x), None => {} } }
        pub fn extend_from_slice(&mut self, other: &[T]) {}
        pub fn pop(&mut self) -> Option<T> { next_of(&mut self.item) }
        pub fn remove(&mut self, index: usize) -> T { one_of(&mut self.item) }
        pub fn swap_remove(&mut self, index: usize) -> T { one_of(&mut self.item) }
        pub fn drain<R>(&mut self, range: R) -> IntoIter<T> { IntoIter { item: self.item.take() } }
        pub fn split_off(&mut self, at: usize) -> Vec<T> { if any() { Vec { item: self.item.take() } } else { Vec { item: None } } }
        pub fn retain<F>(&mut self, f: F) where F: FnMut(&T) -> bool {
            let kept = match &self.item { Some(x) => f(x), None => { f(any()); true } };
            if !kept { self.item = None; }
        }
        pub fn clear(&mut self) { self.item = None; }
        pub fn truncate(&mut self, len: usize) { if any() { self.item = None; } }
        pub fn reserve(&mut self, additional: usize) {}
        pub fn resize(&mut self, new_len: usize, value: T) {}
        pub const fn len(&self) -> usize { any() }
        pub const fn is_empty(&self) -> bool { any() }
        pub const fn capacity(&self) -> usize { any() }
        pub const fn as_slice(&self) -> &[T] { self }
        pub const fn as_mut_slice(&mut self) -> &mut [T] { self }
        pub fn into_boxed_slice(self) -> Box<[T]> { Box::new(self) }
    }
    impl<T> crate::ops::Deref for Vec<T> { type Target = [T]; fn deref(&self) -> &[T] { self } }
    impl<T> crate::ops::DerefMut for Vec<T> { fn deref_mut(&mut self) -> &mut [T] { self } }
    impl<T> crate::ops::Index<usize> for Vec<T> { type Output = T; }
    impl<T> crate::ops::IndexMut<usize> for Vec<T> {}
    impl<T> Default for Vec<T> { fn default() -> Vec<T> { Vec { item: None } } }
    impl<T: Clone> Clone for Vec<T> {}
    impl<T> AsRef<[T]> for Vec<T> { fn as_ref(&self) -> &[T] { self } }
    impl<T> crate::iter::FromIterator<T> for Vec<T> {
        fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Vec<T> {
            let mut all = Vec { item: None };
            for x in iter { keep(&mut all.item, x); }
            all
        }
    }
    impl<T> crate::iter::Extend<T> for Vec<T> {
        fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) { for x in iter { keep(&mut self.item, x); } }
    }
    impl crate::io::Write for Vec<u8> {}
    impl<T> IntoIterator for Vec<T> { type Item = T; type IntoIter = IntoIter<T>; fn into_iter(self) -> IntoIter<T> { IntoIter { item: self.item } } }
    impl<'a, T> IntoIterator for &'a Vec<T> {
        type Item = &'a T;
        type IntoIter = crate::slice::Iter<'a, T>;
        fn into_iter(self) -> crate::slice::Iter<'a, T> { crate::slice::Iter { item: look(&self.item) } }
    }
    impl<'a, T> IntoIterator for &'a mut Vec<T> {
        type Item = &'a mut T;
        type IntoIter = crate::slice::IterMut<'a, T>;
        fn into_iter(self) -> crate::slice::IterMut<'a, T> { crate::slice::IterMut { item: look(&self.item) } }
    }
    #[items]
    pub struct IntoIter<T> { item: Option<T> }
    impl<T> Iterator for IntoIter<T> { type Item = T; fn next(&mut self) -> Option<T> { next_of(&mut self.item) } }
    impl<T> crate::iter::DoubleEndedIterator for IntoIter<T> { fn next_back(&mut self) -> Option<T> { next_of(&mut self.item) } }
    pub type Drain<'a, T> = IntoIter<T>;
}

pub mod collections {
    pub use hash_map::HashMap;
    pub use btree_map::BTreeMap;
    pub use hash_set::HashSet;
    pub use btree_set::BTreeSet;
    pub use vec_deque::VecDeque;
    pub use binary_heap::BinaryHeap;

    pub mod hash_map {
        pub struct HashMap<K, V, S = crate::hash::RandomState>;
        impl<K, V, S> HashMap<K, V, S> {
            pub fn new() -> HashMap<K, V> { any() }
            pub fn with_capacity(capacity: usize) -> HashMap<K, V> { any() }
            pub fn insert(&mut self, k: K, v: V) -> Option<V> { escape(k); escape(v); any() }
            pub fn get<Q: ?Sized>(&self, k: &Q) -> Option<&V> { any() }
            pub fn get_mut<Q: ?Sized>(&mut self, k: &Q) -> Option<&mut V> { any() }
            pub fn get_key_value<Q: ?Sized>(&self, k: &Q) -> Option<(&K, &V)> { any() }
            pub fn remove<Q: ?Sized>(&mut self, k: &Q) -> Option<V> { any() }
            pub fn remove_entry<Q: ?Sized>(&mut self, k: &Q) -> Option<(K, V)> { any() }
            pub fn contains_key<Q: ?Sized>(&self, k: &Q) -> bool { any() }
            pub fn entry(&mut self, key: K) -> Entry<'_, K, V> { escape(key); any() }
            pub fn iter(&self) -> Iter<'_, K, V> { any() }
            pub fn iter_mut(&mut self) -> IterMut<'_, K, V> { any() }
            pub fn keys(&self) -> Keys<'_, K, V> { any() }
            pub fn values(&self) -> Values<'_, K, V> { any() }
            pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> { any() }
            pub fn into_keys(self) -> crate::vec::IntoIter<K> { any() }
            pub fn into_values(self) -> crate::vec::IntoIter<V> { any() }
            pub fn drain(&mut self) -> IntoIter<K, V> { any() }
            pub fn retain<F>(&mut self, f: F) where F: FnMut(&K, &mut V) -> bool { f(any(), any()); }
            pub fn len(&self) -> usize { any() }
            pub fn is_empty(&self) -> bool { any() }
            pub fn clear(&mut self) {}
        }
        impl<K, V, S> Default for HashMap<K, V, S> {}
        impl<K: Clone, V: Clone, S> Clone for HashMap<K, V, S> {}
        impl<K, V, S> crate::iter::FromIterator<(K, V)> for HashMap<K, V, S> {}
        impl<K, V, S> crate::iter::Extend<(K, V)> for HashMap<K, V, S> {}
        impl<K, V, S, Q: ?Sized> crate::ops::Index<&Q> for HashMap<K, V, S> { type Output = V; }
        impl<K, V, S> IntoIterator for HashMap<K, V, S> {
            type Item = (K, V);
            type IntoIter = IntoIter<K, V>;
            fn into_iter(self) -> IntoIter<K, V> { any() }
        }
        impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> {
            type Item = (&'a K, &'a V);
            type IntoIter = Iter<'a, K, V>;
            fn into_iter(self) -> Iter<'a, K, V> { any() }
        }
        impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
            type Item = (&'a K, &'a mut V);
            type IntoIter = IterMut<'a, K, V>;
            fn into_iter(self) -> IterMut<'a, K, V> { any() }
        }
        pub struct IntoIter<K, V>;
        impl<K, V> Iterator for IntoIter<K, V> { type Item = (K, V); }
        pub struct Iter<'a, K, V>;
        impl<'a, K, V> Iterator for Iter<'a, K, V> { type Item = (&'a K, &'a V); }
        pub struct IterMut<'a, K, V>;
        impl<'a, K, V> Iterator for IterMut<'a, K, V> { type Item = (&'a K, &'a mut V); }
        pub struct Keys<'a, K, V>;
        impl<'a, K, V> Iterator for Keys<'a, K, V> { type Item = &'a K; }
        pub struct Values<'a, K, V>;
        impl<'a, K, V> Iterator for Values<'a, K, V> { type Item = &'a V; }
        pub struct ValuesMut<'a, K, V>;
        impl<'a, K, V> Iterator for ValuesMut<'a, K, V> { type Item = &'a mut V; }

        pub enum Entry<'a, K, V> { Occupied(OccupiedEntry<'a, K, V>), Vacant(VacantEntry<'a, K, V>) }
        impl<'a, K, V> Entry<'a, K, V> {
            pub fn or_insert(self, default: V) -> &'a mut V { escape(default); any() }
            pub fn or_insert_with<F>(self, default: F) -> &'a mut V where F: FnOnce() -> V { escape(default()); any() }
            pub fn or_default(self) -> &'a mut V { any() }
            pub fn and_modify<F>(self, f: F) -> Self where F: FnOnce(&mut V) { f(any()); self }
            pub fn key(&self) -> &K { any() }
        }
        pub struct OccupiedEntry<'a, K, V>;
        impl<'a, K, V> OccupiedEntry<'a, K, V> {
            pub fn get(&self) -> &V { any() }
            pub fn get_mut(&mut self) -> &mut V { any() }
            pub fn into_mut(self) -> &'a mut V { any() }
            pub fn insert(&mut self, value: V) -> V { escape(value); any() }
            pub fn remove(self) -> V { any() }
        }
        pub struct VacantEntry<'a, K, V>;
        impl<'a, K, V> VacantEntry<'a, K, V> { pub fn insert(self, value: V) -> &'a mut V { escape(value); any() } }
        pub use crate::hash::RandomState;
    }

    pub mod btree_map {
        pub struct BTreeMap<K, V>;
        impl<K, V> BTreeMap<K, V> {
            pub const fn new() -> BTreeMap<K, V> { any() }
            pub fn insert(&mut self, key: K, value: V) -> Option<V> { escape(key); escape(value); any() }
            pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V> { any() }
            pub fn get_mut<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V> { any() }
            pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> Option<V> { any() }
            pub fn contains_key<Q: ?Sized>(&self, key: &Q) -> bool { any() }
            #[unchecked(output = "an entry like that of a `HashMap`")]
            pub fn entry(&mut self, key: K) -> Entry<'_, K, V> { escape(key); any() }
            pub fn iter(&self) -> Iter<'_, K, V> { any() }
            pub fn iter_mut(&mut self) -> IterMut<'_, K, V> { any() }
            pub fn keys(&self) -> Keys<'_, K, V> { any() }
            pub fn values(&self) -> Values<'_, K, V> { any() }
            pub fn values_mut(&mut self) -> ValuesMut<'_, K, V> { any() }
            pub fn into_keys(self) -> crate::vec::IntoIter<K> { any() }
            pub fn into_values(self) -> crate::vec::IntoIter<V> { any() }
            pub fn pop_first(&mut self) -> Option<(K, V)> { any() }
            pub fn pop_last(&mut self) -> Option<(K, V)> { any() }
            pub const fn len(&self) -> usize { any() }
            pub const fn is_empty(&self) -> bool { any() }
            pub fn clear(&mut self) {}
        }
        impl<K, V> Default for BTreeMap<K, V> {}
        impl<K: Clone, V: Clone> Clone for BTreeMap<K, V> {}
        impl<K, V> crate::iter::FromIterator<(K, V)> for BTreeMap<K, V> {}
        impl<K, V> crate::iter::Extend<(K, V)> for BTreeMap<K, V> {}
        impl<K, V, Q: ?Sized> crate::ops::Index<&Q> for BTreeMap<K, V> { type Output = V; }
        impl<K, V> IntoIterator for BTreeMap<K, V> {
            type Item = (K, V);
            type IntoIter = IntoIter<K, V>;
            fn into_iter(self) -> IntoIter<K, V> { any() }
        }
        impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> {
            type Item = (&'a K, &'a V);
            type IntoIter = Iter<'a, K, V>;
            fn into_iter(self) -> Iter<'a, K, V> { any() }
        }
        impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> {
            type Item = (&'a K, &'a mut V);
            type IntoIter = IterMut<'a, K, V>;
            fn into_iter(self) -> IterMut<'a, K, V> { any() }
        }
        pub use super::hash_map::{Entry, IntoIter, Iter, IterMut, Keys, OccupiedEntry, VacantEntry, Values, ValuesMut};
    }

    pub mod hash_set {
        pub struct HashSet<T, S = crate::hash::RandomState>;
        impl<T, S> HashSet<T, S> {
            pub fn new() -> HashSet<T> { any() }
            pub fn with_capacity(capacity: usize) -> HashSet<T> { any() }
            pub fn insert(&mut self, value: T) -> bool { escape(value); any() }
            pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool { any() }
            pub fn get<Q: ?Sized>(&self, value: &Q) -> Option<&T> { any() }
            pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool { any() }
            pub fn take<Q: ?Sized>(&mut self, value: &Q) -> Option<T> { any() }
            pub fn iter(&self) -> crate::slice::Iter<'_, T> { any() }
            pub fn drain(&mut self) -> crate::vec::IntoIter<T> { any() }
            pub fn len(&self) -> usize { any() }
            pub fn is_empty(&self) -> bool { any() }
            pub fn clear(&mut self) {}
        }
        impl<T, S> Default for HashSet<T, S> {}
        impl<T: Clone, S> Clone for HashSet<T, S> {}
        impl<T, S> crate::iter::FromIterator<T> for HashSet<T, S> {}
        impl<T, S> crate::iter::Extend<T> for HashSet<T, S> {}
        impl<T, S> IntoIterator for HashSet<T, S> {
            type Item = T;
            type IntoIter = crate::vec::IntoIter<T>;
            fn into_iter(self) -> crate::vec::IntoIter<T> { any() }
        }
        impl<'a, T, S> IntoIterator for &'a HashSet<T, S> {
            type Item = &'a T;
            type IntoIter = crate::slice::Iter<'a, T>;
            fn into_iter(self) -> crate::slice::Iter<'a, T> { any() }
        }
    }

    pub mod btree_set {
        pub struct BTreeSet<T>;
        impl<T> BTreeSet<T> {
            pub const fn new() -> BTreeSet<T> { any() }
            pub fn insert(&mut self, value: T) -> bool { escape(value); any() }
            pub fn contains<Q: ?Sized>(&self, value: &Q) -> bool { any() }
            pub fn remove<Q: ?Sized>(&mut self, value: &Q) -> bool { any() }
            pub fn iter(&self) -> crate::slice::Iter<'_, T> { any() }
            pub const fn len(&self) -> usize { any() }
            pub const fn is_empty(&self) -> bool { any() }
        }
        impl<T> Default for BTreeSet<T> {}
        impl<T> crate::iter::FromIterator<T> for BTreeSet<T> {}
        impl<T> crate::iter::Extend<T> for BTreeSet<T> {}
        impl<T> IntoIterator for BTreeSet<T> {
            type Item = T;
            type IntoIter = crate::vec::IntoIter<T>;
            fn into_iter(self) -> crate::vec::IntoIter<T> { any() }
        }
        impl<'a, T> IntoIterator for &'a BTreeSet<T> {
            type Item = &'a T;
            type IntoIter = crate::slice::Iter<'a, T>;
            fn into_iter(self) -> crate::slice::Iter<'a, T> { any() }
        }
    }

    pub mod vec_deque {
        use crate::vec::{keep, look, next_of};

        #[items]
        pub struct VecDeque<T> { item: Option<T> }
        impl<T> VecDeque<T> {
            pub const fn new() -> VecDeque<T> { VecDeque { item: None } }
            pub fn with_capacity(capacity: usize) -> VecDeque<T> { VecDeque { item: None } }
            pub fn push_back(&mut self, value: T) { keep(&mut self.item, value) }
            pub fn push_front(&mut self, value: T) { keep(&mut self.item, value) }
            pub fn pop_back(&mut self) -> Option<T> { next_of(&mut self.item) }
            pub fn pop_front(&mut self) -> Option<T> { next_of(&mut self.item) }
            pub fn front(&self) -> Option<&T> { if any() { look(&self.item) } else { any() } }
            pub fn back(&self) -> Option<&T> { if any() { look(&self.item) } else { any() } }
            pub fn get(&self, index: usize) -> Option<&T> { if any() { look(&self.item) } else { any() } }
            pub fn iter(&self) -> crate::slice::Iter<'_, T> { crate::slice::Iter { item: look(&self.item) } }
            pub fn iter_mut(&mut self) -> crate::slice::IterMut<'_, T> { crate::slice::IterMut { item: look(&self.item) } }
            pub fn drain<R>(&mut self, range: R) -> crate::vec::IntoIter<T> { crate::vec::IntoIter { item: self.item.take() } }
            pub fn len(&self) -> usize { any() }
            pub fn is_empty(&self) -> bool { any() }
            pub fn clear(&mut self) { self.item = None; }
        }
        impl<T> Default for VecDeque<T> { fn default() -> VecDeque<T> { VecDeque { item: None } } }
        impl<T> From<Vec<T>> for VecDeque<T> { fn from(other: Vec<T>) -> VecDeque<T> { VecDeque { item: other.item } } }
        impl<T> crate::iter::FromIterator<T> for VecDeque<T> {
            fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> VecDeque<T> {
                let mut all = VecDeque { item: None };
                for x in iter { keep(&mut all.item, x); }
                all
            }
        }
        impl<T> crate::iter::Extend<T> for VecDeque<T> {
            fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I) { for x in iter { keep(&mut self.item, x); } }
        }
        impl<T> IntoIterator for VecDeque<T> {
            type Item = T;
            type IntoIter = crate::vec::IntoIter<T>;
            fn into_iter(self) -> crate::vec::IntoIter<T> { crate::vec::IntoIter { item: self.item } }
        }
        impl<'a, T> IntoIterator for &'a VecDeque<T> {
            type Item = &'a T;
            type IntoIter = crate::slice::Iter<'a, T>;
            fn into_iter(self) -> crate::slice::Iter<'a, T> { crate::slice::Iter { item: look(&self.item) } }
        }
    }

    pub mod binary_heap {
        pub struct BinaryHeap<T>;
        impl<T> BinaryHeap<T> {
            pub const fn new() -> BinaryHeap<T> { any() }
            pub fn push(&mut self, item: T) { escape(item) }
            pub fn pop(&mut self) -> Option<T> { any() }
            pub fn peek(&self) -> Option<&T> { any() }
            pub fn len(&self) -> usize { any() }
            pub fn is_empty(&self) -> bool { any() }
            pub fn into_sorted_vec(self) -> Vec<T> { any() }
        }
    }
}

pub mod string {
    pub struct String;
    impl String {
        pub const fn new() -> String { String }
        pub fn with_capacity(capacity: usize) -> String { String }
        pub fn from_utf8(vec: Vec<u8>) -> Result<String, FromUtf8Error> { any() }
        pub fn from_utf8_lossy(v: &[u8]) -> crate::borrow::Cow<'_, str> { any() }
        pub fn push(&mut self, ch: char) {}
        pub fn push_str(&mut self, string: &str) {}
        pub fn pop(&mut self) -> Option<char> { any() }
        pub fn clear(&mut self) {}
        pub fn truncate(&mut self, new_len: usize) {}
        pub const fn as_str(&self) -> &str { any() }
        pub const fn as_bytes(&self) -> &[u8] { any() }
        pub fn into_bytes(self) -> Vec<u8> { any() }
        pub fn into_boxed_str(self) -> Box<str> { any() }
        pub const fn len(&self) -> usize { any() }
        pub const fn is_empty(&self) -> bool { any() }
    }
    impl crate::ops::Deref for String { type Target = str; fn deref(&self) -> &str { any() } }
    impl crate::ops::DerefMut for String { fn deref_mut(&mut self) -> &mut str { any() } }
    impl Default for String {}
    impl Clone for String { fn clone(&self) -> String { String } }
    impl From<&str> for String { fn from(s: &str) -> String { String } }
    impl From<char> for String { fn from(c: char) -> String { String } }
    impl From<&String> for String { fn from(s: &String) -> String { String } }
    impl AsRef<str> for String { fn as_ref(&self) -> &str { any() } }
    impl AsRef<[u8]> for String { fn as_ref(&self) -> &[u8] { any() } }
    impl<A> crate::iter::FromIterator<A> for String {}
    impl<A> crate::iter::Extend<A> for String {}
    impl crate::fmt::Write for String {}
    pub struct FromUtf8Error;
    pub trait ToString { fn to_string(&self) -> String; }
    impl<T: crate::fmt::Display + ?Sized> ToString for T { fn to_string(&self) -> String { String } }
}

pub mod str {
    pub trait FromStr { type Err; fn from_str(s: &str) -> Result<Self, Self::Err>; }
    pub fn from_utf8(v: &[u8]) -> Result<&str, Utf8Error> { any() }
    pub struct Utf8Error;

    // Only what leads to other types.
    impl str {
        pub const fn len(&self) -> usize { any() }
        pub const fn is_empty(&self) -> bool { any() }
        pub const fn as_bytes(&self) -> &[u8] { any() }
        pub fn contains<P>(&self, pat: P) -> bool { any() }
        pub fn starts_with<P>(&self, pat: P) -> bool { any() }
        pub fn ends_with<P>(&self, pat: P) -> bool { any() }
        pub fn find<P>(&self, pat: P) -> Option<usize> { any() }
        pub fn parse<F: FromStr>(&self) -> Result<F, F::Err> { any() }
        pub fn trim(&self) -> &str { any() }
        pub fn lines(&self) -> Pieces<'_> { any() }
        pub fn split<P>(&self, pat: P) -> Pieces<'_> { any() }
        pub fn splitn<P>(&self, n: usize, pat: P) -> Pieces<'_> { any() }
        pub fn split_whitespace(&self) -> Pieces<'_> { any() }
        pub fn split_once<P>(&self, delimiter: P) -> Option<(&str, &str)> { any() }
        pub fn strip_prefix<P>(&self, prefix: P) -> Option<&str> { any() }
        pub fn strip_suffix<P>(&self, suffix: P) -> Option<&str> { any() }
        pub fn chars(&self) -> Chars<'_> { any() }
        pub fn replace<P>(&self, from: P, to: &str) -> String { any() }
        pub fn to_lowercase(&self) -> String { any() }
        pub fn to_uppercase(&self) -> String { any() }
        pub fn to_ascii_lowercase(&self) -> String { any() }
        pub fn to_ascii_uppercase(&self) -> String { any() }
        pub fn repeat(&self, n: usize) -> String { any() }
        pub fn eq_ignore_ascii_case(&self, other: &str) -> bool { any() }
    }
    #[unchecked = "stands for `Lines`, `Split` and the like"]
    pub struct Pieces<'a>;
    impl<'a> Iterator for Pieces<'a> { type Item = &'a str; }
    pub struct Chars<'a>;
    impl<'a> Iterator for Chars<'a> { type Item = char; }
}

// ---------------------------------------------------------------------------------------------- io

pub mod io {
    pub type Result<T> = crate::result::Result<T, Error>;
    pub struct Error;
    impl Error {
        pub fn new<E>(kind: ErrorKind, error: E) -> Error { escape(error); Error }
        pub fn other<E>(error: E) -> Error { escape(error); Error }
        pub fn last_os_error() -> Error { Error }
        pub fn kind(&self) -> ErrorKind { any() }
    }
    impl crate::error::Error for Error {}
    impl From<ErrorKind> for Error { fn from(kind: ErrorKind) -> Error { Error } }
    pub enum ErrorKind {
        NotFound, PermissionDenied, ConnectionRefused, ConnectionReset, ConnectionAborted, NotConnected, AddrInUse,
        AddrNotAvailable, BrokenPipe, AlreadyExists, WouldBlock, InvalidInput, InvalidData, TimedOut, WriteZero,
        Interrupted, Unsupported, UnexpectedEof, OutOfMemory, Other,
    }

    // A reader that holds a body reads that body. `Ok(0)` is the end, as the contract of `read` says (an empty buffer
    // gives it too; nobody reads a response into one). `Ok(positive())` stands for all other numbers.
    pub trait Read {
        fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        fn read_vectored(&mut self, bufs: &mut [IoSliceMut<'_>]) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> {
            match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); Ok(any()) } }
        }
        fn read_to_string(&mut self, buf: &mut String) -> Result<usize> {
            match step(self) { Step::Failed(e) => Err(e), _ => { drain(self); any() } } // bad UTF-8 is found after the end
        }
        fn read_exact(&mut self, buf: &mut [u8]) -> Result<()> {
            match step(self) { Step::Failed(e) => Err(e), Step::End => Err(any()), Step::Chunk(_) => { read_some(self); Ok(()) } }
        }
        fn by_ref(&mut self) -> &mut Self { self }
        fn bytes(self) -> Bytes<Self> { Bytes { inner: self } }
        fn chain<R: Read>(self, next: R) -> Chain<Self, R> { Chain { first: self, second: next } }
        fn take(self, limit: u64) -> Take<Self> { Take { inner: self } }
    }
    pub trait BufRead: Read {
        fn fill_buf(&mut self) -> Result<&[u8]> { match step(self) { Step::Failed(e) => Err(e), _ => Ok(any()) } }
        fn consume(&mut self, amt: usize) {}
        fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        fn read_line(&mut self, buf: &mut String) -> Result<usize> {
            match step(self) { Step::Chunk(_) => Ok(positive()), Step::End => Ok(0), Step::Failed(e) => Err(e) }
        }
        fn lines(self) -> Lines<Self> { Lines { buf: self } }
        fn split(self, byte: u8) -> Split<Self> { Split { buf: self } }
    }
    pub trait Write {
        fn write(&mut self, buf: &[u8]) -> Result<usize> { any() }
        fn write_all(&mut self, buf: &[u8]) -> Result<()> { any() }
        fn write_fmt(&mut self, args: crate::fmt::Arguments<'_>) -> Result<()> { any() }
        fn flush(&mut self) -> Result<()> { any() }
        fn by_ref(&mut self) -> &mut Self { self }
    }
    pub trait Seek { fn seek(&mut self, pos: SeekFrom) -> Result<u64> { any() } }
    pub enum SeekFrom { Start(u64), End(i64), Current(i64) }
    impl<R: Read + ?Sized> Read for &mut R {}
    impl<B: BufRead + ?Sized> BufRead for &mut B {}
    impl<W: Write + ?Sized> Write for &mut W {}
    impl Read for &[u8] {}
    impl BufRead for &[u8] {}

    // The end of a `Take` is not the end of the body, so each of its reads is a read of some of it.
    pub struct Take<T> { inner: T }
    impl<T> Take<T> {
        pub fn into_inner(self) -> T { self.inner }
        pub fn get_ref(&self) -> &T { &self.inner }
        pub fn get_mut(&mut self) -> &mut T { &mut self.inner }
        pub fn limit(&self) -> u64 { any() }
        pub fn set_limit(&mut self, limit: u64) {}
    }
    impl<T: Read> Read for Take<T> {
        fn read(&mut self, buf: &mut [u8]) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { read_some(self); Ok(any()) } } }
        fn read_to_end(&mut self, buf: &mut Vec<u8>) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { read_some(self); Ok(any()) } } }
        fn read_to_string(&mut self, buf: &mut String) -> Result<usize> { match step(self) { Step::Failed(e) => Err(e), _ => { read_some(self); any() } } }
    }
    impl<T: BufRead> BufRead for Take<T> {}

    pub struct BufReader<R> { inner: R }
    impl<R> BufReader<R> {
        pub fn new(inner: R) -> BufReader<R> { BufReader { inner } }
        pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> { BufReader { inner } }
        pub fn get_ref(&self) -> &R { &self.inner }
        pub fn get_mut(&mut self) -> &mut R { &mut self.inner }
        pub fn into_inner(self) -> R { self.inner }
        pub fn buffer(&self) -> &[u8] { any() }
    }
    impl<R: Read> Read for BufReader<R> {}
    impl<R: Read> BufRead for BufReader<R> {}
    pub struct BufWriter<W> { inner: W }
    impl<W> BufWriter<W> {
        pub fn new(inner: W) -> BufWriter<W> { BufWriter { inner } }
        pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W> { BufWriter { inner } }
        pub fn get_ref(&self) -> &W { &self.inner }
        pub fn get_mut(&mut self) -> &mut W { &mut self.inner }
    }
    impl<W: Write> Write for BufWriter<W> {}

    pub struct Bytes<R> { inner: R }
    impl<R: Read> Iterator for Bytes<R> {
        type Item = Result<u8>;
        fn next(&mut self) -> Option<Result<u8>> {
            match step(self) { Step::Chunk(b) => Some(Ok(b)), Step::End => None, Step::Failed(e) => Some(Err(e)) }
        }
    }
    pub struct Lines<B> { buf: B }
    impl<B: BufRead> Iterator for Lines<B> {
        type Item = Result<String>;
        fn next(&mut self) -> Option<Result<String>> {
            match step(self) { Step::Chunk(line) => Some(Ok(line)), Step::End => None, Step::Failed(e) => Some(Err(e)) }
        }
    }
    pub struct Split<B> { buf: B }
    impl<B: BufRead> Iterator for Split<B> {
        type Item = Result<Vec<u8>>;
        fn next(&mut self) -> Option<Result<Vec<u8>>> {
            match step(self) { Step::Chunk(part) => Some(Ok(part)), Step::End => None, Step::Failed(e) => Some(Err(e)) }
        }
    }
    pub struct Chain<T, U> { first: T, second: U }
    impl<T: Read, U: Read> Read for Chain<T, U> {}
    pub struct Cursor<T> { inner: T }
    impl<T> Cursor<T> {
        pub const fn new(inner: T) -> Cursor<T> { Cursor { inner } }
        pub fn into_inner(self) -> T { self.inner }
        pub fn get_ref(&self) -> &T { &self.inner }
        pub fn get_mut(&mut self) -> &mut T { &mut self.inner }
        pub fn position(&self) -> u64 { any() }
        pub fn set_position(&mut self, pos: u64) {}
    }
    impl<T> Read for Cursor<T> {}
    impl<T> BufRead for Cursor<T> {}
    impl<T> Write for Cursor<T> {}
    impl<T> Seek for Cursor<T> {}
    pub struct IoSlice<'a>;
    pub struct IoSliceMut<'a>;

    // Stops early if the writer fails; that edge is not reported, as for a failed read.
    pub fn copy<R: Read + ?Sized, W: Write + ?Sized>(reader: &mut R, writer: &mut W) -> Result<u64> {
        match step(reader) { Step::Failed(e) => Err(e), _ => { drain(reader); Ok(any()) } }
    }
    pub fn read_to_string<R: Read>(reader: R) -> Result<String> { drain(reader); any() }
    pub fn sink() -> Sink { Sink }
    pub fn empty() -> Empty { Empty }
    pub fn stdin() -> Stdin { Stdin }
    pub fn stdout() -> Stdout { Stdout }
    pub fn stderr() -> Stderr { Stderr }
    pub struct Sink;
    impl Write for Sink {}
    pub struct Empty;
    impl Read for Empty {}
    impl BufRead for Empty {}
    pub struct Stdin;
    impl Stdin {
        #[unchecked(output = "a lock reads like what it locks")]
        pub fn lock(&self) -> Stdin { Stdin }
        pub fn read_line(&self, buf: &mut String) -> Result<usize> { any() }
        #[unchecked(output = "a lock reads like what it locks")]
        pub fn lines(self) -> Lines<Stdin> { any() }
    }
    impl Read for Stdin {}
    #[unchecked = "that of the lock"]
    impl BufRead for Stdin {}
    pub struct Stdout;
    impl Stdout { #[unchecked(output = "a lock writes like what it locks")] pub fn lock(&self) -> Stdout { Stdout } }
    impl Write for Stdout {}
    pub struct Stderr;
    impl Stderr { #[unchecked(output = "a lock writes like what it locks")] pub fn lock(&self) -> Stderr { Stderr } }
    impl Write for Stderr {}

    pub mod prelude { pub use super::{BufRead, Read, Seek, Write}; }
}

pub mod fs {
    pub struct File;
    impl File {
        pub fn open<P: AsRef<Path>>(path: P) -> io::Result<File> { any() }
        pub fn create<P: AsRef<Path>>(path: P) -> io::Result<File> { any() }
        pub fn create_new<P: AsRef<Path>>(path: P) -> io::Result<File> { any() }
        pub fn options() -> OpenOptions { OpenOptions }
        pub fn sync_all(&self) -> io::Result<()> { any() }
        pub fn set_len(&self, size: u64) -> io::Result<()> { any() }
        pub fn try_clone(&self) -> io::Result<File> { any() }
    }
    impl io::Read for File {}
    impl io::Write for File {}
    impl io::Write for &File {}
    impl io::Seek for File {}
    pub struct OpenOptions;
    impl OpenOptions {
        pub fn new() -> OpenOptions { OpenOptions }
        pub fn read(&mut self, read: bool) -> &mut OpenOptions { self }
        pub fn write(&mut self, write: bool) -> &mut OpenOptions { self }
        pub fn append(&mut self, append: bool) -> &mut OpenOptions { self }
        pub fn truncate(&mut self, truncate: bool) -> &mut OpenOptions { self }
        pub fn create(&mut self, create: bool) -> &mut OpenOptions { self }
        pub fn open<P: AsRef<Path>>(&self, path: P) -> io::Result<File> { any() }
    }
    pub fn read<P: AsRef<Path>>(path: P) -> io::Result<Vec<u8>> { any() }
    pub fn read_to_string<P: AsRef<Path>>(path: P) -> io::Result<String> { any() }
    pub fn write<P: AsRef<Path>, C: AsRef<[u8]>>(path: P, contents: C) -> io::Result<()> { any() }
    pub fn create_dir_all<P: AsRef<Path>>(path: P) -> io::Result<()> { any() }
    pub fn remove_file<P: AsRef<Path>>(path: P) -> io::Result<()> { any() }
    pub fn rename<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> io::Result<()> { any() }

    use crate::io;
    use crate::path::Path;
}

pub mod path {
    pub struct Path;
    impl Path {
        pub fn new<S: ?Sized>(s: &S) -> &Path { any() }
        pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf { any() }
        pub fn to_path_buf(&self) -> PathBuf { any() }
        pub fn exists(&self) -> bool { any() }
    }
    pub struct PathBuf;
    impl PathBuf { pub fn new() -> PathBuf { PathBuf } }
    impl crate::ops::Deref for PathBuf { type Target = Path; fn deref(&self) -> &Path { any() } }
    impl Clone for PathBuf {}
    impl<T: ?Sized> From<&T> for PathBuf { fn from(s: &T) -> PathBuf { PathBuf } }
}

pub mod any { pub trait Any {} }
pub mod ffi { pub struct OsString; }
pub mod num {
    pub struct NonZero<T> { value: T }
    impl<T> NonZero<T> { pub const fn get(self) -> T { self.value } }
}

pub mod env {
    pub fn var<K>(key: K) -> Result<String, VarError> { any() }
    pub fn args() -> Args { Args }
    pub enum VarError { NotPresent, NotUnicode(crate::ffi::OsString) }
    pub struct Args;
    impl Iterator for Args { type Item = String; }
}

pub mod time {
    pub struct Duration;
    impl Duration {
        pub const ZERO: Duration = Duration;
        pub const MAX: Duration = Duration;
        pub const fn new(secs: u64, nanos: u32) -> Duration { Duration }
        pub const fn from_secs(secs: u64) -> Duration { Duration }
        pub const fn from_millis(millis: u64) -> Duration { Duration }
        pub const fn from_micros(micros: u64) -> Duration { Duration }
        pub const fn from_nanos(nanos: u64) -> Duration { Duration }
        pub fn from_secs_f64(secs: f64) -> Duration { Duration }
        pub const fn as_secs(&self) -> u64 { any() }
        pub const fn as_millis(&self) -> u128 { any() }
        pub fn as_secs_f64(&self) -> f64 { any() }
        pub fn mul_f64(self, rhs: f64) -> Duration { Duration }
        pub const fn saturating_sub(self, rhs: Duration) -> Duration { Duration }
        pub const fn saturating_mul(self, rhs: u32) -> Duration { Duration }
        pub const fn checked_sub(self, rhs: Duration) -> Option<Duration> { any() }
    }
    pub struct Instant;
    impl Instant {
        pub fn now() -> Instant { Instant }
        pub fn elapsed(&self) -> Duration { Duration }
        pub fn duration_since(&self, earlier: Instant) -> Duration { Duration }
    }
    pub struct SystemTime;
    impl SystemTime {
        pub const UNIX_EPOCH: SystemTime = SystemTime;
        pub fn now() -> SystemTime { SystemTime }
        pub fn elapsed(&self) -> Result<Duration, SystemTimeError> { any() }
        pub fn duration_since(&self, earlier: SystemTime) -> Result<Duration, SystemTimeError> { any() }
    }
    pub struct SystemTimeError;
    pub const UNIX_EPOCH: SystemTime = SystemTime;
}

pub mod net {
    pub enum IpAddr { V4(Ipv4Addr), V6(Ipv6Addr) }
    pub struct Ipv4Addr;
    pub struct Ipv6Addr;
    pub enum SocketAddr { V4(SocketAddrV4), V6(SocketAddrV6) }
    impl SocketAddr {
        pub const fn new(ip: IpAddr, port: u16) -> SocketAddr { any() }
        pub const fn ip(&self) -> IpAddr { any() }
        pub const fn port(&self) -> u16 { any() }
    }
    pub struct SocketAddrV4;
    pub struct SocketAddrV6;
    pub trait ToSocketAddrs {}
    pub struct TcpListener;
    impl TcpListener {
        pub fn bind<A: ToSocketAddrs>(addr: A) -> crate::io::Result<TcpListener> { any() }
        pub fn accept(&self) -> crate::io::Result<(TcpStream, SocketAddr)> { any() }
        pub fn local_addr(&self) -> crate::io::Result<SocketAddr> { any() }
    }
    pub struct TcpStream;
    impl TcpStream {
        pub fn connect<A: ToSocketAddrs>(addr: A) -> crate::io::Result<TcpStream> { any() }
        pub fn try_clone(&self) -> crate::io::Result<TcpStream> { any() }
    }
    impl crate::io::Read for TcpStream {}
    impl crate::io::Write for TcpStream {}
}
