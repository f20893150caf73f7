/** Plain text and Markdown as HTML elements that the editor takes in. */

import { marked } from "marked";
import { h } from "./dom";

const BULLET = /^\s*(?:[-–•*·▪◦o]|(\d{1,2}[.)]))\s+(?=\S)/;

/** Paragraphs between empty lines, lists from lines with bullets; other lines keep their breaks. */
export function fromText(text: string): DocumentFragment {
  const fragment = new DocumentFragment();
  for (const paragraph of text.split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*/)) {
    const lines = paragraph.split(/\r\n?|\n/).filter((line) => line.trim());
    for (const run of runs(lines)) fragment.append(run.bullet ? list(run.lines) : lineByLine(run.lines));
  }
  return fragment;
}

/** The body of a Markdown text; raw HTML in it goes through the same sieve as what is pasted. */
export function fromMarkdown(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, ""); // front matter
  return marked.parse(body, { async: false });
}

function runs(lines: string[]): { bullet: boolean; lines: string[] }[] {
  const found: { bullet: boolean; lines: string[] }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const bullet = BULLET.test(line);
    if (last?.bullet && !bullet && /^\s/.test(line)) last.lines.push(`${last.lines.pop()}\n${line.trim()}`);
    else if (last && last.bullet === bullet) last.lines.push(line);
    else found.push({ bullet, lines: [line] });
  }
  return found;
}

function list(lines: string[]): HTMLElement {
  const ordered = BULLET.exec(lines[0] ?? "")?.[1] !== undefined;
  const items = lines.map((line) => h("li", {}, lineByLine(line.replace(BULLET, "").split("\n"))));
  return h(ordered ? "ol" : "ul", {}, ...items);
}

function lineByLine(lines: string[]): HTMLElement {
  return h("p", {}, ...lines.flatMap((line, index) => (index ? [h("br"), line.trim()] : [line.trim()])));
}
