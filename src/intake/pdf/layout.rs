//! Pieces of lines, each at its place on a page, into paragraphs in the order in which they are read.

/// A piece of a line.
#[derive(Clone, Debug)]
pub(super) struct Fragment {
    pub(super) x0: f64,
    pub(super) x1: f64,
    /// Of the base line; up the page it grows.
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) text: String,
}

/// The lines of a column, or of what stands over all columns, from the top.
pub(super) type Column = Vec<Fragment>;

/// Columns that stand side by side: two to the power of this.
const DEEPEST: u32 = 3;

/// Returns the columns of a page in reading order.
pub(super) fn columns(mut fragments: Vec<Fragment>) -> Vec<Column> {
    let mut columns = Vec::new();
    fragments.retain(|it| !it.text.trim().is_empty());
    join_initials(&mut fragments);
    split(fragments, DEEPEST, &mut columns);
    columns
}

/// Puts a large first letter before the first of the lines that stand beside it.
fn join_initials(fragments: &mut Vec<Fragment>) {
    /// Letters of a page that are looked at.
    const MOST: usize = 8;
    let single = fragments.iter().enumerate().filter(|(_, it)| {
        let mut letters = it.text.trim().trim_start_matches(['“', '‘', '"', '\'']).chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    });
    let single: Vec<usize> = single.map(|it| it.0).take(MOST).collect();
    for at in single.into_iter().rev() {
        let large = &fragments[at];
        let is_beside = |it: &Fragment| {
            let is_near = (-0.2 * it.size..2.0 * it.size).contains(&(it.x0 - large.x1));
            is_near && 2.0 * it.size <= large.size && (-0.3 * it.size..large.size).contains(&(it.y - large.y))
        };
        let beside = (0..fragments.len()).filter(|&it| is_beside(&fragments[it]));
        let mut beside: Vec<usize> = beside.collect();
        beside.sort_by(|&a, &b| fragments[b].y.total_cmp(&fragments[a].y));
        let [first, second, ..] = beside[..] else { continue };
        let is_apart = fragments[first].x0 - fragments[second].x0 > 0.15 * fragments[first].size;
        let rest = &fragments[first].text;
        if goes_on(rest.trim_start()) {
            let space = if is_apart { " " } else { "" };
            fragments[first].text = format!("{}{space}{rest}", large.text.trim());
            fragments.remove(at);
        }
    }
}

/// Whether what stands behind a first letter is the rest of a sentence, in small letters or capitals.
fn goes_on(rest: &str) -> bool {
    let mut word = rest.chars().take_while(|it| it.is_alphabetic());
    let is_small = rest.starts_with(char::is_lowercase);
    is_small || rest.starts_with(char::is_uppercase) && word.all(char::is_uppercase)
}

fn split(mut fragments: Vec<Fragment>, deep: u32, out: &mut Vec<Column>) {
    if fragments.is_empty() {
        return;
    }
    fragments.sort_by(|a, b| b.y.total_cmp(&a.y));
    let Some(deeper) = deep.checked_sub(1) else { return out.push(lines(fragments)) };
    let Some(gutter) = gutter(&fragments) else { return out.push(lines(fragments)) };
    let [mut left, mut right, mut over] = [const { Vec::new() }; 3];
    for it in fragments {
        let is_over = it.x0 < gutter && it.x1 > gutter;
        if is_over && !(left.is_empty() && right.is_empty()) {
            split(std::mem::take(&mut left), deeper, out);
            split(std::mem::take(&mut right), deeper, out);
        } else if !is_over && !over.is_empty() {
            out.push(lines(std::mem::take(&mut over)));
        }
        match is_over {
            true => over.push(it),
            false if it.x1 <= gutter => left.push(it),
            false => right.push(it),
        }
    }
    split(left, deeper, out);
    split(right, deeper, out);
    if !over.is_empty() {
        out.push(lines(over));
    }
}

/// Where one column ends and the next begins, if there is such a place.
fn gutter(fragments: &[Fragment]) -> Option<f64> {
    /// Places that are looked at.
    const MOST: usize = 12;
    let leftmost = fragments.iter().map(|it| it.x0).fold(f64::INFINITY, f64::min);
    let mut starts = std::collections::BTreeMap::<i64, usize>::new();
    for it in fragments.iter().filter(|it| it.x0 > leftmost + 6.0 * it.size) {
        *starts.entry((it.x0 / 2.0).floor() as i64).or_default() += 1;
    }
    let mut starts: Vec<_> = starts.into_iter().filter(|it| it.1 >= 3).collect();
    starts.sort_by_key(|it| std::cmp::Reverse(it.1));
    let places = starts.iter().take(MOST).map(|(start, _)| *start as f64 * 2.0 - 1.0);
    let rated = places.filter_map(|at| Some((over(fragments, at)?, at)));
    rated.min_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))).map(|it| it.1)
}

/// How many lines go over this place; `None` where it does not part two columns of running text.
fn over(fragments: &[Fragment], at: f64) -> Option<usize> {
    /// Columns are wider, in letters of their size; labels, bullets and figures are not.
    const NARROWEST: f64 = 6.0;
    let (left, rest): (Vec<_>, Vec<_>) = fragments.iter().partition(|it| it.x1 <= at);
    let (right, over): (Vec<_>, Vec<_>) = rest.into_iter().partition(|it| it.x0 >= at);
    let is_text = |side: &[&Fragment]| {
        let width: f64 = side.iter().map(|it| (it.x1 - it.x0) / it.size).sum();
        side.len() >= 3 && width / side.len() as f64 > NARROWEST
    };
    if !is_text(&left) || !is_text(&right) || over.len() * 2 > fragments.len() {
        return None;
    }
    // What stands at the head or foot of the page reaches far, but it is few lines.
    let (few, many) = if left.len() < right.len() { (left, right) } else { (right, left) };
    let low = many.iter().map(|it| it.y).fold(f64::INFINITY, f64::min);
    let high = many.iter().map(|it| it.y).fold(f64::NEG_INFINITY, f64::max);
    let beside = few.iter().filter(|it| (low..=high).contains(&it.y)).count();
    (beside * 5 > few.len() * 2).then_some(over.len())
}

/// Joins the pieces that stand on one line; `fragments` come from the top.
fn lines(fragments: Vec<Fragment>) -> Column {
    let mut lines: Vec<Vec<Fragment>> = Vec::new();
    for it in fragments {
        match lines.last_mut() {
            Some(line) if is_level(&line[0], &it) => line.push(it),
            _ => lines.push(vec![it]),
        }
    }
    lines.into_iter().filter_map(joined).collect()
}

fn is_level(a: &Fragment, b: &Fragment) -> bool {
    let (small, large) = (a.size.min(b.size), a.size.max(b.size));
    // A note's number stands higher; a large first letter reaches over several lines.
    let most = if large < 2.0 * small { 0.5 * large } else { 0.3 * small };
    (a.y - b.y).abs() < most
}

fn joined(mut line: Vec<Fragment>) -> Option<Fragment> {
    line.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    let mut pieces = line.into_iter();
    let mut whole = pieces.next()?;
    let mut last = whole.clone();
    for it in pieces {
        // Drawn twice, so that it looks bold.
        if it.text == last.text && (it.x0 - last.x0).abs() < 0.2 * it.size {
            continue;
        }
        if it.x0 - last.x1 > 0.1 * it.size && !whole.text.ends_with(' ') && !it.text.starts_with(' ') {
            whole.text.push(' ');
        }
        whole.text.push_str(&it.text);
        whole.x1 = whole.x1.max(it.x1);
        if it.size > whole.size {
            (whole.size, whole.y) = (it.size, it.y);
        }
        last = it;
    }
    whole.text = parted(whole.text.trim());
    (!whole.text.is_empty()).then_some(whole)
}

/// Letters that a font draws as one; nobody wrote them so.
const JOINED: &[(char, &str)] =
    &[('ﬀ', "ff"), ('ﬁ', "fi"), ('ﬂ', "fl"), ('ﬃ', "ffi"), ('ﬄ', "ffl"), ('ﬅ', "st"), ('ﬆ', "st")];

fn parted(text: &str) -> String {
    JOINED
        .iter()
        .fold(text.to_owned(), |text, (one, many)| if text.contains(*one) { text.replace(*one, many) } else { text })
}

/// Joins lines into paragraphs, over the ends of columns and pages.
pub(super) fn paragraphs<'c>(columns: impl Iterator<Item = &'c Column>) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    for column in columns.filter(|it| !it.is_empty()) {
        let shape = Shape::of(column);
        for (at, line) in column.iter().enumerate() {
            let goes_on = match at.checked_sub(1) {
                Some(before) => !shape.is_new(&column[before], line),
                None => paragraphs.last().is_some_and(|it| goes_over(it, &line.text)),
            };
            match paragraphs.last_mut().filter(|_| goes_on) {
                Some(open) => push_line(open, &line.text),
                None => paragraphs.push(line.text.clone()),
            }
        }
    }
    paragraphs
}

/// What is usual in a column.
struct Shape {
    left: f64,
    right: f64,
    leading: f64,
}

impl Shape {
    fn of(column: &Column) -> Self {
        let pairs = column.windows(2).filter(|it| (it[0].size - it[1].size).abs() < 0.12 * it[0].size);
        let mut gaps: Vec<f64> = pairs.map(|it| it[0].y - it[1].y).filter(|it| *it > 0.0).collect();
        gaps.sort_by(f64::total_cmp);
        let usual = gaps.get(gaps.len().saturating_sub(1) / 2).copied().unwrap_or(f64::INFINITY);
        // Of few lines none is usual.
        let leading = if gaps.len() < 4 { usual.min(1.6 * column[0].size) } else { usual };
        let left = column.iter().map(|it| it.x0).fold(f64::INFINITY, f64::min);
        let right = column.iter().map(|it| it.x1).fold(f64::NEG_INFINITY, f64::max);
        Self { left, right, leading }
    }

    /// Whether a paragraph begins with `line`.
    fn is_new(&self, before: &Fragment, line: &Fragment) -> bool {
        let is_far = before.y - line.y > 1.3 * self.leading;
        let is_other = (before.size - line.size).abs() > 0.12 * line.size;
        let is_indented = line.x0 > self.left + 0.8 * line.size && before.x0 < line.x0 - 0.5 * line.size;
        let is_short = before.x1 < self.right - 0.15 * (self.right - self.left);
        let is_item = line.text.starts_with(['•', '▪', '◦', '‣']);
        is_far || is_other || is_indented || is_item || is_short && is_end(&before.text)
    }
}

fn is_end(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '"', '\'', ')', '»']).ends_with(['.', '!', '?', ':', '…'])
}

/// Whether a sentence goes on in the next column or on the next page.
fn goes_over(open: &str, next: &str) -> bool {
    !is_end(open) && next.starts_with(char::is_lowercase)
}

/// A word that was broken at the end of the line is whole again.
fn push_line(open: &mut String, line: &str) {
    let is_broken = match open.strip_suffix(['-', '\u{AD}', '‐']) {
        Some(word) => word.ends_with(char::is_lowercase) && line.starts_with(char::is_lowercase),
        None => false,
    };
    if is_broken {
        open.pop();
    } else if !open.ends_with(' ') {
        open.push(' ');
    }
    open.push_str(line);
}
