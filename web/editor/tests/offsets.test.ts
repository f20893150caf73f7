/** Where the text that is checked is in the document. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { getSchema } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { extensions } from "../src/extensions";
import { plainText } from "../src/offsets";

const schema = getSchema(extensions(""));
const text = (content: string, ...marks: string[]) =>
  schema.text(
    content,
    marks.map((name) => schema.mark(name)),
  );
const node = (name: string, ...content: Node[]) => schema.node(name, null, content);
const paragraph = (content: string) => node("paragraph", ...(content ? [text(content)] : []));
const item = (...content: Node[]) => node("listItem", ...content);

const DOC = node(
  "doc",
  node("heading", text("Wat 😀 doet u?")),
  node("paragraph", text("Neem "), text("mee", "bold"), node("hardBreak"), text("naar het loket:")),
  paragraph(""),
  node(
    "bulletList",
    item(paragraph("uw paspoort")),
    item(paragraph("geld"), node("orderedList", item(paragraph("munten")))),
  ),
  paragraph("Tot ziens."),
);

test("a block for each paragraph, heading and item; nothing for an empty one", () => {
  const expected = "Wat 😀 doet u?\n\nNeem mee\nnaar het loket:\n\n- uw paspoort\n- geld\n  - munten\n\nTot ziens.";
  assert.equal(plainText(DOC).text, expected);
});

test("numbers where the writer sees numbers", () => {
  const { text } = plainText(DOC, (index, ordered) => (ordered ? `${index + 1}. ` : "- "));
  assert.match(text, /\n {2}1\. munten\n/);
});

test("every range of the text is the same text in the document", () => {
  const plain = plainText(DOC);
  for (const words of ["😀", "doet u", "mee\nnaar", "uw paspoort", "geld", "munten", "ziens."]) {
    const start = plain.text.indexOf(words);
    const { from, to } = plain.range(start, start + words.length);
    assert.equal(
      DOC.textBetween(from, to, "", () => "\n"),
      words,
    );
  }
});

test("a range over blocks keeps its ends", () => {
  const plain = plainText(DOC);
  const start = plain.text.indexOf("paspoort");
  const { from, to } = plain.range(start, plain.text.indexOf(" ziens"));
  assert.equal(DOC.textBetween(from, to, "|"), "paspoort|geld|munten|Tot");
});
