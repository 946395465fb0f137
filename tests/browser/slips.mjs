// Lessons and slips written by hand, in the form of `src/lesson/code.rs` and `wire.rs`, and the
// picture of a class reckoned anew from them: a second opinion on what the page says.

import { Buffer } from "node:buffer";

class Bytes {
  #bytes = [];

  number(value) {
    let rest = BigInt(value);
    for (; rest >= 0x80n; rest >>= 7n) this.#bytes.push(Number(rest & 0x7fn) | 0x80);
    this.#bytes.push(Number(rest));
  }

  text(text) {
    const bytes = Buffer.from(text, "utf8");
    this.number(bytes.length);
    this.#bytes.push(...bytes);
  }

  list(items, write) {
    this.number(items.length);
    items.forEach(write);
  }

  code(kind) {
    let sum = 0x811c9dc5;
    for (const byte of this.#bytes) sum = Math.imul(sum ^ byte, 0x01000193) >>> 0;
    const end = Buffer.alloc(4);
    end.writeUInt32LE(sum);
    return `${kind}1.${Buffer.concat([Buffer.from(this.#bytes), end]).toString("base64url")}`;
  }
}

/** The number of a text in slips: FNV-1a over its bytes. */
export function fingerprint(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text, "utf8")) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
  return hash;
}

/** A lesson on a text of its own, without a key. */
export function lessonCode({ title, text, traits, questions = [] }) {
  const to = new Bytes();
  to.text(title);
  to.number(1);
  to.text(text);
  to.list(traits, (it) => to.text(it));
  to.text("");
  to.list(questions, (it) => to.text(it));
  to.list([], () => {});
  to.number(0);
  to.number(1);
  to.number(0);
  return to.code("lesson");
}

/** `marks`: `{ start, end, of, reason }` in letters of `text`; `length` and `exact` may lie about them. */
export function slipCode({ id, text, nickname = "", marks, answers = [], turn = 1 }) {
  const to = new Bytes();
  const bytes = (from, until) => Buffer.byteLength(text.slice(from, until));
  to.number(id);
  to.number(turn);
  to.text("");
  to.number(fingerprint(text));
  to.number(7);
  to.text(nickname);
  const names = [...new Set(marks.map((it) => it.of))];
  to.list(names, (it) => to.text(it));
  to.list(marks, ({ start, end, of, reason = "", length = bytes(start, end) }) => {
    to.number(names.indexOf(of));
    to.number(bytes(0, start));
    to.number(length);
    to.number(0);
    to.text(reason);
  });
  for (const { start, end, exact = text.slice(start, end) } of marks) {
    to.text(exact);
    to.text(text.slice(Math.max(0, start - 16), start));
    to.text(text.slice(end, end + 16));
  }
  to.list(answers, ([question, answer]) => {
    to.text(question);
    to.text(answer);
  });
  return to.code("slip");
}

/** Where each word stands in a text: `{ start, end }`, in letters. */
export function placed(text, words) {
  let at = 0;
  return words.map((word) => {
    const start = text.indexOf(word, at);
    if (start < 0) throw new Error(`“${word}” is not in the text`);
    at = start + word.length;
    return { start, end: at };
  });
}

const share = (part) => (part === undefined ? "–" : `${(part * 100).toFixed(0)}%`);

/** Pairs of `people` that agree on a word which `marked` of them marked, of all pairs. */
const agree = (marked, people) => {
  const pairs = (of) => (of * (of - 1)) / 2;
  return (pairs(marked) + pairs(people - marked)) / pairs(people);
};
const mean = (values) => (values.length === 0 ? undefined : values.reduce((a, b) => a + b) / values.length);

/** Krippendorff 2011, the simple form for two values: 1 - (n - 1) · o01 / (n0 · n1). */
function alpha(counts, people) {
  const all = counts.length * people;
  const ones = counts.reduce((a, b) => a + b, 0);
  if (ones === 0 || ones === all) return undefined;
  const differing = counts.reduce((sum, it) => sum + (it * (people - it)) / (people - 1), 0);
  return 1 - ((all - 1) * differing) / (ones * (all - ones));
}

/** Marks that overlap, joined: `[first, last]`. All of them lie within their sentences. */
function joined(marks) {
  const places = [];
  for (const [first, last] of marks.toSorted((a, b) => a[0] - b[0])) {
    const before = places.at(-1);
    if (before !== undefined && first <= before[1]) before[1] = Math.max(before[1], last);
    else places.push([first, last]);
  }
  return places;
}

/** What a student calls a place; empty where it was left. */
const called = (marks, [first, last]) => (
  [...new Set(marks.filter((it) => it[0] <= last && first <= it[1]).map((it) => it[2]))].sort().join());

/**
 * What the page should say of a class. Each student is a list of marks `[first, last, trait]` by
 * the numbers of the words; `blocks` says in which paragraph each word stands.
 */
export function reckon({ words, blocks, text, students, traits }) {
  const people = students.length;
  const labels = students.map((marks) => words.map((_, word) => {
    const over = marks.filter(([first, last]) => first <= word && word <= last);
    return [...new Set(over.map((it) => it[2]))].sort().join();
  }));
  const heat = words.map((_, word) => labels.filter((it) => it[word] !== "").length);
  const marked = [];
  for (let from = 0, to; from < words.length; from = to) {
    for (to = from + 1; to < words.length && heat[to] === heat[from] && blocks[to] === blocks[from];) to += 1;
    if (heat[from] > 0) marked.push([text.slice(words[from].start, words[to - 1].end), `${heat[from]} of ${people}`]);
  }
  const rows = traits.map((of) => {
    const counts = words.map((_, word) => labels.filter((it) => it[word].split(",").includes(of)).length);
    const value = alpha(counts, people);
    const places = joined(students.flat().filter((it) => it[2] === of));
    const there = places.map((place) => students.filter((it) => called(it, place).split(",").includes(of)).length);
    const users = students.filter((marks) => marks.some((it) => it[2] === of)).length;
    return {
      of,
      heat: counts,
      cells: [
        String(students.flat().filter((it) => it[2] === of).length),
        String(users),
        String(places.length),
        share(users < 2 ? undefined : mean(there.map((it) => agree(it, people)))),
        value === undefined || users < 2 ? "–" : value.toFixed(2),
      ],
    };
  });
  const all = joined(students.flat());
  const withOthers = students.map((mine, at) => {
    const pairs = students.flatMap((theirs, other) => (
      other === at ? [] : all.map((place) => [called(mine, place), called(theirs, place)]))).filter(([a, b]) => a !== "" || b !== "");
    const same = pairs.filter(([a, b]) => a === b).length;
    return pairs.length < 3 ? "too little to say" : `${share(same / pairs.length)} (${same} of ${pairs.length})`;
  });
  return { people, heat, marked, rows, withOthers };
}

/** A class of 200 with 100 marks each on some 2,000 words: the lesson and the slips, as files. */
export function largeClass() {
  const sentence = "The council of the small town met again on a rainy night to talk about it. ";
  const text = `A long night\n\n${Array.from({ length: 25 }, () => sentence.repeat(5).trim()).join("\n\n")}`;
  const words = [...text.matchAll(/[A-Za-z]+/g)].map((it) => ({ start: it.index, end: it.index + it[0].length }));
  const traits = ["unnamed-source", "missing-attribution", "loaded-label", "loaded-language", "named-with-role"];
  const slips = Array.from({ length: 200 }, (_, id) => slipCode({
    id: id + 1,
    text,
    marks: Array.from({ length: 100 }, (_, at) => {
      const word = (at * 19 + id * 7) % (words.length - 3);
      return { start: words[word].start, end: words[word + (at % 3)].end, of: traits[at % 5] };
    }),
  }));
  const lesson = lessonCode({ title: "A long night", text, traits });
  return [lesson, ...slips].map((code, at) => ({ name: `${at}.sayso`, mimeType: "text/plain", buffer: Buffer.from(code) }));
}
