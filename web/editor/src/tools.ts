/** The buttons below the text: take it along, with or without its report. */

import type { Editor } from "@tiptap/core";
import { button, h } from "./dom";
import { copy } from "./files";
import { plainText } from "./offsets";

interface Options {
  editor: Editor;
  saveReport(): void;
  announce(message: string): void;
}

export function tools({ editor, saveReport, announce }: Options): HTMLElement {
  const tool = (label: string, run: () => void) =>
    button(label, run, { class: "utrecht-button utrecht-button--secondary-action" });
  const copied = (html?: string) => {
    copy(plainText(editor.state.doc, (index, ordered) => (ordered ? `${index + 1}. ` : "- ")).text, html);
    announce("De tekst is gekopieerd.");
  };
  return h(
    "div",
    { class: "acties uitvoer" },
    tool("Kopieer met opmaak", () => copied(editor.getHTML())),
    tool("Kopieer als platte tekst", () => copied()),
    tool("Bewaar het verslag", saveReport),
    tool("Druk af", () => window.print()),
  );
}
