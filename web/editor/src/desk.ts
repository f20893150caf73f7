/** The desk of the writer: the text, its card and the panels, and the conversation with the server about them. */

import type { Editor } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import type { Transaction } from "@tiptap/pm/state";
import { type Actions, actions, type Focus } from "./actions";
import { Away, type Client, client, Problem } from "./api";
import { type Card, card } from "./card";
import { type Checker, checker } from "./checker";
import { h } from "./dom";
import { type Draft, readFile } from "./files";
import { drafts, initial, saveReport } from "./form";
import { at, change, current, type Found, shown } from "./findings";
import { plainText } from "./offsets";
import { type Checked, type Overview, overview } from "./overview";
import { type Status, status } from "./status";
import { toolbar } from "./toolbar";
import { tools } from "./tools";
import { type WordList, wordList } from "./word-list";
import * as words from "./words";
import { type Handlers, KEYS_HELP, KEYS_HELP_ID, writing } from "./writing";
import { figure, plural } from "./text";

/** The elements of the page that the editor takes over. */
export interface Page {
  form: HTMLFormElement;
  area: HTMLTextAreaElement;
  place: HTMLElement;
  advice: HTMLElement;
}

export class Desk implements Handlers {
  private readonly api: Client = client("");
  private readonly checking: Checker = checker(
    (signal) => this.check(signal),
    (state) => this.status.show(state, !this.checked),
  );
  private readonly status: Status = status(this.checking.now);
  private readonly sheet = h("div", { class: "blad" });
  private readonly editor: Editor;
  private readonly actions: Actions;
  private readonly card: Card;
  private readonly words: WordList;
  private readonly overview: Overview;
  private checked: Checked | null = null;
  private fresh = true; // the text was just put in; its measures are what later ones are held against
  private spoken = "";

  constructor(private readonly page: Page) {
    this.editor = writing(this.sheet, initial(page.form, page.area), this);
    this.actions = actions(
      this.editor,
      (found, focus) => this.openCard(found, focus),
      () => this.draw(),
    );
    this.card = card({
      api: this.api,
      rulesUrl: page.form.dataset.rulesUrl!,
      actions: this.actions,
      ignoreWord: (word) => this.ignoreWord(word),
      leave: () => this.editor.view.focus(),
      announce: this.status.announce,
    });
    this.words = wordList(this.checking.now, this.status.announce);
    this.overview = overview(this.actions, this.words.element);
    this.mount();
    this.draw();
    this.checking.now();
  }

  private mount(): void {
    const { form, area, place, advice } = this.page;
    const { editor } = this;
    const save = () => void saveReport(form).catch(this.failed);
    const bottom = tools({ editor, saveReport: save, announce: this.status.announce });
    const help = h("p", { id: KEYS_HELP_ID, class: "hulp" }, KEYS_HELP);
    this.sheet.append(this.card.element);
    place.append(toolbar(editor), this.sheet, this.status.element, bottom, help);
    advice.replaceChildren(...advice.querySelectorAll("h2"), this.overview.element);
    advice.removeAttribute("aria-live"); // only the status speaks
    place.addEventListener("dragover", (event) => event.preventDefault());
    drafts(
      form,
      (file) => this.open(file),
      (draft) => this.put(draft),
      this.failed,
    );
    form.addEventListener(
      "change",
      ({ target }) => (target as HTMLInputElement).name === "profiel" && this.checking.now(),
    );
    form.addEventListener("submit", (event) => event.preventDefault());
    place.closest(".werkblad")?.classList.add("werkblad--editor");
    form.querySelector("label[for=tekst]")?.addEventListener("click", () => editor.view.focus());
    area.hidden = true;
    for (const submit of form.querySelectorAll<HTMLElement>("[type=submit]")) submit.hidden = true;
    place.hidden = false;
  }

  // ---- checking

  private async check(signal: AbortSignal): Promise<void> {
    const plain = plainText(this.editor.state.doc);
    const { form, area } = this.page;
    area.value = plain.text;
    if (plain.text.length > this.limit) throw new Problem(this.tooLong(plain.text.length), 413);
    const profile = new FormData(form).get("profiel")?.toString() ?? "";
    const report = plain.text.trim() ? await this.api.check(plain.text, profile, words.words(), signal) : null;
    if (signal.aborted) return;
    const before = this.fresh ? report?.measures : this.checked?.before;
    this.checked = report && { report, plain, before: before ?? null };
    this.fresh = !report;
    const { state, view } = this.editor;
    view.dispatch(change(state.tr, { name: "report", findings: report?.findings ?? [], plain }));
    this.draw();
    this.speak();
  }

  private get limit(): number {
    return Number(this.page.form.dataset.maxCharacters);
  }

  private tooLong(length: number): string {
    return (
      `Uw tekst heeft ${figure(length)} tekens. Wij kijken er ${figure(this.limit)} tegelijk na. ` +
      "Maak de tekst korter of kijk haar in delen na."
    );
  }

  private failed = (error: unknown): void => {
    if (!(error instanceof Problem || error instanceof Away)) throw error;
    this.status.show({ name: "fout", message: error.message });
  };

  private draw(): void {
    const { state } = this.editor;
    this.overview.show(state, this.checked);
    if (!current(state)) this.card.hide();
  }

  private speak(): void {
    const message = this.checked ? plural(shown(this.editor.state).length, "advies", "adviezen") : "";
    if (message && message !== this.spoken) this.status.announce(message);
    this.spoken = message;
  }

  private openCard(found: Found, focus: Focus): void {
    this.card.show(found, focus, this.editor.view.coordsAtPos(found.from));
    this.overview.show(this.editor.state, this.checked);
    if (focus === "stay") this.status.announce(`${found.finding.message} Alt+Enter brengt u naar het advies.`);
  }

  private ignoreWord(word: string): void {
    words.add(word);
    this.words.refresh();
    this.checking.now();
  }

  // ---- what the text tells

  changed = (): void => {
    this.card.hide();
    this.checking.changed();
  };

  pressed(found: Found): void {
    this.actions.choose(found, matchMedia("(pointer: coarse)").matches ? "card" : "stay");
  }

  pressedElsewhere(): void {
    this.actions.close();
  }

  key(event: KeyboardEvent): boolean {
    const { altKey, ctrlKey, metaKey, key } = event;
    const alone = altKey && !ctrlKey && !metaKey;
    if (key === "Escape" && !this.card.element.hidden) this.pressedElsewhere();
    else if (alone && key === "ArrowDown") this.actions.step(1, this.overview.category());
    else if (alone && key === "ArrowUp") this.actions.step(-1, this.overview.category());
    else if (alone && key === "Enter") this.chooseHere();
    else return false;
    event.preventDefault();
    return true;
  }

  private chooseHere(): void {
    const { state } = this.editor;
    const here = current(state) ?? at(state, state.selection.from);
    if (here) this.actions.choose(here, "card");
  }

  pasting(): void {
    this.fresh ||= this.editor.isEmpty;
  }

  refuses(length: number): boolean {
    if (length <= this.limit) return false;
    this.status.show({ name: "fout", message: `${this.tooLong(length)} Er is niets veranderd in uw tekst.` });
    return true;
  }

  open(file: File): void {
    this.status.show({ name: "leest" });
    readFile(file, this.api).then((draft) => this.put(draft), this.failed);
  }

  private put({ name, text, html }: Draft): void {
    if (this.refuses(text.length)) return;
    this.fresh = true;
    const undoable = ({ tr }: { tr: Transaction }) => Boolean(closeHistory(tr)); // apart from what came before
    this.editor.chain().command(undoable).setContent(html).run();
    this.status.announce(`${name} staat in het tekstvak. Met Ctrl+Z krijgt u de vorige tekst terug.`);
  }
}
