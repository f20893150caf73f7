/** The text that is written in: TipTap, with what the keyboard, the pointer and the clipboard do. */

import { Editor } from "@tiptap/core";
import { extensions } from "./extensions";
import { at, type Found } from "./findings";
import { type Incoming, pasting } from "./pasting";

const PLACEHOLDER = "Plak hier uw tekst, of sleep er een bestand in.";
export const KEYS_HELP =
  "Alt+↓ en Alt+↑ gaan naar het volgende en vorige advies, Alt+Enter opent het, Escape sluit het.";
export const KEYS_HELP_ID = "schrijfhulp-toetsen";

export interface Handlers extends Incoming {
  changed(): void;
  pressed(found: Found): void;
  pressedElsewhere(): void;
  /** Whether the key was one of ours. */
  key(event: KeyboardEvent): boolean;
}

export function writing(element: HTMLElement, content: string, on: Handlers): Editor {
  return new Editor({
    element,
    content,
    extensions: extensions(PLACEHOLDER),
    injectCSS: false, // the policy of the page allows no styles but ours
    onUpdate: on.changed,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": "Uw tekst",
        "aria-describedby": KEYS_HELP_ID,
        spellcheck: "false",
      },
      ...pasting(on),
      handleKeyDown: (_view, event) => on.key(event),
      handleClick(view, position, event) {
        const found = (event.target as Element).closest("[data-vondst]") && at(view.state, position);
        if (found) on.pressed(found);
        else on.pressedElsewhere();
        return false;
      },
    },
  });
}
