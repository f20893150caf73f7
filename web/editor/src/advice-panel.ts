/** The list of findings: by category, with counts, a filter, and the way to the next one. */

import type { Actions } from "./actions";
import type { Report } from "./api";
import { button, fill, h } from "./dom";
import type { Found } from "./findings";
import { categoryLabel, severityLabel } from "./labels";
import { roving } from "./roving";
import { plural, shortened } from "./text";

const EMPTY = "Zet een tekst in het vak. Dan ziet u hier het advies.";

export interface AdvicePanel {
  element: HTMLElement;
  /** The category that is shown, or null for all. */
  category(): string | null;
  show(findings: Found[], ignored: Found[], chosen: string | null, report: Report | null): void;
}

export function advicePanel(actions: Actions, foot: HTMLElement): AdvicePanel {
  let category: string | null = null;
  let shown: Parameters<AdvicePanel["show"]> = [[], [], null, null];
  const head = h("div", { class: "advies__kop" });
  const filter = h("div", { class: "advies__filter", role: "group", "aria-label": "Toon alleen" });
  const list = h("div", {});
  const rest = h("div", {});
  const element = h("div", {}, head, filter, list, rest, foot);
  const settleFilter = roving(filter, "button");
  const settleList = roving(list, "button");

  function draw(): void {
    const [findings, ignored, chosen, report] = shown;
    const groups = grouped(findings);
    if (category && !groups.has(category)) category = null;
    fill(head, h("p", {}, report ? summary(findings) : EMPTY), findings.length ? steps() : null);
    fill(filter, ...(groups.size > 1 ? choices(findings.length, groups) : []));
    const open = [...groups].filter(([name]) => !category || name === category);
    fill(list, ...open.map(([name, members]) => group(name, members, chosen)));
    fill(
      rest,
      ...(report?.notices ?? []).map(({ message }) => h("p", { class: "hulp" }, message)),
      ignoredLine(ignored),
    );
    settleFilter();
    settleList();
  }

  function steps(): HTMLElement {
    const step = (label: string, keys: string, sign: string, by: 1 | -1) =>
      button(sign, () => actions.step(by, category), {
        class: "klein",
        "aria-label": `${label} advies`,
        title: `${label} advies (${keys})`,
        "data-key": label,
      });
    return h("div", { class: "advies__stappen" }, step("Vorige", "Alt+↑", "↑", -1), step("Volgende", "Alt+↓", "↓", 1));
  }

  function choices(total: number, groups: Map<string, Found[]>): HTMLElement[] {
    const choice = (name: string | null, label: string, count: number) =>
      button(
        `${label} ${count}`,
        () => {
          category = name;
          draw();
        },
        { class: "keuze", "data-soort": name, "aria-pressed": String(category === name), "data-key": `f-${name}` },
      );
    return [
      choice(null, "Alles", total),
      ...[...groups].map(([name, members]) => choice(name, categoryLabel(name), members.length)),
    ];
  }

  function group(name: string, members: Found[], chosen: string | null): HTMLElement {
    const items = members.map((found) =>
      h(
        "li",
        {},
        button(
          h(
            "span",
            {},
            h("strong", {}, shortened(actions.text(found), 48)),
            h("span", {}, found.finding.message),
            h("span", { class: "verborgen" }, ` (${severityLabel(found.finding.severity)})`),
          ),
          () => actions.choose(found, "card"),
          {
            class: `regel regel--${found.finding.severity}`,
            "aria-current": found.id === chosen ? "true" : null,
            "data-key": found.id,
          },
        ),
      ),
    );
    const title = h("h3", { class: "groep__kop" }, `${categoryLabel(name)} (${members.length})`);
    return h("section", { class: "groep", "data-soort": name }, title, h("ul", { class: "kaal" }, ...items));
  }

  function ignoredLine(ignored: Found[]): HTMLElement | null {
    if (!ignored.length) return null;
    const restore = () => actions.restore(ignored.map((found) => found.id));
    return h(
      "p",
      { class: "hulp" },
      `U negeert ${plural(ignored.length, "advies", "adviezen")}. `,
      button("Toon weer", restore, { class: "stil", "data-key": "toon-weer" }),
    );
  }

  return {
    element,
    category: () => category,
    show(...now) {
      shown = now;
      draw();
    },
  };
}

function grouped(findings: Found[]): Map<string, Found[]> {
  const groups = Map.groupBy(findings, (found) => found.finding.category);
  return new Map([...groups].sort(([one], [other]) => categoryLabel(one).localeCompare(categoryLabel(other), "nl")));
}

function summary(findings: Found[]): string {
  if (!findings.length) return "Geen adviezen.";
  const important = findings.filter((found) => found.finding.severity === "hoog").length;
  return plural(findings.length, "advies", "adviezen") + (important ? `, waarvan ${important} belangrijk` : "");
}
