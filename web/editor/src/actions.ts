/** What a writer can do with a finding, from the text, the card or the panels. */

import type { Editor } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import { DOMParser, type Slice } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import type { Range } from "./api";
import { beside, change, current, type Found, placeNow, type Replacement, shown, textBetween } from "./findings";
import { fromText } from "./plain-paste";

/** Where the keyboard goes when a finding is chosen: to its card, or not at all. */
export type Focus = "card" | "stay";

export interface Actions {
  choose(found: Found, focus: Focus): void;
  close(): void;
  apply(found: Found, replacement: Replacement): void;
  ignore(found: Found): void;
  restore(ids: string[]): void;
  step(step: 1 | -1, category: string | null): void;
  goTo(range: Range): void;
  text(found: Found): string;
}

/** `opened` is called when a finding was chosen, `changed` when the list of findings is another one. */
export function actions(editor: Editor, opened: (found: Found, focus: Focus) => void, changed: () => void): Actions {
  const { view } = editor;

  function choose(found: Found, focus: Focus): void {
    const transaction = change(view.state.tr, { name: "current", id: found.id });
    const { from } = view.state.selection;
    if (from < found.from || from > found.to)
      transaction.setSelection(TextSelection.create(transaction.doc, found.from));
    view.dispatch(transaction.scrollIntoView());
    opened(found, focus);
  }

  function setIgnored(ids: string[], ignored: boolean): void {
    view.dispatch(change(view.state.tr, { name: "ignore", ids, ignored }));
    changed();
  }

  return {
    choose,
    close() {
      if (!current(view.state)) return;
      view.dispatch(change(view.state.tr, { name: "current", id: null }));
      changed();
    },
    apply(_found, { text, from, to }) {
      const transaction = closeHistory(view.state.tr).replace(from, to, slice(editor, text, from));
      transaction.setSelection(TextSelection.near(transaction.doc.resolve(transaction.mapping.map(to))));
      view.dispatch(transaction);
      view.dispatch(closeHistory(view.state.tr));
      view.focus();
      changed();
    },
    ignore: (found) => setIgnored([found.id], true),
    restore: (ids) => setIgnored(ids, false),
    step(step, category) {
      const list = shown(view.state).filter(({ finding }) => !category || finding.category === category);
      const next = beside(view.state, list, step);
      if (!next) return;
      view.focus();
      choose(next, "stay");
    },
    goTo(range) {
      const place = placeNow(view.state, range);
      if (!place) return;
      const selection = TextSelection.create(view.state.doc, place.from, place.to);
      view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
      view.focus();
    },
    text: ({ from, to }) => textBetween(view.state.doc, from, to),
  };
}

/** New text in the style of what stood there; lines of a list become a list. */
function slice(editor: Editor, text: string, from: number): Slice {
  const { schema, state } = editor;
  if (text.includes("\n")) return DOMParser.fromSchema(schema).parseSlice(fromText(text));
  const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(from + 1)) ?? [];
  const content = text ? schema.text(text, marks) : null;
  const paragraph = schema.nodes.paragraph!.create(null, content);
  return paragraph.slice(0, paragraph.content.size);
}
