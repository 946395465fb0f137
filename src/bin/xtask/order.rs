//! The order of a program's functions, for a smaller download.
//!
//! brotli packs what is alike better where it stands together. Balanced partitioning (Dhulipala et al., 2016) by
//! shared bytes was tried as well: it packs no better once the calls are numbered anew.

use std::fs;
use std::path::Path;
use std::process::Command;

use wasm_encoder::{NameMap, NameSection, Section};
use wasmparser::{Parser, Payload, TypeRef};

use crate::browser::Packages;
use crate::run::{self, Error, Result, at};
use crate::size;

/// Orders the functions of every program of the folder.
pub(crate) fn functions(folder: &Path) -> Result {
    let tool = Packages::ready()?.bin().join("wasm-opt");
    for program in size::files(folder)?.iter().filter(|it| it.extension().is_some_and(|it| it == "wasm")) {
        let bytes = at(program, fs::read(program))?;
        let odd = |error| Error::Check(format!("{} cannot be ordered: {error}", program.display()));
        at(program, fs::write(program, named(bytes).map_err(odd)?))?;
        let mut sort = Command::new(&tool);
        sort.args(["--all-features", "--reorder-functions-by-name", "--strip-debug", "--strip-target-features"]);
        // How an access is aligned is but a hint, which processors of today do without.
        sort.arg("--dealign");
        // As small as it was written before.
        sort.args(["-ol", "2", "-s", "2", "--generate-stack-ir", "--optimize-stack-ir"]);
        run::run(sort.arg(program).arg("-o").arg(program))?;
    }
    Ok(())
}

/// Names every function by its place in the order.
fn named(mut program: Vec<u8>) -> wasmparser::Result<Vec<u8>> {
    let (mut imported, mut kinds, mut functions) = (0, Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(&program) {
        match payload? {
            Payload::ImportSection(imports) => {
                let is_function = |it: &wasmparser::Import<'_>| matches!(it.ty, TypeRef::Func(_));
                let imports = imports.into_imports().collect::<wasmparser::Result<Vec<_>>>()?;
                imported = imports.iter().filter(|it| is_function(it)).count();
            }
            Payload::FunctionSection(section) => kinds = section.into_iter().collect::<wasmparser::Result<_>>()?,
            Payload::CodeSectionEntry(body) => functions.push(body.as_bytes()),
            _ => {}
        }
    }
    let mut names = NameMap::new();
    for (at, place) in places(&kinds, &functions).into_iter().enumerate() {
        names.append((imported + at) as u32, &format!("{place:06}"));
    }
    let mut section = NameSection::new();
    section.functions(&names);
    section.append_to(&mut program);
    Ok(program)
}

/// Where each function comes: those of about the same length together, a step to two doublings, there by their kinds,
/// and of a kind by their bytes.
fn places(kinds: &[u32], functions: &[&[u8]]) -> Vec<usize> {
    let mut order: Vec<_> = (0..functions.len()).collect();
    order.sort_by_key(|&it| (functions[it].len().max(1).ilog2() / 2, kinds[it], functions[it]));
    let mut places = vec![0; order.len()];
    order.iter().enumerate().for_each(|(place, &it)| places[it] = place);
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_of_a_length_and_kind_stand_together_by_their_bytes() {
        let functions: [&[u8]; 6] = [&[9; 40], &[2, 3, 4, 5], &[1; 41], &[2, 3, 4, 1], &[7], &[1, 1, 1, 1]];
        assert_eq!(places(&[0, 1, 0, 1, 5, 2], &functions), [5, 2, 4, 1, 0, 3]);
    }

    #[test]
    fn the_names_say_the_place() {
        // Two functions of a kind that takes and gives nothing, the second of which is the longer.
        let program =
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x03\x03\x02\0\0\x0a\x08\x02\x03\0\x01\x0b\x02\0\x0b".to_vec();
        let named = named(program.clone()).expect("two functions");
        assert!(named.starts_with(&program));
        assert!(named.ends_with(b"\x04name\x01\x11\x02\x00\x06000000\x01\x06000001"));
        assert!(super::named(program[..16].to_vec()).is_err());
    }
}
