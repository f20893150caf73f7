/** A picture of the text: a button for each sentence, in order; one stop for the Tab key. */

import type { Range } from "./api";
import { button, fill, h } from "./dom";
import { roving } from "./roving";

export interface Sentence extends Range {
  label: string; // what a screen reader says, and what the pointer shows
  look: string; // a class
  size?: number; // share of the full height, 0 to 1
}

export interface Sentences {
  element: HTMLElement;
  show(sentences: Sentence[]): void;
}

export function sentences(name: string, title: string, goTo: (range: Range) => void): Sentences {
  const element = h("ol", { class: `kaal zinnen zinnen--${name}`, "aria-label": title });
  const settle = roving(element, "button");
  return {
    element,
    show(list) {
      fill(
        element,
        ...list.map((sentence, index) => {
          const go = button(null, () => goTo(sentence), {
            class: sentence.look,
            "aria-label": sentence.label,
            title: sentence.label,
            "data-key": `${name}-${index}`,
          });
          if (sentence.size !== undefined) go.style.setProperty("--deel", String(sentence.size));
          return h("li", {}, go);
        }),
      );
      settle();
    },
  };
}
