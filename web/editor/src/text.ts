/** How figures and passages are written. */

/** A figure in Dutch, or a dash when it could not be measured. */
export function figure(value: number | null, decimals = 0): string {
  return value === null
    ? "–"
    : value
        .toLocaleString("nl-NL", { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
        .replace("-", "−");
}

export function percentage(share: number | null): string {
  return share === null ? "–" : `${figure(100 * share)}%`;
}

export function plural(count: number, one: string, more: string): string {
  return `${figure(count)} ${count === 1 ? one : more}`;
}

/** A passage that fits on a line. */
export function shortened(text: string, length = 60): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`;
}
