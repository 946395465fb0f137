//! One item of the browser's storage, safe from a second tab.

use std::cell::RefCell;

use web_sys::Storage;

/// Bytes a slot takes; browsers allow about five million characters for a whole site.
const MAX_LENGTH: usize = 2_000_000;

/// A named item. Every write bears a stamp; a stamp that is not this tab's
/// own last one shows that another tab wrote since.
#[derive(Debug)]
pub struct Slot {
    key: &'static str,
    last_seen: RefCell<Option<String>>,
}

/// Why something was not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The browser keeps nothing for this page.
    NoStorage,
    /// There is no more room.
    Full,
    /// Longer than [`MAX_LENGTH`].
    TooLong,
    /// Another tab has written since; its words are still there.
    Elsewhere,
}

impl Slot {
    pub fn new(key: &'static str) -> Self {
        Self { key, last_seen: RefCell::default() }
    }

    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Returns what is stored, if anything, and takes it as seen.
    pub fn read(&self) -> Option<String> {
        let (stamp, value) = self.stored()?;
        self.last_seen.replace(Some(stamp));
        Some(value)
    }

    /// Whether this is what is stored, and was seen here.
    pub fn holds(&self, value: &str) -> bool {
        self.stored().is_some_and(|(stamp, stored)| Some(stamp) == *self.last_seen.borrow() && stored == value)
    }

    /// Whether somebody else has written since this was read or written.
    pub fn is_elsewhere(&self) -> bool {
        let stored = self.stored().map(|(stamp, _)| stamp);
        stored.is_some() && stored != *self.last_seen.borrow()
    }

    /// # Errors
    ///
    /// See [`Refusal`]. Nothing is changed then.
    pub fn write(&self, value: &str) -> Result<(), Refusal> {
        if self.is_elsewhere() {
            return Err(Refusal::Elsewhere);
        }
        self.overwrite(value)
    }

    /// Writes whatever another tab may have written.
    ///
    /// # Errors
    ///
    /// See [`Refusal`].
    pub fn overwrite(&self, value: &str) -> Result<(), Refusal> {
        if value.len() > MAX_LENGTH {
            return Err(Refusal::TooLong);
        }
        let storage = storage().ok_or(Refusal::NoStorage)?;
        // A stamp need only differ from every other: 52 bits of chance.
        let stamp = format!("{:x}", (js_sys::Math::random() * 2f64.powi(52)) as u64);
        storage.set_item(self.key, &format!("{stamp}\n{value}")).map_err(|_| Refusal::Full)?;
        self.last_seen.replace(Some(stamp));
        Ok(())
    }

    fn stored(&self) -> Option<(String, String)> {
        let item = storage()?.get_item(self.key).ok()??;
        let (stamp, value) = item.split_once('\n')?;
        Some((stamp.to_owned(), value.to_owned()))
    }
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}
