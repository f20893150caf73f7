/** What things are called on the page (web/labels.json). */

interface Labels {
  categories: Record<string, string>;
  severities: Record<string, string>;
  levels: Record<string, string>;
  struggling: Record<string, string | number>; // of a hundred adults, with a text of this level
  sides: Record<string, string>;
  acts: Record<string, string>;
  commanding: string[]; // acts
}

let labels: Labels;

/** Takes the names from the form's `data-labels`. */
export function readLabels(form: HTMLFormElement): void {
  labels = JSON.parse(form.dataset.labels!) as Labels;
}

export const categoryLabel = (key: string) => labels.categories[key] ?? key;
export const severityLabel = (key: string) => labels.severities[key] ?? key;
export const actLabel = (key: string) => labels.acts[key] ?? key;
export const levelLabel = (level: number) => labels.levels[String(level)] ?? "";
export const struggling = (level: number) => labels.struggling[String(level)] ?? "";
export const sides = () => Object.entries(labels.sides);
export const isCommanding = (act: string) => labels.commanding.includes(act);
