/** The blocks that the server reads in a file as elements that the editor takes in. */

import type { Block } from "./api";
import { h } from "./dom";

export function fromBlocks(text: string, blocks: Block[]): DocumentFragment {
  const fragment = new DocumentFragment();
  let lists: HTMLElement[] = []; // the open list of each level
  for (const block of blocks) {
    const content = lines(text.slice(block.start, block.end));
    if (block.kind !== "item") {
      lists = [];
      fragment.append(block.kind === "heading" ? heading(block.level, content) : h("p", {}, ...content));
      continue;
    }
    const level = Math.max(block.level, 1);
    lists.length = Math.min(lists.length, level);
    if (lists.length < level) lists.push(newList(lists.at(-1) ?? fragment));
    lists.at(-1)!.append(h("li", {}, h("p", {}, ...content)));
  }
  return fragment;
}

/** A list in the last item of the list around it, or on its own. */
function newList(around: HTMLElement | DocumentFragment): HTMLElement {
  const list = h("ul");
  (around.lastElementChild?.matches("li") ? around.lastElementChild : around).append(list);
  return list;
}

function heading(level: number, content: (Node | string)[]): HTMLElement {
  return h(`h${Math.min(Math.max(level, 1), 6)}` as "h1", {}, ...content);
}

function lines(text: string): (Node | string)[] {
  return text.split("\n").flatMap((line, index) => (index ? [h("br"), line.trim()] : [line.trim()]));
}
