/** Builds elements. Never sets HTML strings or style attributes: the page runs under a strict Content-Security-Policy. */

type Attribute = string | number | boolean | null | undefined | ((event: Event) => void);
export type Child = Node | string | null | undefined;

/** An element; functions become listeners (`onclick`), true is an empty attribute, false and null are left out. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A button that does not submit the form around it. */
export function button(
  label: Child,
  onclick: () => void,
  attributes: Record<string, Attribute> = {},
): HTMLButtonElement {
  return h("button", { type: "button", ...attributes, onclick }, label);
}

/** Puts new children in an element; focus stays on the child with the same `data-key`. */
export function fill(element: HTMLElement, ...children: Child[]): void {
  const focused = element.contains(document.activeElement)
    ? (document.activeElement as HTMLElement).dataset.key
    : undefined;
  element.replaceChildren(...children.filter((child) => child !== null && child !== undefined));
  if (focused) element.querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}
