/** Panels behind tabs, of which one is open. */

import { button, h } from "./dom";
import { roving } from "./roving";

export interface Tabs {
  element: HTMLElement;
  /** Shows or hides a tab; the first one is always there. */
  offer(id: string, offered: boolean): void;
}

export function tabs(label: string, panels: { id: string; title: string; content: HTMLElement }[]): Tabs {
  const list = h("div", { class: "tabs", role: "tablist", "aria-label": label });
  const parts = panels.map(({ id, title, content }) => {
    const tab = button(title, () => open(id), { id: `tab-${id}`, role: "tab", "aria-controls": `paneel-${id}` });
    const attributes = {
      id: `paneel-${id}`,
      class: "paneel",
      role: "tabpanel",
      "aria-labelledby": `tab-${id}`,
      tabindex: 0,
    };
    list.append(tab);
    return { id, tab, panel: h("div", attributes, content) };
  });
  const settle = roving(list, "button");

  function open(id: string): void {
    for (const part of parts) {
      part.tab.setAttribute("aria-selected", String(part.id === id));
      part.panel.hidden = part.id !== id;
    }
    settle();
  }

  list.addEventListener("focusin", (event) => open((event.target as HTMLElement).id.replace("tab-", "")));
  open(panels[0]!.id);
  return {
    element: h("div", {}, list, ...parts.map((part) => part.panel)),
    offer(id, offered) {
      const part = parts.find((candidate) => candidate.id === id);
      if (!part || part.tab.hidden === !offered) return;
      part.tab.hidden = !offered;
      if (!offered && part.tab.getAttribute("aria-selected") === "true") open(panels[0]!.id);
      settle();
    },
  };
}
