/** "Mijn woorden": the words that are left alone, to take away, to keep as a file and to read back. */

import { button, fill, h } from "./dom";
import { download } from "./files";
import * as words from "./words";
import { plural } from "./text";

export interface WordList {
  element: HTMLElement;
  refresh(): void;
}

export function wordList(changed: () => void, announce: (message: string) => void): WordList {
  const title = h("summary", {});
  const list = h("ul", { class: "kaal" });
  const chooser = h("input", { type: "file", accept: ".txt", hidden: true, "aria-label": "Bestand met woorden" });
  const tool = (label: string, act: () => void) => button(label, act, { class: "stil" });
  const save = tool("Bewaar als bestand", () => download(words.asFile(), "mijn-woorden.txt"));
  const load = tool("Haal uit een bestand", () => chooser.click());
  const tools = h("p", {}, save, load, chooser);
  const where = h("p", {}, "Deze woorden laat de schrijfhulp met rust. Ze staan alleen in deze browser.");
  const element = h("details", { class: "uitklap mijn-woorden" }, title, where, list, tools);

  function refresh(): void {
    const all = words.words();
    fill(title, `Mijn woorden (${all.length})`);
    fill(
      list,
      ...all.map((word) =>
        h(
          "li",
          {},
          word,
          " ",
          button("×", () => drop(word), { class: "klein", "aria-label": `Haal ‘${word}’ weg` }),
        ),
      ),
    );
    save.hidden = !all.length;
  }

  function drop(word: string): void {
    words.remove(word);
    refresh();
    title.focus();
    changed();
  }

  chooser.addEventListener("change", async () => {
    const [file] = chooser.files ?? [];
    if (!file) return;
    const added = await words.readFile(file);
    chooser.value = "";
    refresh();
    announce(`${plural(added, "woord", "woorden")} erbij.`);
    changed();
  });
  refresh();
  return { element, refresh };
}
