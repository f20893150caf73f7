/** What the page tells about itself: a line that is seen, and a voice for who cannot see it. */

import type { State } from "./checker";
import { button, fill, h } from "./dom";

export interface Status {
  element: HTMLElement;
  announce(message: string): void;
  /** `empty` says that there was no text to check. */
  show(state: State, empty?: boolean): void;
}

export function status(retry: () => void): Status {
  const line = h("div", { class: "stand" });
  const voice = h("p", { class: "verborgen", role: "status", "aria-live": "polite" });
  const announce = (message: string) => {
    voice.textContent = message;
  };
  return {
    element: h("div", {}, line, voice),
    announce,
    show(state, empty = false) {
      line.dataset.stand = state.name;
      if (state.name === "klaar") return fill(line, empty ? null : "Nagekeken");
      if (state.name === "bezig") return fill(line, "Bezig met nakijken …");
      if (state.name === "leest") return fill(line, "Bezig met lezen van uw bestand …");
      const message =
        state.name === "weg"
          ? `De server is even niet bereikbaar. Uw tekst staat hier nog. Wij proberen het over ${state.seconds} seconden opnieuw.`
          : state.message;
      fill(line, message, " ", state.name === "weg" ? button("Probeer het nu", retry, { class: "klein" }) : null);
      announce(message);
    },
  };
}
