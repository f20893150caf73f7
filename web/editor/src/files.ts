/** Text in from a file, and out to the clipboard or a file. */

import { type Client, Problem, type FileText } from "./api";
import { fromBlocks } from "./blocks";
import { fromMarkdown, fromText } from "./plain-paste";

const MOST_BYTES = 10_000_000; // the server takes no more

/** Another text to put in the editor. */
export interface Draft {
  name: string;
  text: string;
  html: string;
}

/** The text in a file: of plain text and Markdown as it stands there, of other formats as the server reads it. */
export async function readFile(file: File, api: Client): Promise<Draft> {
  if (file.size > MOST_BYTES) throw new Problem("Dit bestand is te groot. Het mag 10 MB zijn.", 413);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { name } = file;
  if (!/\.(?:txt|md|markdown)$/i.test(name) || !isText(bytes)) return fromServer(name, await api.read(file));
  const text = decode(bytes)
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
  return { name, text, html: /\.txt$/i.test(name) ? asHtml(fromText(text)) : fromMarkdown(text) };
}

function fromServer(name: string, { text, blocks }: FileText): Draft {
  return { name, text, html: asHtml(fromBlocks(text, blocks)) };
}

/** What is called a text may be something else: a zip file, or one with NULs. The server says what it is. */
function isText(bytes: Uint8Array): boolean {
  return !bytes.includes(0) && !/^(?:PK\x03\x04|%PDF-|\{\\rtf)/.test(String.fromCharCode(...bytes.subarray(0, 8)));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

export function asHtml(fragment: DocumentFragment): string {
  const holder = document.createElement("div");
  holder.append(fragment);
  return holder.innerHTML;
}

/** Puts text on the clipboard, with or without its formatting; also where a page has no secure address. */
export function copy(text: string, html?: string): void {
  const fillIn = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/plain", text);
    if (html) event.clipboardData?.setData("text/html", html);
  };
  document.addEventListener("copy", fillIn, { capture: true, once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", fillIn, { capture: true });
}

export function download(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
