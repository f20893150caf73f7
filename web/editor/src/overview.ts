/** The panels beside the text: advice, readability and steering. */

import type { EditorState } from "@tiptap/pm/state";
import type { Actions } from "./actions";
import { advicePanel } from "./advice-panel";
import type { Measures, Report } from "./api";
import { current, ignored, shown } from "./findings";
import { measuresPanel } from "./measures-panel";
import type { PlainText } from "./offsets";
import { steeringPanel } from "./steering-panel";
import { tabs } from "./tabs";

/** A report, the text it is about, and the measures of that text as it was pasted. */
export interface Checked {
  report: Report;
  plain: PlainText;
  before: Measures | null;
}

export interface Overview {
  element: HTMLElement;
  /** The category of the advice that is shown, or null for all. */
  category(): string | null;
  show(state: EditorState, checked: Checked | null): void;
}

export function overview(actions: Actions, foot: HTMLElement): Overview {
  const advice = advicePanel(actions, foot);
  const measures = measuresPanel(actions.goTo);
  const steering = steeringPanel(actions.goTo);
  const panels = tabs("Advies over uw tekst", [
    { id: "advies", title: "Advies", content: advice.element },
    { id: "leesbaarheid", title: "Leesbaarheid", content: measures.element },
    { id: "sturing", title: "Sturing", content: steering.element },
  ]);
  return {
    element: panels.element,
    category: advice.category,
    show(state, checked) {
      const { report, plain, before } = checked ?? {};
      advice.show(shown(state), ignored(state), current(state)?.id ?? null, report ?? null);
      panels.offer("leesbaarheid", Boolean(report));
      panels.offer("sturing", Boolean(report?.steering));
      if (report) measures.show(report.measures, before ?? null, report.findings);
      if (report?.steering && plain) {
        steering.show(report.steering, report.signals, report.measures.per_sentence, plain.text);
      }
    },
  };
}
