/** A group of controls that is one stop for the Tab key; arrow keys move inside it. */

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Keeps one element that matches `selector` in the tab order; call the result after the content changed. */
export function roving(group: HTMLElement, selector: string): () => void {
  const members = () => [...group.querySelectorAll<HTMLElement>(selector)].filter((member) => !member.hidden);

  function settle(chosen?: HTMLElement): void {
    const all = members();
    const stop = chosen ?? all.find((member) => member === document.activeElement) ?? all.find(isChosen) ?? all[0];
    for (const member of all) member.tabIndex = member === stop ? 0 : -1;
  }

  group.addEventListener("focusin", (event) => {
    const member = (event.target as HTMLElement).closest<HTMLElement>(selector);
    if (member) settle(member);
  });
  group.addEventListener("keydown", (event) => {
    const all = members();
    const here = all.indexOf(document.activeElement as HTMLElement);
    if (here < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const edges: Record<string, number> = { Home: 0, End: all.length - 1 };
    const to = edges[event.key] ?? here + (STEPS[event.key] ?? 0);
    if (to === here || !(event.key in STEPS || event.key in edges)) return;
    event.preventDefault();
    all.at(to % all.length)?.focus();
  });
  return settle;
}

function isChosen(element: HTMLElement): boolean {
  return ["aria-selected", "aria-current", "aria-pressed"].some((name) => element.getAttribute(name) === "true");
}
