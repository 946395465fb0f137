//! A list that nearly always holds one thing.

use std::ops::Deref;

/// A list whose only item lies in it and takes no memory of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few<T>(Items<T>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Items<T> {
    One(T),
    /// None, or several.
    Many(Vec<T>),
}

impl<T> Few<T> {
    pub fn push(&mut self, item: T) {
        match &mut self.0 {
            Items::Many(all) if !all.is_empty() => all.push(item),
            items => {
                *items = match std::mem::replace(items, Items::Many(Vec::new())) {
                    Items::One(first) => {
                        let mut all = Vec::with_capacity(4);
                        all.extend([first, item]);
                        Items::Many(all)
                    }
                    Items::Many(_) => Items::One(item),
                }
            }
        }
    }
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self(Items::Many(Vec::new()))
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match &self.0 {
            Items::One(item) => std::slice::from_ref(item),
            Items::Many(all) => all,
        }
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        let mut all = Self::default();
        items.into_iter().for_each(|it| all.push(it));
        all
    }
}

impl<T> From<T> for Few<T> {
    fn from(item: T) -> Self {
        Self(Items::One(item))
    }
}

impl<'f, T> IntoIterator for &'f Few<T> {
    type Item = &'f T;
    type IntoIter = std::slice::Iter<'f, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn none_one_several() {
        for count in 0..4 {
            let all: Vec<usize> = (0..count).collect();
            let few: Few<usize> = all.iter().copied().collect();
            assert_eq!(*few, all);
        }
        assert_eq!(Few::from(7), [7].into_iter().collect());
    }

    #[test]
    fn one_lies_where_a_list_would() {
        assert_eq!(size_of::<Few<Span>>(), size_of::<Vec<Span>>());
    }
}
