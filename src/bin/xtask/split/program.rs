//! What a program's own bytes tell of it, and which of its functions wait.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use wasm_encoder::reencode::{Error as Odd, Reencode, RoundtripReencoder};
use wasm_encoder::{EntityType, ExportKind};
use wasmparser::{
    ElementItems, ElementKind, ElementSectionReader, ExternalKind, KnownCustom, Name, Operator, Parser, Payload,
    TypeRef,
};

const PATHS: &str = include_str!("later.txt");
const CRATE: &str = "sayso::";

pub(super) type Read<T> = std::result::Result<T, Odd<Infallible>>;

/// What must be known of a program before it is cut. Functions go by their numbers, those of the script first.
#[derive(Default)]
pub(super) struct Program<'b> {
    pub(super) imported: usize,
    /// Each function's kind: what it takes and gives.
    pub(super) kinds: Vec<u32>,
    names: BTreeMap<u32, &'b str>,
    /// Whom each function calls by number.
    pub(super) calls: Vec<BTreeSet<u32>>,
    /// What is called by name.
    exported: BTreeSet<u32>,
    /// What is called by its place in a table.
    pub(super) listed: BTreeMap<u32, Vec<Place>>,
    /// What both parts share: the name for the other part, and what it is.
    pub(super) shared: Vec<(String, ExportKind, EntityType)>,
}

#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) table: u32,
    pub(super) at: i32,
}

impl<'b> Program<'b> {
    pub(super) fn read(bytes: &'b [u8]) -> Read<Self> {
        let mut it = Self::default();
        let mut same = RoundtripReencoder;
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let TypeRef::Func(kind) = import?.ty else { return Err(Odd::UnexpectedNonCoreModuleSection) };
                        it.kinds.push(kind);
                        it.calls.push(BTreeSet::new());
                    }
                    it.imported = it.kinds.len();
                }
                Payload::FunctionSection(kinds) => {
                    for kind in kinds {
                        it.kinds.push(kind?);
                    }
                }
                Payload::TableSection(tables) => {
                    for table in tables {
                        let kind = EntityType::Table(same.table_type(table?.ty)?);
                        it.share("t", ExportKind::Table, kind);
                    }
                }
                Payload::MemorySection(memories) => {
                    for memory in memories {
                        let kind = EntityType::Memory(same.memory_type(memory?)?);
                        it.share("m", ExportKind::Memory, kind);
                    }
                }
                Payload::GlobalSection(globals) => {
                    for global in globals {
                        let kind = EntityType::Global(same.global_type(global?.ty)?);
                        it.share("g", ExportKind::Global, kind);
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        it.exported.extend((export.kind == ExternalKind::Func).then_some(export.index));
                    }
                }
                Payload::ElementSection(lists) => it.list(lists)?,
                Payload::CodeSectionEntry(body) => {
                    let mut called = BTreeSet::new();
                    for operator in body.get_operators_reader()? {
                        match operator? {
                            Operator::Call { function_index } => drop(called.insert(function_index)),
                            // No place in a table that could be filled again.
                            Operator::RefFunc { function_index } => drop(it.exported.insert(function_index)),
                            _ => {}
                        }
                    }
                    it.calls.push(called);
                }
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(names) = section.as_known() else { continue };
                    for part in names {
                        let Name::Function(names) = part? else { continue };
                        for name in names {
                            let name = name?;
                            it.names.insert(name.index, name.name);
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(it)
    }

    fn share(&mut self, letter: &str, kind: ExportKind, entity: EntityType) {
        let number = self.shared.iter().filter(|it| it.1 == kind).count();
        self.shared.push((format!("{letter}{number}"), kind, entity));
    }

    fn list(&mut self, lists: ElementSectionReader<'_>) -> Read<()> {
        for list in lists {
            let list = list?;
            let (ElementKind::Active { table_index, offset_expr }, ElementItems::Functions(functions)) =
                (list.kind, list.items)
            else {
                return Err(Odd::InvalidConstExpr);
            };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                return Err(Odd::InvalidConstExpr);
            };
            for (function, at) in functions.into_iter().zip(value..) {
                let place = Place { table: table_index.unwrap_or(0), at };
                self.listed.entry(function?).or_default().push(place);
            }
        }
        Ok(())
    }

    /// Whether each function waits: by its name, or since only those that wait call it.
    pub(super) fn later(&self) -> Vec<bool> {
        let of_script = |at: u32| (at as usize) < self.imported;
        let all = 0..self.kinds.len() as u32;
        let is_named = |at: u32| self.names.get(&at).is_some_and(|it| waits(it));
        let mut later: Vec<_> =
            all.clone().map(|at| !of_script(at) && !self.exported.contains(&at) && is_named(at)).collect();
        let mut callers = vec![Vec::new(); self.kinds.len()];
        for (caller, called) in self.calls.iter().enumerate() {
            called.iter().filter(|&&it| it as usize != caller).for_each(|&it| callers[it as usize].push(caller));
        }
        let free = |&at: &u32| !of_script(at) && !self.exported.contains(&at) && !self.listed.contains_key(&at);
        let mut open: Vec<_> = all.filter(free).filter(|&at| !callers[at as usize].is_empty()).collect();
        loop {
            let before = open.len();
            open.retain(|&at| {
                later[at as usize] |= callers[at as usize].iter().all(|&it| later[it]);
                !later[at as usize]
            });
            if open.len() == before {
                return later;
            }
        }
    }
}

/// Whether a function is of a path that waits. What was made for one, a drawing or a memo, may be the same
/// for others too, and then the program has it once: it waits only if nobody else calls it.
fn waits(name: &str) -> bool {
    plain(name).strip_prefix(CRATE).is_some_and(waits_at)
}

/// The longest path of the list that a function's begins with says so.
fn waits_at(own: &str) -> bool {
    let paths = PATHS.lines().filter(|it| !it.is_empty() && !it.starts_with('#'));
    let of_it = paths.filter(|it| own.starts_with(it.trim_start_matches('!')));
    of_it.max_by_key(|it| it.trim_start_matches('!').len()).is_some_and(|it| !it.starts_with('!'))
}

/// A name without brackets, and without the marks of the builds: `<app[0f]::A>::b` is `app::A::b`.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0;
    for letter in name.chars() {
        match letter {
            '[' => depth += 1,
            ']' => depth -= 1,
            '<' | '>' | '&' | '(' | ')' => {}
            _ if depth == 0 => plain.push(letter),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_waits_is_told_by_its_path() {
        for name in ["sayso[0f]::app::voices::legend", "<sayso[0f]::app::ledger::Ledger>::rows"] {
            assert!(waits(name), "{name}");
        }
        for name in [
            "sayso[0f]::ling::article::read",
            "<sayso[0f]::app::ledger::Ledger>::expect",
            "<alloc[2b]::vec::Vec<sayso[0f]::app::voices::Voice>>::push",
            "<Map<sayso[0f]::app::voices::legend::{closure#1}, sayso[0f]::app::shell::view::{closure#0}>>::next",
            "memcpy",
        ] {
            assert!(!waits(name), "{name}");
        }
    }

    #[test]
    fn every_path_is_of_the_page() {
        for path in PATHS.lines().filter(|it| !it.is_empty() && !it.starts_with('#')) {
            let path = path.trim_start_matches('!');
            assert!(["app::", "report::", "storage::"].iter().any(|it| path.starts_with(it)), "{path}");
        }
    }
}
