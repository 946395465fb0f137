//! The order of a program's functions, for a smaller download.
//!
//! brotli packs what is alike better where it stands together. Balanced partitioning (Dhulipala et al., 2016) by
//! shared bytes was tried as well: it packs no better once the calls are numbered anew.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::browser::Packages;
use crate::imports::{HEAD, IMPORTS, number, put, put_number, take};
use crate::run::{self, Error, Result, at};
use crate::size;

/// The number of the section that says the kind of each function: what it takes and gives.
const KINDS: u8 = 3;

/// The number of the section that holds the functions.
const CODE: u8 = 10;

/// The number of a section for tools.
const CUSTOM: u8 = 0;

/// The part of the section of names that is of functions.
const FUNCTION_NAMES: u8 = 1;

/// Orders the functions of every program of the folder.
pub(crate) fn functions(folder: &Path) -> Result {
    let tool = Packages::ready()?.bin().join("wasm-opt");
    for program in size::files(folder)?.iter().filter(|it| it.extension().is_some_and(|it| it == "wasm")) {
        let bytes = at(program, fs::read(program))?;
        let odd = || Error::Check(format!("{} is no program that can be ordered", program.display()));
        at(program, fs::write(program, named(bytes).ok_or_else(odd)?))?;
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
fn named(mut program: Vec<u8>) -> Option<Vec<u8>> {
    let mut rest = program.get(HEAD..)?;
    let (mut imported, mut kinds, mut functions) = (0, Vec::new(), Vec::new());
    while let Some((&section, after)) = rest.split_first() {
        rest = after;
        let mut body = take(&mut rest)?;
        match section {
            IMPORTS => imported = number(&mut body)?,
            KINDS => kinds = (0..number(&mut body)?).map(|_| number(&mut body)).collect::<Option<_>>()?,
            CODE => functions = (0..number(&mut body)?).map(|_| take(&mut body)).collect::<Option<_>>()?,
            _ => {}
        }
    }
    if kinds.len() != functions.len() {
        return None;
    }
    let mut names = vec![FUNCTION_NAMES];
    put(&list(imported, &places(&kinds, &functions)), &mut names);
    let mut section = Vec::new();
    put(b"name", &mut section);
    section.extend(names);
    program.push(CUSTOM);
    put(&section, &mut program);
    Some(program)
}

fn list(imported: usize, places: &[usize]) -> Vec<u8> {
    let mut list = Vec::new();
    put_number(places.len(), &mut list);
    for (at, place) in places.iter().enumerate() {
        put_number(imported + at, &mut list);
        put(format!("{place:06}").as_bytes(), &mut list);
    }
    list
}

/// Where each function comes: those of about the same length together, a step to two doublings, there by their kinds,
/// and of a kind by their bytes.
fn places(kinds: &[usize], functions: &[&[u8]]) -> Vec<usize> {
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
        let program = b"\0asm\x01\0\0\0\x03\x03\x02\0\0\x0a\x08\x02\x03\0\x01\x0b\x02\0\x0b".to_vec();
        let named = named(program.clone()).expect("two functions");
        assert!(named.starts_with(&program));
        assert!(named.ends_with(b"\x04name\x01\x11\x02\x00\x06000000\x01\x06000001"));
        assert!(super::named(b"\0asm\x01\0\0\0\x0a\x08".to_vec()).is_none());
        assert!(super::named(program[..8].iter().chain(&program[13..]).copied().collect()).is_none());
    }
}
