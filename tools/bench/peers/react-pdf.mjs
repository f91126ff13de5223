import { createElement as h } from "react";
import { Document, Font, Link, Page, Text, View, renderToBuffer } from "@react-pdf/renderer";
import { separator, serve, styleOf } from "./serve.mjs";

let registered = false;

await serve((sheet) => {
  if (!registered) {
    for (const f of sheet.Fonts) {
      Font.register({ family: f.Family, src: f.File, fontWeight: f.Bold ? 700 : 400, fontStyle: f.Italic ? "italic" : "normal" });
    }
    Font.registerHyphenationCallback((word) => [word]);
    registered = true;
  }
  return renderToBuffer(page(sheet));
});

function page(sheet) {
  const p = sheet.Page;
  const margins = { paddingTop: p.Top, paddingBottom: p.Bottom, paddingLeft: p.Left, paddingRight: p.Right };
  return h(Document, { title: sheet.Title, author: sheet.Author, language: sheet.Language },
    h(Page, { size: [p.Width, p.Height], style: margins }, sheet.Blocks.map((b, i) => block(sheet, b, i))));
}

function words(sheet, name, span, key) {
  const s = sheet.Styles[name];
  const style = {
    fontFamily: s.Family, fontSize: s.Size, lineHeight: s.Leading / s.Size, color: s.Color, letterSpacing: s.Tracking * s.Size,
    fontWeight: s.Bold || span.Bold ? 700 : 400, fontStyle: s.Italic !== span.Italic ? "italic" : "normal", textDecoration: "none",
  };
  const text = s.Capitals ? span.Text.toUpperCase() : span.Text;
  return span.Link ? h(Link, { key, src: span.Link, style }, text) : h(Text, { key, style }, text);
}

function block(sheet, b, key) {
  const left = [], right = [];
  for (const part of b.Parts) {
    const name = styleOf(b, part);
    if (part.Role === "dates") {
      part.Spans.forEach((s, i) => right.push(words(sheet, name, s, `d${i}`)));
      continue;
    }
    if (left.length) left.push(words(sheet, name, { Text: separator(sheet, b, left.length) }, `s${left.length}`));
    part.Spans.forEach((s, i) => left.push(words(sheet, name, s, `${left.length}.${i}`)));
  }
  const style = sheet.Styles[styleOf(b, b.Parts[0])];
  const text = h(Text, { key: "text", style: { flex: 1, fontSize: style.Size, lineHeight: style.Leading / style.Size } }, left);
  const margin = { marginTop: b.Before, flexDirection: "row" };
  switch (b.Kind) {
    case "heading":
      return h(View, { key, minPresenceAhead: 40, style: { ...margin, paddingBottom: sheet.Space.Rule,
        borderBottomWidth: sheet.Rule, borderBottomColor: sheet.RuleColor } }, text);
    case "bullet": {
      const sign = words(sheet, "body", { Text: sheet.Bullet.Sign }, "sign");
      return h(View, { key, style: { ...margin, paddingLeft: sheet.Bullet.Offset } },
        h(View, { key: "sign", style: { width: sheet.Bullet.Indent - sheet.Bullet.Offset } }, sign), text);
    }
  }
  return h(View, { key, style: margin }, text, right.length ? h(Text, { key: "dates" }, right) : null);
}
