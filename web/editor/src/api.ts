/** The HTTP API of Schrijfhulp: its types, and the two questions that the page asks. */

export type Severity = "hoog" | "midden" | "laag";

export interface Range {
  start: number;
  end: number;
}

export interface Suggestion extends Range {
  text: string;
}

export interface Finding extends Range {
  rule: string;
  category: string;
  severity: Severity;
  message: string;
  suggestions: Suggestion[];
}

export interface SentenceMeasures extends Range {
  words: number;
  passive: boolean;
  lint_score: number | null;
  lint_level: number | null;
}

export interface Measures {
  words: number;
  sentences: number;
  words_per_sentence: number | null;
  longest_sentence: number | null;
  passive_share: number | null;
  lint: { score: number; level: number } | null;
  per_sentence: SentenceMeasures[];
}

export interface Signal extends Range {
  kind: string;
  legal: boolean;
}

export interface Steering {
  balance: number | null;
  legal: number;
  expected_low: number;
  expected_high: number;
  advice: string;
  places: Range[];
  checklist: { id: string; question: string; evidence: Range | null }[];
}

export interface Report {
  profile: string;
  findings: Finding[];
  measures: Measures;
  signals: Signal[];
  steering: Steering | null;
  notices: { part: string; message: string }[];
}

export interface Rule {
  title: string;
  why: string;
}

export interface Block extends Range {
  kind: "paragraph" | "heading" | "item" | "cell" | "quote" | "skip";
  level: number;
}

/** What the server reads in a file. */
export interface FileText {
  text: string;
  blocks: Block[];
}

/** The server answered that it cannot do this; `message` is its own explanation in Dutch. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

/** The server is not there, or too busy: worth another try, after `seconds` when it said so. */
export class Away extends Error {
  constructor(readonly seconds: number | null = null) {
    super("De server is even niet bereikbaar.");
  }
}

/** The same request as `fetch`, but what went wrong is Away or Problem. */
export async function request(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, init).catch((error: unknown) => {
    throw error instanceof TypeError ? new Away() : error;
  });
  if (BUSY.includes(response.status)) throw new Away(Number(response.headers.get("Retry-After")) || null);
  if (!response.ok) throw new Problem(await detail(response), response.status);
  return response;
}

const BUSY = [429, 502, 503, 504];

/** A client for the server at `base`; a key is only needed where the server asks for one. */
export function client(base: string, key: string | null = null) {
  async function ask<Answer>(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (key) headers.set("Authorization", `Bearer ${key}`);
    const response = await request(`${base}/api/v1/${path}`, { ...init, headers });
    return (await response.json()) as Answer;
  }
  const rules = new Map<string, Promise<Rule>>();
  return {
    /** The report on a text; offsets are those of JavaScript strings. */
    check: (text: string, profile: string, ignore: string[], signal: AbortSignal): Promise<Report> =>
      ask("check", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text: text.toWellFormed(), profile, ignore, offsets: "utf16" }),
        signal,
      }),
    /** The text in a file, in blocks; offsets are those of JavaScript strings. */
    read(file: File): Promise<FileText> {
      const body = new FormData();
      body.append("file", file);
      body.append("offsets", "utf16");
      return ask("check/file", { method: "POST", body });
    },
    /** What a rule is about; asked once. */
    rule(key: string): Promise<Rule> {
      const known = rules.get(key) ?? ask<Rule>(`rules/${key}`);
      rules.set(key, known);
      known.catch(() => rules.delete(key));
      return known;
    },
  };
}

export type Client = ReturnType<typeof client>;

async function detail(response: Response): Promise<string> {
  const problem = (await response.json().catch(() => ({}))) as { detail?: string };
  return problem.detail ?? `De server gaf een fout (${response.status}).`;
}
