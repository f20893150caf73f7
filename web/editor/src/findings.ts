/** The findings in the document: underlined in place, moving along with every edit. */

import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import { type Mappable, Mapping } from "@tiptap/pm/transform";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import type { Finding, Range } from "./api";
import type { PlainText } from "./offsets";

export interface Replacement {
  text: string;
  from: number;
  to: number;
  old: string; // what it replaces; when the document says something else by now, it no longer fits
}

/** A finding with its place in the document as it is now. */
export interface Found {
  id: string;
  finding: Finding;
  from: number;
  to: number;
  replacements: Replacement[];
  ignored: boolean;
}

interface Findings {
  all: Found[];
  current: string | null;
  marks: DecorationSet;
  plain: PlainText | null;
  sinceReport: Mapping;
}

type Change =
  | { name: "report"; findings: Finding[]; plain: PlainText }
  | { name: "current"; id: string | null }
  | { name: "ignore"; ids: string[]; ignored: boolean };

const key = new PluginKey<Findings>("findings");
const NONE: Findings = { all: [], current: null, marks: DecorationSet.empty, plain: null, sinceReport: new Mapping() };

export const FindingsExtension = Extension.create({
  name: "findings",
  addProseMirrorPlugins: () => [
    new Plugin<Findings>({
      key,
      state: { init: () => NONE, apply },
      props: { decorations: (state) => key.getState(state)?.marks },
    }),
  ],
});

export function change(transaction: Transaction, what: Change): Transaction {
  return transaction.setMeta(key, what).setMeta("addToHistory", false);
}

/** All findings that are shown, by place. */
export function shown(state: EditorState): Found[] {
  return (key.getState(state) ?? NONE).all.filter((found) => !found.ignored);
}

export function ignored(state: EditorState): Found[] {
  return (key.getState(state) ?? NONE).all.filter((found) => found.ignored);
}

export function current(state: EditorState): Found | null {
  const { all, current } = key.getState(state) ?? NONE;
  return all.find((found) => found.id === current) ?? null;
}

/** The shortest of the findings at a position: a word rather than the sentence around it. */
export function at(state: EditorState, position: number): Found | null {
  const touched = shown(state).filter((found) => found.from <= position && position <= found.to);
  return touched.sort((one, other) => one.to - one.from - (other.to - other.from))[0] ?? null;
}

/** The next or previous finding among `list` (by place) as seen from the current one, or else from the cursor; goes round. */
export function beside(state: EditorState, list: Found[], step: 1 | -1): Found | null {
  const here = list.findIndex((found) => found.id === current(state)?.id);
  if (here >= 0) return list.at((here + step) % list.length) ?? null;
  const cursor = state.selection.from;
  return step > 0
    ? (list.find((found) => found.from >= cursor) ?? list[0] ?? null)
    : (list.findLast((found) => found.from < cursor) ?? list.at(-1) ?? null);
}

/** Where a range of the text that was checked is in the document now. */
export function placeNow(state: EditorState, range: Range): { from: number; to: number } | null {
  const { plain, sinceReport } = key.getState(state) ?? NONE;
  return plain && moved(sinceReport, plain.range(range.start, range.end));
}

/** The text between two positions; a block boundary is an empty line. */
export function textBetween(doc: Node, from: number, to: number): string {
  return doc.textBetween(from, to, "\n\n", () => "\n");
}

function apply(transaction: Transaction, before: Findings): Findings {
  const after = transaction.docChanged ? mapped(before, transaction) : before;
  const what = transaction.getMeta(key) as Change | undefined;
  switch (what?.name) {
    case "report":
      return marked(transaction.doc, {
        ...after,
        all: merged(transaction.doc, after.all, what.findings, what.plain),
        plain: what.plain,
        sinceReport: new Mapping(),
      });
    case "current":
      return what.id === after.current ? after : marked(transaction.doc, { ...after, current: what.id });
    case "ignore":
      return marked(transaction.doc, {
        ...after,
        all: after.all.map((found) => (what.ids.includes(found.id) ? { ...found, ignored: what.ignored } : found)),
      });
    default:
      return after;
  }
}

function mapped(before: Findings, { mapping, doc }: Transaction): Findings {
  const all = before.all.flatMap((found) => {
    const place = moved(mapping, found);
    if (!place) return [];
    const replacements = found.replacements.flatMap((item) => {
      const now = moved(mapping, item);
      return now && textBetween(doc, now.from, now.to) === item.old ? [{ ...item, ...now }] : [];
    });
    return [{ ...found, ...place, replacements }];
  });
  const sinceReport = before.sinceReport.slice();
  sinceReport.appendMapping(mapping);
  const after = { ...before, all, sinceReport, current: null };
  return before.current ? marked(doc, after) : { ...after, marks: before.marks.map(mapping, doc) };
}

/** Null when nothing is left of the range. */
function moved(mapping: Mappable, { from, to }: { from: number; to: number }): { from: number; to: number } | null {
  const place = { from: mapping.map(from, 1), to: mapping.map(to, -1) };
  return place.from < place.to ? place : null;
}

/** The new findings; one that was there already keeps its id, and stays ignored. */
function merged(doc: Node, before: Found[], findings: Finding[], plain: PlainText): Found[] {
  const known = new Map(before.map((found) => [`${found.finding.rule} ${found.from} ${found.to}`, found]));
  return findings.map((finding) => {
    const { from, to } = plain.range(finding.start, finding.end);
    const same = known.get(`${finding.rule} ${from} ${to}`);
    const replacements = finding.suggestions.map(({ text, start, end }) => {
      const place = plain.range(start, end);
      return { text, ...place, old: textBetween(doc, place.from, place.to) };
    });
    const id = same?.id ?? crypto.randomUUID();
    return { id, finding, from, to, replacements, ignored: same?.ignored ?? false };
  });
}

/** ProseMirror redraws only the blocks whose marks differ from the ones it shows. */
function marked(doc: Node, findings: Findings): Findings {
  const marks = findings.all.filter((found) => !found.ignored).map((found) => mark(found, findings.current));
  return { ...findings, marks: DecorationSet.create(doc, marks) };
}

function mark({ id, finding, from, to }: Found, current: string | null): Decoration {
  const classes = ["vondst", `vondst--${finding.category}`, `vondst--${finding.severity}`];
  if (id === current) classes.push("vondst--gekozen");
  return Decoration.inline(from, to, { nodeName: "mark", class: classes.join(" "), "data-vondst": id });
}
