/** Text in from a file, and out to the clipboard or a file. */

import { fromMarkdown, fromText } from "./plain-paste";

/** The HTML of a .txt or .md file; older Windows programs do not write UTF-8. */
export async function readText(file: File): Promise<{ name: string; text: string; html: string }> {
  const bytes = await file.arrayBuffer();
  const text = decode(bytes)
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
  return {
    name: file.name,
    text,
    html: /\.(?:md|markdown)$/i.test(file.name) ? fromMarkdown(text) : asHtml(fromText(text)),
  };
}

export function isText(file: File): boolean {
  return /\.(?:txt|md|markdown)$/i.test(file.name);
}

function decode(bytes: ArrayBuffer): string {
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
