/** Does the text command or does it invite: the balance, the text by act, where to let go, and the checklist. */

import type { Range, Signal, Steering } from "./api";
import { button, fill, h } from "./dom";
import { actLabel, isCommanding, sides } from "./labels";
import { type Sentence, sentences } from "./sentences";
import { figure, plural, shortened } from "./text";

export interface SteeringPanel {
  element: HTMLElement;
  show(steering: Steering, signals: Signal[], ranges: Range[], text: string): void;
}

export function steeringPanel(goTo: (range: Range) => void): SteeringPanel {
  const advice = h("p", { class: "sturing__advies" });
  const balance = h("figure", { class: "balans" });
  const legend = h("ul", { class: "kaal strook-uitleg" });
  const strip = sentences("daad", "De tekst, zin voor zin", goTo);
  const rest = h("div", {});
  const explained = h("a", { class: "utrecht-link", href: "/uitleg/sturen", target: "_blank", rel: "noopener" });
  explained.append("Lees over sturen en uitnodigen", h("span", { class: "verborgen" }, " (nieuw tabblad)"));
  const element = h(
    "div",
    {},
    advice,
    balance,
    h("h3", { class: "tussenkop" }, "Zin voor zin"),
    strip.element,
    legend,
    rest,
    explained,
  );
  return {
    element,
    show(steering, signals, ranges, text) {
      fill(advice, steering.advice);
      fill(balance, ...picture(steering));
      const found = ranges.map((range, index) => sentence(range, index, signals, text));
      strip.show(found);
      fill(legend, ...counted(found));
      fill(rest, places(steering.places, text, goTo), checklist(steering, goTo));
    },
  };
}

function picture({ balance, legal, expected_low: low, expected_high: high }: Steering): HTMLElement[] {
  const bar = h("div", { class: "baan", "aria-hidden": "true" });
  const zone = h("span", { class: "baan__zone" });
  zone.style.setProperty("--van", String((low + 1) / 2));
  zone.style.setProperty("--tot", String((high + 1) / 2));
  bar.append(zone);
  if (balance !== null) {
    const point = h("span", { class: "baan__punt" });
    point.style.setProperty("--van", String((balance + 1) / 2));
    bar.append(point);
  }
  const place =
    balance === null
      ? "In uw tekst staat niets dat stuurt of uitnodigt."
      : `Uw tekst staat op ${figure(balance, 2)}. De schaal loopt van −1 (alleen sturen) tot +1 (alleen uitnodigen).`;
  const expected = ` Bij dit soort tekst past een plek tussen ${figure(low, 2)} en ${figure(high, 2)}: het vak in het beeld.`;
  const law = legal ? ` ${plural(legal, "keer", "keer")} noemt u de wet erbij. Zo weet de lezer waarom het moet.` : "";
  return [
    bar,
    h(
      "p",
      { class: "balans__einden", "aria-hidden": "true" },
      h("span", {}, "alleen sturen"),
      h("span", {}, "alleen uitnodigen"),
    ),
    h("figcaption", {}, place, expected, law),
  ];
}

function sentence(range: Range, index: number, signals: Signal[], text: string): Sentence {
  const acts = signals.filter((signal) => signal.start < range.end && range.start < signal.end).map(({ kind }) => kind);
  const side = sideOf(acts);
  const names = [...new Set(acts)].map(actLabel).join(", ") || Object.fromEntries(sides())[side];
  return {
    ...range,
    look: `vak vak--${side}`,
    label: `Zin ${index + 1}, ${names}: ${shortened(text.slice(range.start, range.end))}`,
  };
}

function sideOf(acts: string[]): string {
  const commands = acts.some(isCommanding);
  const invites = acts.some((act) => !isCommanding(act));
  return commands && invites ? "gemengd" : commands ? "sturend" : invites ? "samenwerkend" : "neutraal";
}

/** The strip in words: how many sentences do what. */
function counted(found: Sentence[]): HTMLElement[] {
  return sides().map(([side, name]) => {
    const count = found.filter(({ look }) => look === `vak vak--${side}`).length;
    return h(
      "li",
      {},
      h("span", { class: `vak vak--${side}`, "aria-hidden": "true" }),
      ` ${name}: ${plural(count, "zin", "zinnen")}`,
    );
  });
}

function places(ranges: Range[], text: string, goTo: (range: Range) => void): HTMLElement | null {
  if (!ranges.length) return null;
  const items = ranges.map((range) =>
    h("li", {}, jump(shortened(text.slice(range.start, range.end), 120), range, goTo)),
  );
  return h(
    "section",
    {},
    h("h3", { class: "tussenkop" }, "Hier helpt loslaten het meest"),
    h("ol", { class: "plekken" }, ...items),
  );
}

function checklist({ checklist }: Steering, goTo: (range: Range) => void): HTMLElement | null {
  if (!checklist.length) return null;
  const items = checklist.map(({ question, evidence }) =>
    h(
      "li",
      { class: evidence ? "vraag vraag--ja" : "vraag vraag--nee" },
      question,
      " ",
      evidence ? jump("Ja, bekijk de plek", evidence, goTo, question) : h("strong", {}, "Niet gevonden"),
    ),
  );
  return h(
    "section",
    {},
    h("h3", { class: "tussenkop" }, "Staat dit in uw tekst?"),
    h("ul", { class: "kaal vragen" }, ...items),
  );
}

function jump(label: string, range: Range, goTo: (range: Range) => void, about?: string): HTMLElement {
  const name = about ? `${label}: ga naar het antwoord op ‘${about}’` : null;
  return button(label, () => goTo(range), { class: "stil", "aria-label": name });
}
