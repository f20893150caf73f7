/**
 * `<schrijfhulp-advies for="id">`: advice on any text area of any page, from the server that this script came from.
 *
 * Attributes: `for`, the id of the text area; `profiel`, the kind of text; `server`, when it is another one; `sleutel`, an
 * API key, where the server asks for one. The element styles itself; a page can set the custom properties below.
 */

import { client, type Finding, type Report, type Suggestion } from "./api";
import { type Checker, checker, type State } from "./checker";
import { button, fill, h } from "./dom";
import { plural, shortened } from "./text";

const SCRIPT = document.currentScript as HTMLScriptElement | null;
const SUGGESTIONS = 3;
const MOST_SHOWN = 50;
const STYLE = `
:host { display: block; font: 1rem/1.5 system-ui, sans-serif; color: var(--schrijfhulp-kleur-tekst, inherit); }
ol { list-style: none; margin: .5rem 0; padding: 0; }
li { border-inline-start: 3px solid var(--schrijfhulp-kleur-accent, #1b4965); margin-block: .75rem; padding-inline-start: .75rem; }
p { margin: 0; }
button { background: none; border: 1px solid currentcolor; border-radius: 4px; color: inherit; cursor: pointer; font: inherit;
  margin: .25rem .5rem .25rem 0; min-block-size: 1.75rem; padding: 0 .5rem; text-align: start; }
button.plek { border-color: transparent; font-weight: 600; padding: 0; text-decoration: underline; }
:focus-visible { outline: 3px solid var(--schrijfhulp-kleur-focus, #b8480a); outline-offset: 2px; }`;

class SchrijfhulpAdvies extends HTMLElement {
  private readonly stand = h("p", { role: "status" });
  private readonly list = h("ol", { "aria-label": "Advies over de tekst" });
  private readonly checking: Checker = checker(
    (signal) => this.check(signal),
    (state) => this.show(state),
  );
  private area: HTMLTextAreaElement | null = null;

  connectedCallback(): void {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(this.stand, this.list);
    this.area = this.ownerDocument.getElementById(this.getAttribute("for") ?? "") as HTMLTextAreaElement | null;
    this.area?.addEventListener("input", this.changed);
    if (this.area) this.checking.now();
  }

  disconnectedCallback(): void {
    this.area?.removeEventListener("input", this.changed);
  }

  /** The advice was on another text: its places no longer fit. */
  private changed = (): void => {
    this.list.inert = true;
    this.checking.changed();
  };

  private async check(signal: AbortSignal): Promise<void> {
    const text = this.area!.value;
    const server = this.getAttribute("server") ?? new URL(SCRIPT?.src ?? location.href).origin;
    const { check } = client(server, this.getAttribute("sleutel"));
    const report = text.trim() ? await check(text, this.getAttribute("profiel") ?? "", [], signal) : null;
    if (!signal.aborted) this.draw(report, text);
  }

  private show(state: State): void {
    if (state.name === "fout") this.stand.textContent = state.message;
    if (state.name === "weg")
      this.stand.textContent = "De schrijfhulp is even niet bereikbaar. Wij proberen het zo opnieuw.";
  }

  private draw(report: Report | null, text: string): void {
    this.list.inert = false;
    const findings = report?.findings ?? [];
    const count = findings.length ? plural(findings.length, "advies", "adviezen") : "Geen adviezen";
    this.stand.textContent = report ? `${count}.` : "";
    fill(this.list, ...findings.slice(0, MOST_SHOWN).map((finding) => this.item(finding, text)));
  }

  private item(finding: Finding, text: string): HTMLElement {
    const place = shortened(text.slice(finding.start, finding.end));
    return h(
      "li",
      {},
      button(place, () => this.select(finding.start, finding.end), {
        class: "plek",
        "data-key": `${finding.rule}-${finding.start}`,
      }),
      h("p", {}, finding.message),
      ...finding.suggestions
        .slice(0, SUGGESTIONS)
        .map((suggestion) => button(suggestion.text || "Laat dit weg", () => this.apply(suggestion))),
    );
  }

  private select(start: number, end: number): void {
    this.area!.focus();
    this.area!.setSelectionRange(start, end);
  }

  /** As if it was typed, so that the browser can undo it. */
  private apply({ text, start, end }: Suggestion): void {
    this.select(start, end);
    if (text) document.execCommand("insertText", false, text);
    else document.execCommand("delete");
  }
}

customElements.define("schrijfhulp-advies", SchrijfhulpAdvies);
