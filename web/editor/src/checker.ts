/** When to ask: shortly after the last change, one question at a time, again when the server was away. */

import { Away, Problem } from "./api";

const PAUSE = 400; // milliseconds without a change
const FIRST_RETRY = 1; // seconds; doubles with each try
const LAST_RETRY = 30;

export type State =
  | { name: "leest" } // a file
  | { name: "bezig" }
  | { name: "klaar" }
  | { name: "weg"; seconds: number } // the server is away; the next try is in so many seconds
  | { name: "fout"; message: string };

export interface Checker {
  /** Something changed: ask after a short pause; what was asked before is stale. */
  changed(): void;
  /** Ask right away. */
  now(): void;
}

/** Calls `ask` at the right moments. `ask` must hand over its answer itself, unless its signal was aborted. */
export function checker(ask: (signal: AbortSignal) => Promise<void>, show: (state: State) => void): Checker {
  let timer = 0;
  let tries = 0;
  let running = new AbortController();

  function after(milliseconds: number): void {
    running.abort();
    clearTimeout(timer);
    timer = window.setTimeout(() => void run(), milliseconds);
  }

  async function run(): Promise<void> {
    const { signal } = (running = new AbortController());
    if (tries === 0) show({ name: "bezig" });
    try {
      await ask(signal);
      if (signal.aborted) return;
      tries = 0;
      show({ name: "klaar" });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Problem) show({ name: "fout", message: error.message });
      else if (error instanceof Away) wait(error);
      else throw error;
    }
  }

  function wait(away: Away): void {
    const seconds = away.seconds ?? Math.min(LAST_RETRY, FIRST_RETRY * 2 ** tries);
    tries += 1;
    show({ name: "weg", seconds });
    after(seconds * 1000);
  }

  const soon = () => after(0);
  window.addEventListener("online", () => tries > 0 && soon());
  return { changed: () => after(PAUSE), now: soon };
}
