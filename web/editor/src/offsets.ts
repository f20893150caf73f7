/** The document as the plain text that is checked, and the way between its offsets and document positions. */

import type { Node } from "@tiptap/pm/model";

interface Stretch {
  start: number; // offset in the text
  length: number;
  position: number; // of the first character in the document
}

export interface PlainText {
  text: string;
  /** The document range of a text range; the white space and bullets between blocks belong to no block. */
  range(start: number, end: number): { from: number; to: number };
}

/**
 * One block of text for each paragraph, heading and list item, as the server's reader of plain text expects them.
 * Inside a block a character of the text is a position in the document: a hard break is a line break.
 */
export function plainText(doc: Node, bullet: (index: number, ordered: boolean) => string = () => "- "): PlainText {
  const stretches: Stretch[] = [];
  let text = "";
  let previousList: Node | null = null;
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    if (node.content.size === 0) return false;
    const { list, depth, index, first } = itemAt(doc, position);
    const marker = list && first ? "  ".repeat(depth - 1) + bullet(index, list.type.name === "orderedList") : "";
    if (text) text += marker && previousList ? "\n" : "\n\n";
    text += marker;
    stretches.push({ start: text.length, length: node.content.size, position: position + 1 });
    text += node.textBetween(0, node.content.size, undefined, () => "\n");
    previousList = list;
    return false;
  });
  return { text, range: (start, end) => range(stretches, start, end) };
}

/** Which item of which list the text block at `position` stands in, and whether it is the item's first. */
function itemAt(doc: Node, position: number) {
  const place = doc.resolve(position);
  const inItem = place.depth > 1 && place.parent.type.name === "listItem";
  return {
    list: inItem ? place.node(place.depth - 1) : null,
    depth: Math.floor(place.depth / 2),
    index: inItem ? place.index(place.depth - 1) : 0,
    first: place.index() === 0,
  };
}

function range(stretches: Stretch[], start: number, end: number): { from: number; to: number } {
  const at = Math.max(
    0,
    stretches.findLastIndex((stretch) => stretch.start <= start),
  );
  const until = Math.max(
    at,
    stretches.findLastIndex((stretch) => stretch.start < end),
  );
  return { from: position(stretches[at], start), to: position(stretches[until], end) };
}

function position(stretch: Stretch | undefined, offset: number): number {
  if (!stretch) return 0;
  return stretch.position + Math.min(Math.max(offset - stretch.start, 0), stretch.length);
}
