/** What Word, Outlook and web pages put on the clipboard, cleaned to plain structure. */

import { h } from "./dom";

const DROPPED =
  "style, script, title, meta, link, xml, img, svg, iframe, object, template, button, input, select, textarea";
const TABLE = "table, caption, thead, tbody, tfoot, tr, td, th"; // the editor has no tables: each cell is a paragraph
const IGNORED = /mso-list: ?ignore/;
const HEADING = /^Mso(?:Title|Heading(\d))$|^(?:Kop|Heading)(\d)$/i;

/** The body of pasted HTML with real lists and headings, `strong` and `em`; the editor's schema drops the rest. */
export function clean(html: string): string {
  const { body } = new DOMParser().parseFromString(withoutStyle(html), "text/html");
  for (const element of body.querySelectorAll(DROPPED)) element.remove();
  makeLists(body);
  dropInvisible(body);
  nameEmphasis(body);
  nameHeadings(body);
  for (const part of [...body.querySelectorAll(TABLE)].reverse()) rename(part, "div");
  for (const element of body.querySelectorAll("[data-style], [class]")) {
    element.removeAttribute("data-style");
    element.removeAttribute("class");
  }
  return body.innerHTML;
}

/** The page's policy objects to styles even in a document that is never shown; what they say is still needed. */
function withoutStyle(html: string): string {
  const unstyled = html.replace(/<style\b[\s\S]*?<\/style>/gi, "");
  return unstyled.replace(/<[^>]+>/g, (tag) => tag.replace(/\sstyle\s*=/i, " data-style="));
}

function css(element: Element): string {
  return (element.getAttribute("data-style") ?? "").replace(/\s+/g, " ").toLowerCase();
}

/** Word's bookkeeping: comments, empty paragraphs, and the bullets that it spells out for browsers without its lists. */
function dropInvisible(body: HTMLElement): void {
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) (comment as Comment).remove();
  for (const element of body.querySelectorAll("[data-style]")) {
    if (IGNORED.test(css(element)) || /mso-hide: ?all|display: ?none/.test(css(element))) element.remove();
  }
  for (const paragraph of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
    if (!paragraph.textContent.trim()) paragraph.remove();
  }
}

/** `span style=font-weight:bold` is `strong`; Google Docs' `b style=font-weight:normal` is nothing. */
function nameEmphasis(body: HTMLElement): void {
  for (const element of body.querySelectorAll("span[data-style], font[data-style]")) {
    if (/font-weight: ?(?:bold|[6-9]00)/.test(css(element))) wrapContent(element, "strong");
    if (/font-style: ?italic/.test(css(element))) wrapContent(element, "em");
  }
  for (const element of body.querySelectorAll("b[data-style], strong[data-style], i[data-style], em[data-style]")) {
    if (/font-weight: ?(?:normal|400)|font-style: ?normal/.test(css(element)))
      element.replaceWith(...element.childNodes);
  }
}

function wrapContent(element: Element, name: "strong" | "em"): void {
  element.replaceChildren(h(name, {}, ...element.childNodes));
}

/** Paragraphs in a heading style of Word, in Dutch or English, become headings. */
function nameHeadings(body: HTMLElement): void {
  for (const paragraph of body.querySelectorAll("p[class]")) {
    const heading = HEADING.exec(paragraph.className);
    if (heading) rename(paragraph, `h${heading[1] ?? heading[2] ?? 1}`);
  }
}

function rename(element: Element, name: string): void {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

/** Word's list paragraphs, `mso-list:l0 level2 lfo1`, become nested lists. */
function makeLists(body: HTMLElement): void {
  let open: { list: HTMLElement; level: number }[] = [];
  for (const paragraph of [...body.querySelectorAll("p")]) {
    const level = Number(/mso-list: ?l\d+ level(\d+)/.exec(css(paragraph))?.[1] ?? 0);
    if (!level) continue;
    if (!open[0] || paragraph.previousElementSibling !== open[0].list) open = [];
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > level) open.pop();
    if ((open.at(-1)?.level ?? 0) < level) open.push({ list: newList(paragraph, open.at(-1)?.list), level });
    open.at(-1)?.list.append(h("li", {}, h("p", {}, ...paragraph.childNodes)));
    paragraph.remove();
  }
}

/** A list where the paragraph stands, or in the last item of the list around it. */
function newList(paragraph: Element, around: HTMLElement | undefined): HTMLElement {
  const bullet = [...paragraph.querySelectorAll("[data-style]")].find((element) => IGNORED.test(css(element)));
  const list = h(/^\s*\(?\w+[.)]/.test(bullet?.textContent ?? "") ? "ol" : "ul");
  if (around?.lastElementChild) around.lastElementChild.append(list);
  else paragraph.before(list);
  return list;
}
