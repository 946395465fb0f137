//! Short names for what a program takes from its script and gives to it.
//!
//! wasm-bindgen puts a hash into each, which stands in both files and does not pack.

use std::fs;
use std::path::Path;

use crate::run::{Error, Result, at};
use crate::size;

/// Renames them in every program of the folder and in the script beside it.
pub(crate) fn shorten(folder: &Path) -> Result {
    for program in size::files(folder)? {
        let name = size::name_in(folder, &program);
        let Some(stem) = name.strip_suffix("_bg.wasm") else { continue };
        let script = folder.join(format!("{stem}.js"));
        let (bytes, code) = (at(&program, fs::read(&program))?, at(&script, fs::read_to_string(&script))?);
        let (bytes, code) = shortened(&bytes, code).ok_or_else(|| Error::Check(format!("{name} has odd imports")))?;
        at(&program, fs::write(&program, bytes))?;
        at(&script, fs::write(&script, code))?;
    }
    Ok(())
}

/// The number of the section that lists the imports.
const IMPORTS: u8 = 2;

/// The number of the section that lists the exports.
const EXPORTS: u8 = 7;

/// What an import is said to be.
const FUNCTION: u8 = 0;

/// The bytes before the first section.
const HEAD: usize = 8;

fn shortened(program: &[u8], mut script: String) -> Option<(Vec<u8>, String)> {
    let (head, rest) = program.split_at_checked(HEAD)?;
    let (mut rest, mut out) = (rest, head.to_vec());
    while let Some((&section, after)) = rest.split_first() {
        rest = after;
        let body = take(&mut rest)?;
        out.push(section);
        match section {
            IMPORTS => put(&imports(body, &mut script)?, &mut out),
            EXPORTS => put(&exports(body, &mut script)?, &mut out),
            _ => put(body, &mut out),
        }
    }
    Some((out, script))
}

/// Renames in the list of imports; `None` where one is no function, or the script does not give it once.
fn imports(mut body: &[u8], script: &mut String) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let count = number(&mut body)?;
    put_number(count, &mut out);
    for at in 0..count {
        put(take(&mut body)?, &mut out);
        let name = std::str::from_utf8(take(&mut body)?).ok()?;
        if ends_in_hash(name) {
            let short = format!("i{at:x}");
            let (before, after) = script.split_once(name)?;
            *script = format!("{before}{short}{after}");
            put(short.as_bytes(), &mut out);
        } else {
            put(name.as_bytes(), &mut out);
        }
        body = body.strip_prefix(&[FUNCTION])?;
        out.push(FUNCTION);
        put_number(number(&mut body)?, &mut out);
    }
    Some(out)
}

/// Renames what the script calls back, which it may call more than once.
fn exports(mut body: &[u8], script: &mut String) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut long = Vec::new();
    let count = number(&mut body)?;
    put_number(count, &mut out);
    for at in 0..count {
        let name = std::str::from_utf8(take(&mut body)?).ok()?;
        let short = format!("e{at:x}");
        let is_long = name.starts_with("wasm_bindgen_");
        put(if is_long { &short } else { name }.as_bytes(), &mut out);
        long.extend(is_long.then_some((name, short)));
        let (&kind, rest) = body.split_first()?;
        body = rest;
        out.push(kind);
        put_number(number(&mut body)?, &mut out);
    }
    // One name may begin another.
    long.sort_by_key(|it| std::cmp::Reverse(it.0.len()));
    for (name, short) in long {
        *script = script.contains(name).then(|| script.replace(name, &short))?;
    }
    Some(out)
}

fn ends_in_hash(name: &str) -> bool {
    name.rsplit('_').next().is_some_and(|it| it.len() == 16 && it.bytes().all(|it| it.is_ascii_hexdigit()))
}

/// Takes off bytes that their number stands before.
fn take<'b>(bytes: &mut &'b [u8]) -> Option<&'b [u8]> {
    let len = number(bytes)?;
    let (taken, rest) = bytes.split_at_checked(len)?;
    *bytes = rest;
    Some(taken)
}

fn put(bytes: &[u8], out: &mut Vec<u8>) {
    put_number(bytes.len(), out);
    out.extend(bytes);
}

/// Takes off a number: seven bits a byte, the lowest first, and the eighth says that more follow.
fn number(bytes: &mut &[u8]) -> Option<usize> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let (&byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= usize::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(number);
        }
    }
    None
}

fn put_number(mut number: usize, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One import of a function of the first type, from the module `./a.js`, and a section behind it.
    fn program(name: &str) -> Vec<u8> {
        let mut body = vec![1];
        put(b"./a.js", &mut body);
        put(name.as_bytes(), &mut body);
        body.extend([0, 0]);
        let mut program = b"\0asm\x01\0\0\0\x02".to_vec();
        put(&body, &mut program);
        program.extend([3, 2, 1, 0]);
        program
    }

    #[test]
    fn a_name_with_a_hash_is_shortened_in_both() {
        let name = "__wbg_focus_0123456789abcdef";
        let (bytes, script) = shortened(&program(name), format!("x={{{name}:f}}")).expect("all is in order");
        assert_eq!((bytes, &*script), (program("i0"), "x={i0:f}"));
    }

    #[test]
    fn a_name_without_one_stays() {
        let (bytes, script) = shortened(&program("__wbindgen_throw"), "__wbindgen_throw".to_owned()).expect("so too");
        assert_eq!((bytes, &*script), (program("__wbindgen_throw"), "__wbindgen_throw"));
    }

    #[test]
    fn what_the_script_calls_is_shortened_wherever_it_stands() {
        let names = ["wasm_bindgen_0123__invoke", "wasm_bindgen_0123__invoke_2", "memory"];
        let program = |names: [&str; 3]| {
            let mut body = vec![3];
            for name in names {
                put(name.as_bytes(), &mut body);
                body.extend([0, 5]);
            }
            let mut program = b"\0asm\x01\0\0\0\x07".to_vec();
            put(&body, &mut program);
            program
        };
        let script = "o.wasm_bindgen_0123__invoke_2(),o.wasm_bindgen_0123__invoke(),o.memory";
        let (bytes, script) = shortened(&program(names), script.to_owned()).expect("all is in order");
        assert_eq!((bytes, &*script), (program(["e0", "e1", "memory"]), "o.e1(),o.e0(),o.memory"));
        assert!(shortened(&program(names), String::new()).is_none());
    }

    #[test]
    fn what_the_script_does_not_give_is_told() {
        assert!(shortened(&program("__wbg_focus_0123456789abcdef"), String::new()).is_none());
    }

    #[test]
    fn a_long_number_comes_back() {
        let mut bytes = Vec::new();
        put_number(300_000, &mut bytes);
        assert_eq!(number(&mut &*bytes), Some(300_000));
    }
}
