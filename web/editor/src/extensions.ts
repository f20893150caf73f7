/** What the document can hold: paragraphs, headings, lists, bold, italics and links. Nothing else survives a paste. */

import type { AnyExtension } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Heading } from "@tiptap/extension-heading";
import { Italic } from "@tiptap/extension-italic";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import { Dropcursor, Placeholder, UndoRedo } from "@tiptap/extensions";
import { FindingsExtension } from "./findings";

export function extensions(placeholder: string): AnyExtension[] {
  return [
    Document,
    Paragraph,
    Text,
    Heading,
    BulletList,
    OrderedList,
    ListItem,
    ListKeymap,
    HardBreak,
    Bold,
    Italic,
    Link.configure({
      openOnClick: false,
      autolink: false,
      HTMLAttributes: { rel: "noopener noreferrer", target: null },
    }),
    UndoRedo,
    Dropcursor.configure({ class: "invoegplek", color: false }),
    Placeholder.configure({ placeholder }),
    FindingsExtension,
  ];
}
