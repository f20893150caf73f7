/** What the page's form already offers without JavaScript, made to work on the editor: a file, an example, a report. */

import { request } from "./api";
import { asHtml, type Draft, download } from "./files";
import { fromMarkdown, fromText } from "./plain-paste";

/** The text that the form came with. */
export function initial(form: HTMLFormElement, area: HTMLTextAreaElement): string {
  const format = form.querySelector<HTMLInputElement>("[name=formaat]");
  const html = format?.value === "md" ? fromMarkdown(area.value) : asHtml(fromText(area.value));
  format?.remove(); // what goes back to the server is plain text
  return html;
}

/** Hands over what is chosen with the form's file field and its link to an example, in place of loading a new page. */
export function drafts(
  form: HTMLFormElement,
  open: (file: File) => void,
  put: (draft: Draft) => void,
  failed: (error: unknown) => void,
): void {
  const field = form.querySelector<HTMLInputElement>("[name=bestand]");
  field?.addEventListener("change", () => {
    const file = field.files?.[0];
    field.value = "";
    if (file) open(file);
  });
  const example = form.querySelector<HTMLAnchorElement>("a[href*=voorbeeld]");
  example?.addEventListener("click", (event) => {
    event.preventDefault();
    readExample(example.href).then(put, failed);
  });
}

async function readExample(url: string): Promise<Draft> {
  const page = new DOMParser().parseFromString(await (await request(url)).text(), "text/html");
  const text = page.querySelector<HTMLTextAreaElement>("#tekst")?.value ?? "";
  return { name: "Het voorbeeld", text, html: asHtml(fromText(text)) };
}

/** The report as an HTML file, made by the server. */
export async function saveReport(form: HTMLFormElement): Promise<void> {
  const response = await request("/rapport", { method: "POST", body: new FormData(form) });
  download(await response.blob(), "schrijfadvies.html");
}
