// What is brought to the page, and how: files as programs write them, a paste as browsers make it.

import { constants, deflateRawSync } from "node:zlib";
import { ready } from "./visit.mjs";

export const file = (name, content, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.from(content) });

/** Chooses files on the screen for them. */
export async function open(page, ...files) {
  await page.getByLabel("Choose files").setInputFiles(files);
}

/** Reads what was opened; resolves to what the article says. */
export async function readIt(page) {
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  return page.locator("article").first().innerText();
}

/** Pastes formatted text into the box for it. */
export async function pasteFormatted(page, html, plain) {
  await page.getByLabel(/paste formatted text/).evaluate((box, [html, plain]) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", plain);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [html, plain]);
}

/** The fragment of a link with these lines in it. */
export const link = (form) => `#v1.${deflateRawSync(Buffer.from(form)).toString("base64url")}`;

/** A zip with one packed file, as a word processor writes it. */
export function docx(xml) {
  const name = Buffer.from("word/document.xml");
  const packed = deflateRawSync(Buffer.from(xml));
  const common = Buffer.alloc(22);
  common.writeUInt16LE(8, 0);
  common.writeUInt32LE(packed.length, 10);
  common.writeUInt16LE(name.length, 18);
  const local = Buffer.concat([Buffer.from("PK\x03\x04\x14\0\0\0"), common, name, packed]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\0\x14\0\0\0"), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** A PDF with these lines, one below the other; its font maps every code to the letter of that number. */
export function pdf(lines) {
  const PER_PAGE = 40;
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 4 0 R/DescendantFonts[<</DW 500>>]>>",
    stream("1 begincodespacerange<0000><FFFF>endcodespacerange 1 beginbfrange<0001><FFFD><0001>endbfrange")];
  const kids = [];
  for (let from = 0; from < lines.length; from += PER_PAGE) {
    const shown = lines.slice(from, from + PER_PAGE).map((it, at) => `1 0 0 1 50 ${800 - 18 * at} Tm <${codes(it)}> Tj`);
    kids.push(`${objects.length + 1} 0 R`);
    objects.push(`<</Type/Page/Parent 2 0 R/Contents ${objects.length + 2} 0 R>>`, stream(`BT /F 9 Tf ${shown.join(" ")} ET`));
  }
  objects[1] = `<</Kids[${kids.join(" ")}]/Resources<</Font<</F 3 0 R>>>>>>`;
  return `%PDF-1.7\n${objects.map((it, at) => `${at + 1} 0 obj ${it} endobj\n`).join("")}trailer<</Root 1 0 R>>`;
}

/** A PDF of a megabyte whose packed objects would unpack to a gigabyte. */
export function bomb() {
  // Parts that are packed each for itself may be repeated.
  const packed = (words) => deflateRawSync(words, { finishFlush: constants.Z_FULL_FLUSH });
  const objects = packed("1 0 2 40 <</Type/Catalog/Pages 2 0 R>>".padEnd(49) + "<</Type/Pages/Kids[]>>");
  const spaces = packed(Buffer.alloc(1 << 20, " "));
  const content = Buffer.concat([Buffer.from([0x78, 0x9c]), objects, ...Array(1024).fill(spaces)]);
  const head = `%PDF-1.7\n3 0 obj <</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length ${content.length}>>stream\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from("\nendstream endobj trailer<</Root 1 0 R>>")]);
}

const stream = (content) => `<</Length ${content.length}>>stream\n${content}\nendstream`;
const codes = (text) => [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("");
