//! What writers call themselves, beside their names or in place of them.

use super::super::published;
use super::super::word::is_one_of;
use super::{ends, is_person, is_plain_place};
use crate::text::{cut, find};

/// *The Velia Post Editorial Board*, *Our Special Correspondent*: who wrote it, by no name.
pub(super) fn is_desk(line: &str) -> bool {
    const DESKS: &[&str] = &["editorial board", "our correspondent", "special correspondent", "staff report", "bureau"];
    let is_title = || line.split(' ').all(|it| it.starts_with(char::is_uppercase));
    DESKS.iter().any(|it| ends(line, it)) && (line.split(' ').count() <= 2 || is_title())
}

/// What writers call themselves.
pub(super) const POSTS: &str = "columnist correspondent editor journalist reporter writer";

/// What those are called who write of what they study.
pub(super) const CHAIRS: &str = "lecturer professor";

/// Whether a line tells what the writer above it is: *Staff writer*, *Harbour correspondent*.
pub(in super::super) fn is_job(line: &str) -> bool {
    is_job_of(line.split_whitespace())
}

fn is_job_of<'l>(mut words: impl DoubleEndedIterator<Item = &'l str>) -> bool {
    let last = words.rfind(|it| !it.starts_with('@')).is_some_and(|it| is_one_of(it, POSTS));
    last && words.count() <= 4
}

/// *Local Democracy Reporter Ann Lee*: the name.
pub(super) fn without_job(line: &str) -> &str {
    const JOBS: &[&str] = &["reporter ", "correspondent ", "editor ", "writer ", "columnist "];
    if line.split_whitespace().nth(8).is_some() {
        return line;
    }
    let lower = line.to_ascii_lowercase();
    let end = |job: &&str| find(&lower, job).map(|at| at + job.len());
    let name = JOBS.iter().find_map(end).map(|end| &line[end..]);
    name.filter(|it| is_person(it)).unwrap_or(line)
}

/// *Ann Lee 8th November 2025*, *Ann Lee Nov. 8*: the name.
pub(super) fn without_date(line: &str) -> &str {
    let Some(day) = line.find(|it: char| it.is_ascii_digit()) else { return line };
    let name = line[..day].trim_end();
    let month = name.rsplit_once(' ').filter(|it| published::is_month(it.1));
    month.map_or(name, |it| it.0)
}

/// *From Ann Lee, Lagos*: the name.
pub(super) fn filed(line: &str) -> Option<&str> {
    let (name, place) = line.strip_prefix("From ")?.split_once(", ")?;
    let is_post = is_one_of(place, POSTS) || is_one_of(place, CHAIRS);
    (is_person(name) && is_plain_place(place) && !place.contains(' ') && !is_post).then_some(name)
}

/// *Ann Lee Environment correspondent*, *Ann Lee in Velia and Bo Rae in Cairo*: the names.
pub(super) fn without_posts(line: &str) -> Option<String> {
    let words = line.split_whitespace();
    if words.clone().nth(12).is_some() {
        return None;
    }
    let has_job = |&names: &usize| {
        let mut post = words.clone();
        post.nth(names - 1);
        let opens = post.clone().next().is_some_and(|it| it.starts_with(char::is_uppercase));
        opens && post.clone().nth(1).is_some() && is_job_of(post)
    };
    if let Some(names) = [3, 2].into_iter().find(has_job) {
        return Some(words.take(names).collect::<Vec<_>>().join(" ")).filter(|it| is_person(it));
    }
    // *Ann Lee in Velia and Bo Rae*
    find(line, " in ")?;
    let name = |it| cut(it, " in ").filter(|(_, place)| is_plain_place(place)).map_or(it, |it| it.0).trim();
    let names = line.split(" and ").map(name);
    names.clone().all(is_person).then(|| names.collect::<Vec<_>>().join(" and "))
}

#[cfg(test)]
mod tests {
    use super::is_job;

    #[test]
    fn jobs() {
        let is = |line: &str| is_job(line);
        assert!(is("Staff writer") && is("Senior Harbour Correspondent") && is("Harbour reporter @annlee"));
        assert!(!is("The editor left"));
    }
}
