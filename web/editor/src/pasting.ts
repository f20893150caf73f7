/** What comes in by pasting and dropping; nothing that is too long replaces what is there. */

import { DOMParser } from "@tiptap/pm/model";
import type { EditorProps } from "@tiptap/pm/view";
import { fromText } from "./plain-paste";
import { clean } from "./rich-paste";

export interface Incoming {
  /** Whether this is too much text; if so, tells the writer. */
  refuses(length: number): boolean;
  /** Text is about to be pasted. */
  pasting(): void;
  open(file: File): void;
}

export function pasting(on: Incoming): EditorProps {
  return {
    transformPastedHTML: clean,
    clipboardTextParser: (text, context, _plain, view) =>
      DOMParser.fromSchema(view.state.schema).parseSlice(fromText(text), { preserveWhitespace: true, context }),
    handlePaste(_view, event) {
      if (on.refuses(event.clipboardData?.getData("text/plain").length ?? 0)) return true;
      on.pasting();
      return false;
    },
    handleDrop(_view, event) {
      const file = event.dataTransfer?.files[0];
      if (!file) return false;
      event.preventDefault();
      on.open(file);
      return true;
    },
  };
}
