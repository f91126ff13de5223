// What the peers' scripts share: they read the sheet and make the PDF either once,
//
//   node PEER.mjs SHEET.json OUT.pdf
//
// or as often as they are asked, where each line that comes in is the number of an edit and
// each line that goes out holds the milliseconds it took and the file it was written to:
//
//   node PEER.mjs SHEET.json OUT.pdf --serve
import { readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

export async function serve(make) {
  const [sheetFile, out, mode] = process.argv.slice(2);
  const sheet = JSON.parse(readFileSync(sheetFile, "utf8"));
  const once = async (edit) => {
    const start = performance.now();
    const pdf = await make(edited(sheet, edit), edit);
    const ms = performance.now() - start;
    writeFileSync(out, pdf);
    return ms;
  };
  if (mode !== "--serve") {
    await once(0);
    return;
  }
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify({ ms: await once(Number(line)) }));
  }
}

// edited is the sheet with another first heading.
function edited(sheet, edit) {
  const at = sheet.Blocks.findIndex((b) => b.Kind === "heading");
  const blocks = sheet.Blocks.slice();
  const part = blocks[at].Parts[0];
  blocks[at] = { ...blocks[at], Parts: [{ ...part, Spans: [{ ...part.Spans[0], Text: `${part.Spans[0].Text} ${edit}` }] }] };
  return { ...sheet, Blocks: blocks };
}

// styleOf is the name of the style of a block's part.
export function styleOf(block, part) {
  const byRole = { title: "title", organisation: "organisation", place: "place", detail: "place", dates: "dates", group: "group" };
  const byKind = { name: "name", label: "label", contact: "contact", heading: "heading", keywords: "place" };
  return byRole[part.Role] ?? byKind[block.Kind] ?? "body";
}

// separator stands between two parts of a block.
export function separator(sheet, block, part) {
  if (block.Kind === "terms") return part === 1 ? " " : ", ";
  if (block.Kind === "keywords") return ", ";
  return sheet.Separator;
}
