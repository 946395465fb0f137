//! The page's program in two: what the first screen needs, and what waits behind a click.
//!
//! The second part is fetched when the page is up, and shares memory, tables and globals with the first. In the
//! first part, every function that was taken out is one of its script's, which starts the second part and calls it.

mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fs;
use std::path::Path;

use wasm_encoder::reencode::{Error as Odd, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, FunctionSection,
    ImportSection, Module,
};
use wasmparser::{
    CodeSectionReader, ElementSectionReader, ExportSectionReader, FunctionSectionReader, ImportSectionReader, Parser,
};

use self::program::{Program, Read};
use crate::run::{Error, Result, at};
use crate::size;

/// The file that the second part becomes, until it is named for its content.
pub(crate) const FILE: &str = "rest.wasm";

/// As the parts call each other.
const FIRST: &str = "page";
const SECOND: &str = "rest";

const SCRIPT: &str = include_str!("split/script.js");
const IMPORTS: &str = "\"./sayso_bg.js\": import0,";

/// Has the script of the program give it what starts the second part, before the script is made small.
pub(crate) fn prepare(folder: &Path) -> Result {
    let script = folder.join(format!("{}.js", stem(folder)?));
    let code = at(&script, fs::read_to_string(&script))?;
    at(&script, fs::write(&script, prepared(&code)?))
}

fn prepared(code: &str) -> Result<String> {
    if code.matches(IMPORTS).count() != 1 {
        return Err(Error::Check("the page's script names its imports in another way now".to_owned()));
    }
    Ok(format!("{}\n{SCRIPT}", code.replace(IMPORTS, &format!("{IMPORTS} {SECOND}: rest(import0),"))))
}

/// Takes the second part out of the program, and writes it beside it.
pub(crate) fn program(folder: &Path) -> Result {
    let file = folder.join(format!("{}_bg.wasm", stem(folder)?));
    let bytes = at(&file, fs::read(&file))?;
    let (first, second) = split(&bytes).map_err(|odd| Error::Check(format!("the program cannot be split: {odd:?}")))?;
    at(&file, fs::write(&file, first))?;
    let file = folder.join(FILE);
    at(&file, fs::write(&file, second))
}

/// How the names of the page's own files begin.
pub(crate) fn stem(folder: &Path) -> Result<String> {
    let names = size::files(folder)?.into_iter().map(|it| size::name_in(folder, &it));
    let mut stems = names.filter_map(|it| it.strip_prefix("sayso").and(it.strip_suffix("_bg.wasm")).map(str::to_owned));
    stems.next().ok_or_else(|| Error::Check("there is no program of the page".to_owned()))
}

fn split(bytes: &[u8]) -> Read<(Vec<u8>, Vec<u8>)> {
    let program = Program::read(bytes)?;
    let is_later = program.later();
    let cut = Cut::new(&program, &is_later);
    let mut parts = [false, true].map(|is_second| Part { cut: &cut, is_second, map: cut.map(is_second) });
    let write = |part: &mut Part<'_>| {
        let mut module = Module::new();
        part.parse_core_module(&mut module, Parser::new(0), bytes).map(|()| module.finish())
    };
    Ok((write(&mut parts[0])?, write(&mut parts[1])?))
}

/// A program and where it is cut.
struct Cut<'p> {
    program: &'p Program<'p>,
    is_later: &'p [bool],
    /// What the first part has of the second, and the second of the first.
    lent: [Vec<u32>; 2],
    /// What the second part has of the script.
    of_script: Vec<u32>,
}

impl<'p> Cut<'p> {
    fn new(program: &'p Program<'p>, is_later: &'p [bool]) -> Self {
        let mut called = [BTreeSet::new(), BTreeSet::new()];
        for (caller, calls) in program.calls.iter().enumerate() {
            called[usize::from(is_later[caller])].extend(calls);
        }
        let [of_first, of_second] = called;
        let is_second = |it: &u32| is_later[*it as usize];
        let listed = program.listed.keys().copied();
        let stubs: BTreeSet<_> = of_first.into_iter().chain(listed).filter(is_second).collect();
        let (of_script, rest) = of_second.into_iter().partition::<Vec<_>, _>(|&it| (it as usize) < program.imported);
        let lent = rest.into_iter().filter(|it| !is_second(it)).collect();
        Self { program, is_later, lent: [stubs.into_iter().collect(), lent], of_script }
    }

    /// The number of each function in one of the parts; those it has nothing of have none.
    fn map(&self, is_second: bool) -> Vec<Option<u32>> {
        let imported = 0..self.program.imported as u32;
        let of_script: Vec<_> = if is_second { self.of_script.clone() } else { imported.collect() };
        let own = (self.program.imported..self.is_later.len()).filter(|&at| self.is_later[at] == is_second);
        let lent = self.lent[usize::from(is_second)].iter().copied();
        let mut map = vec![None; self.is_later.len()];
        for (number, at) in of_script.into_iter().chain(lent).chain(own.map(|it| it as u32)).enumerate() {
            map[at as usize] = Some(number as u32);
        }
        map
    }
}

/// Writes one of the parts.
struct Part<'p> {
    cut: &'p Cut<'p>,
    is_second: bool,
    map: Vec<Option<u32>>,
}

impl Part<'_> {
    fn is_own(&self, defined: usize) -> bool {
        self.cut.is_later[self.cut.program.imported + defined] == self.is_second
    }

    fn borrow(&self, imports: &mut ImportSection) {
        let from = if self.is_second { FIRST } else { SECOND };
        for (number, &at) in self.cut.lent[usize::from(self.is_second)].iter().enumerate() {
            let kind = self.cut.program.kinds[at as usize];
            imports.import(from, &number.to_string(), EntityType::Function(kind));
        }
    }

    fn lend(&self, exports: &mut ExportSection) {
        for (number, &at) in self.cut.lent[usize::from(!self.is_second)].iter().enumerate() {
            let own = self.map[at as usize].unwrap_or_default();
            exports.export(&number.to_string(), ExportKind::Func, own);
        }
    }
}

impl Reencode for Part<'_> {
    type Error = Infallible;

    fn function_index(&mut self, at: u32) -> Read<u32> {
        self.map[at as usize].ok_or(Odd::InvalidConstExpr)
    }

    fn parse_import_section(&mut self, out: &mut ImportSection, imports: ImportSectionReader<'_>) -> Read<()> {
        for (at, import) in imports.into_imports().enumerate() {
            if self.map[at].is_some() {
                self.parse_import(out, import?)?;
            }
        }
        self.borrow(out);
        if self.is_second {
            for (name, _, entity) in &self.cut.program.shared {
                out.import(FIRST, name, *entity);
            }
        }
        Ok(())
    }

    fn parse_function_section(&mut self, out: &mut FunctionSection, kinds: FunctionSectionReader<'_>) -> Read<()> {
        for (at, kind) in kinds.into_iter().enumerate() {
            let kind = kind?;
            if self.is_own(at) {
                out.function(kind);
            }
        }
        Ok(())
    }

    fn parse_code_section(&mut self, out: &mut CodeSection, bodies: CodeSectionReader<'_>) -> Read<()> {
        for (at, body) in bodies.into_iter().enumerate() {
            let body = body?;
            if self.is_own(at) {
                self.parse_function_body(out, body)?;
            }
        }
        Ok(())
    }

    fn parse_export_section(&mut self, out: &mut ExportSection, exports: ExportSectionReader<'_>) -> Read<()> {
        if !self.is_second {
            utils::parse_export_section(self, out, exports)?;
            let mut numbers = BTreeMap::new();
            for (name, kind, _) in &self.cut.program.shared {
                let number = numbers.entry(*kind as u8).or_insert(0);
                out.export(name, *kind, *number);
                *number += 1;
            }
        }
        self.lend(out);
        Ok(())
    }

    /// The second part takes its places in the tables of the first.
    fn parse_element_section(&mut self, out: &mut ElementSection, lists: ElementSectionReader<'_>) -> Read<()> {
        if !self.is_second {
            return utils::parse_element_section(self, out, lists);
        }
        for (&function, places) in self.cut.program.listed.iter().filter(|it| self.cut.is_later[*it.0 as usize]) {
            for place in places {
                let own = [self.function_index(function)?];
                let table = (place.table != 0).then_some(place.table);
                out.active(table, &ConstExpr::i32_const(place.at), Elements::Functions((&own[..]).into()));
            }
        }
        Ok(())
    }

    fn parse_table_section(
        &mut self,
        out: &mut wasm_encoder::TableSection,
        tables: wasmparser::TableSectionReader<'_>,
    ) -> Read<()> {
        if self.is_second { Ok(()) } else { utils::parse_table_section(self, out, tables) }
    }

    fn parse_memory_section(
        &mut self,
        out: &mut wasm_encoder::MemorySection,
        memories: wasmparser::MemorySectionReader<'_>,
    ) -> Read<()> {
        if self.is_second { Ok(()) } else { utils::parse_memory_section(self, out, memories) }
    }

    fn parse_global_section(
        &mut self,
        out: &mut wasm_encoder::GlobalSection,
        globals: wasmparser::GlobalSectionReader<'_>,
    ) -> Read<()> {
        if self.is_second { Ok(()) } else { utils::parse_global_section(self, out, globals) }
    }

    fn parse_data_section(
        &mut self,
        out: &mut wasm_encoder::DataSection,
        data: wasmparser::DataSectionReader<'_>,
    ) -> Read<()> {
        if self.is_second { Ok(()) } else { utils::parse_data_section(self, out, data) }
    }

    fn data_count(&mut self, count: u32) -> Read<u32> {
        Ok(if self.is_second { 0 } else { count })
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: wasmparser::CustomSectionReader<'_>) -> Read<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{Function, NameMap, NameSection, TypeSection};
    use wasmparser::Payload;

    /// `f0` of the script; `f1` is exported and calls `f2`, which waits and calls `f3`, `f4` and the script; `f4`,
    /// which nobody else calls, is in no table.
    fn program() -> Vec<u8> {
        let mut module = Module::new();
        let mut kinds = TypeSection::new();
        kinds.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./sayso_bg.js", "i0", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        for _ in 0..4 {
            functions.function(0);
        }
        let mut exports = ExportSection::new();
        exports.export("main", ExportKind::Func, 1).export("other", ExportKind::Func, 3);
        let mut code = CodeSection::new();
        for called in [&[2][..], &[0, 3, 4], &[], &[]] {
            let mut body = Function::new([]);
            for &it in called {
                body.instructions().call(it);
            }
            body.instructions().end();
            code.function(&body);
        }
        let mut names = NameMap::new();
        names.append(2, "sayso[0f]::app::voices::legend");
        let mut section = NameSection::new();
        section.functions(&names);
        module.section(&kinds).section(&imports).section(&functions).section(&exports).section(&code).section(&section);
        module.finish()
    }

    #[test]
    fn the_parts_have_of_each_other_what_they_call() {
        let bytes = program();
        let later = Program::read(&bytes).expect("a program").later();
        assert_eq!(later, [false, false, true, false, true]);
        let (first, second) = split(&bytes).expect("it can be cut");
        let told = |part: &[u8]| {
            let (mut imports, mut exports, mut own) = (Vec::new(), Vec::new(), 0);
            for payload in Parser::new(0).parse_all(part) {
                match payload.expect("a part can be read") {
                    Payload::ImportSection(it) => imports.extend(
                        it.into_imports().map(|it| it.map(|it| format!("{} {}", it.module, it.name)).expect("read")),
                    ),
                    Payload::ExportSection(it) => {
                        exports.extend(it.into_iter().map(|it| it.expect("read").name.to_owned()))
                    }
                    Payload::CodeSectionEntry(_) => own += 1,
                    _ => {}
                }
            }
            (imports, exports, own)
        };
        let [has, lends] = [["./sayso_bg.js i0", "rest 0"], ["main", "other"]].map(|it| it.map(str::to_owned).to_vec());
        assert_eq!(told(&first), (has, [lends, vec!["0".to_owned()]].concat(), 2));
        let has = ["./sayso_bg.js i0", "page 0"].map(str::to_owned).to_vec();
        assert_eq!(told(&second), (has, vec!["0".to_owned()], 2));
    }

    #[test]
    fn a_script_that_names_its_imports_otherwise_is_refused() {
        assert!(prepared("return {};").is_err());
        let script = prepared("return { __proto__: null, \"./sayso_bg.js\": import0, };").expect("as it is written");
        assert!(script.contains("import0, rest: rest(import0),"));
    }
}
