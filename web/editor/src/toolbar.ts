/** The buttons above the text: headings, lists, bold, italics, undo. */

import type { ChainedCommands, Editor } from "@tiptap/core";
import { button, h } from "./dom";
import { roving } from "./roving";

interface Tool {
  label: string;
  sign: string;
  keys: string;
  run: (chain: ChainedCommands) => ChainedCommands;
  active?: [name: string, attributes?: Record<string, unknown>];
}

const TOOLS: Tool[] = [
  {
    label: "Kop",
    sign: "Kop",
    keys: "Ctrl+Alt+2",
    run: (chain) => chain.toggleHeading({ level: 2 }),
    active: ["heading", { level: 2 }],
  },
  {
    label: "Tussenkop",
    sign: "Tussenkop",
    keys: "Ctrl+Alt+3",
    run: (chain) => chain.toggleHeading({ level: 3 }),
    active: ["heading", { level: 3 }],
  },
  { label: "Vet", sign: "V", keys: "Ctrl+B", run: (chain) => chain.toggleBold(), active: ["bold"] },
  { label: "Cursief", sign: "C", keys: "Ctrl+I", run: (chain) => chain.toggleItalic(), active: ["italic"] },
  {
    label: "Opsomming",
    sign: "• Lijst",
    keys: "Ctrl+Shift+8",
    run: (chain) => chain.toggleBulletList(),
    active: ["bulletList"],
  },
  {
    label: "Genummerde lijst",
    sign: "1. Lijst",
    keys: "Ctrl+Shift+7",
    run: (chain) => chain.toggleOrderedList(),
    active: ["orderedList"],
  },
  { label: "Maak ongedaan", sign: "↶", keys: "Ctrl+Z", run: (chain) => chain.undo() },
  { label: "Doe opnieuw", sign: "↷", keys: "Ctrl+Shift+Z", run: (chain) => chain.redo() },
];

export function toolbar(editor: Editor): HTMLElement {
  const bar = h("div", { class: "gereedschap", role: "toolbar", "aria-label": "Opmaak" });
  const buttons = TOOLS.map((tool) => {
    const run = () => void tool.run(editor.chain().focus()).run();
    const names = { title: `${tool.label} (${tool.keys})`, "aria-label": tool.label };
    return button(tool.sign, run, { class: `gereedschap--${tool.label.toLowerCase().replace(" ", "-")}`, ...names });
  });
  bar.append(...buttons);
  roving(bar, "button")();
  const refresh = () => {
    TOOLS.forEach(({ active }, index) => {
      if (active) buttons[index]!.setAttribute("aria-pressed", String(editor.isActive(...active)));
    });
  };
  editor.on("transaction", refresh);
  refresh();
  return bar;
}
