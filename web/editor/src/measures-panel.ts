/** How hard the text is to read, as figures and as a picture; beside what it was when it was pasted. */

import type { Finding, Measures, Range } from "./api";
import { fill, h } from "./dom";
import { levelLabel, struggling } from "./labels";
import { sentences } from "./sentences";
import { figure, percentage, plural } from "./text";

const LONG_SENTENCE = "zinsbouw/lange-zin";
const LOWEST_BAR = 0.06; // a sentence of one word can still be pressed

export interface MeasuresPanel {
  element: HTMLElement;
  show(measures: Measures, before: Measures | null, findings: Finding[]): void;
}

export function measuresPanel(goTo: (range: Range) => void): MeasuresPanel {
  const level = h("div");
  const figures = h("dl", { class: "cijfers" });
  const legend = h("p", { class: "hulp" });
  const bars = sentences("lengte", "Lengte van elke zin", goTo);
  const element = h(
    "div",
    {},
    level,
    figures,
    h("h3", { class: "tussenkop" }, "Zo lang zijn uw zinnen"),
    legend,
    bars.element,
  );
  return {
    element,
    show(measures, before, findings) {
      fill(level, ...readingLevel(measures, before));
      fill(figures, ...rows(measures, before));
      const long = findings.filter((finding) => finding.rule === LONG_SENTENCE);
      const isLong = (range: Range) => long.some(({ start, end }) => start < range.end && range.start < end);
      const most = Math.max(1, ...measures.per_sentence.map((sentence) => sentence.words));
      bars.show(
        measures.per_sentence.map((sentence, index) => ({
          start: sentence.start,
          end: sentence.end,
          look: `balk${isLong(sentence) ? " balk--lang" : ""}`,
          size: Math.max(LOWEST_BAR, sentence.words / most),
          label:
            `Zin ${index + 1}: ${plural(sentence.words, "woord", "woorden")}` +
            `${isLong(sentence) ? ", te lang" : ""}${sentence.passive ? ", lijdende vorm" : ""}`,
        })),
      );
      const count = measures.per_sentence.filter(isLong).length;
      fill(
        legend,
        `Elke staaf is een zin. Kies er een en u springt erheen. ${plural(count, "zin is", "zinnen zijn")} te lang.`,
      );
    },
  };
}

function readingLevel({ lint }: Measures, before: Measures | null): HTMLElement[] {
  if (!lint) return [h("p", {}, "Uw tekst is te kort voor een leesniveau.")];
  const steps = [1, 2, 3, 4].map((step) =>
    h("span", { class: `niveau__stap${step === lint.level ? " niveau__stap--gekozen" : ""}` }, String(step)),
  );
  return [
    h("p", { class: "niveau__trap", "aria-hidden": "true" }, ...steps),
    h(
      "p",
      {},
      h("strong", {}, `Niveau ${lint.level} van 4: ${levelLabel(lint.level)}.`),
      was(String(lint.level), before?.lint ? String(before.lint.level) : null),
      ` Van elke honderd volwassenen hebben er ongeveer ${struggling(lint.level)} moeite met zo’n tekst. Dit is een indicatie.`,
    ),
  ];
}

function rows(now: Measures, before: Measures | null): HTMLElement[] {
  const all: [label: string, of: (measures: Measures) => string, unit?: string][] = [
    ["Woorden per zin", (measures) => figure(measures.words_per_sentence, 1)],
    ["Langste zin", (measures) => figure(measures.longest_sentence), "woorden"],
    ["Zinnen met lijdende vorm", (measures) => percentage(measures.passive_share)],
    ["Omvang", (measures) => figure(measures.words), "woorden"],
  ];
  return all.map(([label, of, unit]) =>
    h(
      "div",
      {},
      h("dt", {}, label),
      h("dd", {}, of(now), unit ? h("small", {}, ` ${unit}`) : null, was(of(now), before && of(before))),
    ),
  );
}

/** What it was when the text was pasted, when that was something else. */
function was(now: string, before: string | null): HTMLElement | null {
  return before === null || before === now ? null : h("span", { class: "eerst" }, ` eerst ${before}`);
}
