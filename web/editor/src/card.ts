/** The card of one finding: what it is, why, and what to do with it. */

import type { Actions, Focus } from "./actions";
import type { Client, Rule } from "./api";
import { button, fill, h } from "./dom";
import type { Found } from "./findings";
import { categoryLabel, severityLabel } from "./labels";
import { shortened } from "./text";

const SUGGESTIONS = 5;
const MOST_IGNORED_WORDS = 4; // a longer passage is a sentence, not a word to leave alone

interface Options {
  api: Client;
  rulesUrl: string;
  actions: Actions;
  ignoreWord(text: string): void;
  /** Where the keyboard goes when the card closes. */
  leave(): void;
  announce(message: string): void;
}

export interface Card {
  element: HTMLElement;
  show(found: Found, focus: Focus, place: { left: number; bottom: number }): void;
  hide(): void;
  focus(): void;
}

export function card({ api, rulesUrl, actions, ignoreWord, leave, announce }: Options): Card {
  const element = h("section", { class: "kaart", role: "dialog", "aria-labelledby": "kaart-titel", hidden: true });
  let origin: HTMLElement | null = null; // what had the focus before the card took it

  function hide(): void {
    const inside = element.contains(document.activeElement);
    element.hidden = true;
    if (!inside) return;
    const home = origin?.isConnected
      ? origin
      : document.querySelector<HTMLElement>(`[data-key="${origin?.dataset.key}"]`);
    if (home) home.focus();
    else leave();
  }

  function close(): void {
    actions.close();
  }

  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  });

  function done(message: string): void {
    origin = null;
    hide();
    announce(message);
  }

  function draw(found: Found, rule: Rule | null): void {
    const { finding } = found;
    const text = actions.text(found);
    element.dataset.soort = finding.category;
    fill(
      element,
      h(
        "header",
        {},
        h("p", { class: "kaart__soort" }, `${categoryLabel(finding.category)} · ${severityLabel(finding.severity)}`),
        h("h3", { id: "kaart-titel" }, rule?.title ?? `‘${shortened(text, 40)}’`),
        button("×", close, { class: "klein kaart__sluiten", "aria-label": "Sluit dit advies", "data-key": "sluiten" }),
      ),
      h("p", {}, finding.message),
      suggestions(found),
      rule && h("p", { class: "kaart__waarom" }, rule.why),
      h("div", { class: "kaart__acties" }, ...ways(found, text), rule && more(rulesUrl, finding.rule)),
    );
  }

  function suggestions(found: Found): HTMLElement | null {
    const offered = found.replacements.slice(0, SUGGESTIONS);
    if (!offered.length) return null;
    const items = offered.map((replacement, index) => {
      const apply = () => {
        actions.apply(found, replacement);
        done(`Vervangen door ‘${shortened(replacement.text)}’. Met Ctrl+Z maakt u dit ongedaan.`);
      };
      return h(
        "li",
        {},
        button(replacement.text || "Laat dit weg", apply, {
          "data-key": `voorstel-${index}`,
        }),
      );
    });
    return h("ul", { class: "kaal kaart__voorstellen", "aria-label": "Zet in de tekst" }, ...items);
  }

  function ways(found: Found, text: string): HTMLElement[] {
    const plain = (label: string, act: () => void) => button(label, act, { class: "stil", "data-key": label });
    const ignoreThis = plain("Negeer deze", () => {
      actions.ignore(found);
      done("Genegeerd.");
    });
    const count = text.split(/\s+/).length;
    if (count > MOST_IGNORED_WORDS) return [ignoreThis];
    const unknown = found.finding.rule.startsWith("taal/MORFOLOGIK"); // a word that the dictionary lacks
    const label = unknown ? "Voeg toe aan mijn woorden" : count > 1 ? "Negeer deze woorden" : "Negeer dit woord";
    const ignoreAll = plain(label, () => {
      ignoreWord(text);
      done(`‘${text}’ staat nu bij uw woorden.`);
    });
    return [ignoreThis, ignoreAll];
  }

  return {
    element,
    hide,
    focus: () => element.querySelector<HTMLElement>("button:not(.kaart__sluiten)")?.focus(),
    show(found, focus, place) {
      if (!element.contains(document.activeElement)) origin = document.activeElement as HTMLElement;
      element.hidden = false;
      element.dataset.vondst = found.id;
      draw(found, null);
      put(element, place);
      if (focus === "card") this.focus();
      const stillOpen = () => !element.hidden && element.dataset.vondst === found.id;
      api.rule(found.finding.rule).then(
        (rule) => stillOpen() && draw(found, rule),
        () => undefined, // LanguageTool's rules have no page, and a card does without
      );
    },
  };
}

function more(rulesUrl: string, rule: string): HTMLElement {
  const link = {
    class: "utrecht-link",
    href: `${rulesUrl}/${rule}`,
    target: "_blank",
    rel: "noopener",
    "data-key": "meer",
  };
  return h("a", link, "Meer uitleg", h("span", { class: "verborgen" }, " (nieuw tabblad)"));
}

/** Below the place, inside the sheet; a narrow screen has the card at its foot instead (see editor.css). */
function put(element: HTMLElement, { left, bottom }: { left: number; bottom: number }): void {
  const sheet = element.offsetParent?.getBoundingClientRect();
  if (!sheet) return;
  const most = Math.max(0, sheet.width - element.offsetWidth);
  element.style.setProperty("--kaart-boven", `${Math.round(bottom - sheet.top + 8)}px`);
  element.style.setProperty("--kaart-links", `${Math.round(Math.min(Math.max(0, left - sheet.left), most))}px`);
  element.scrollIntoView({ block: "nearest" });
}
