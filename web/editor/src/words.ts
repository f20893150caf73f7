/** Words to leave alone. They stay in this browser, and travel only with a check. */

const KEY = "schrijfhulp-woorden";

/** The words, in alphabetical order. */
export function words(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(stored) ? stored.filter((word) => typeof word === "string") : [];
  } catch (error) {
    if (error instanceof SyntaxError) return []; // another program wrote here
    throw error;
  }
}

export function add(...added: string[]): void {
  const clean = added.map((word) => word.trim()).filter(Boolean);
  store([...words(), ...clean]);
}

export function remove(word: string): void {
  store(words().filter((kept) => kept !== word));
}

/** One word a line, as the file that `read` takes. */
export function asFile(): Blob {
  return new Blob([words().join("\n"), "\n"], { type: "text/plain" });
}

export async function readFile(file: File): Promise<number> {
  const before = words().length;
  add(...(await file.text()).split(/\r\n?|\n/));
  return words().length - before;
}

function store(list: string[]): void {
  const unique = [...new Set(list)].sort((one, other) => one.localeCompare(other, "nl"));
  localStorage.setItem(KEY, JSON.stringify(unique));
}
