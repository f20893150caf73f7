/** The page's editor: takes the place of the form's text area and of the advice beside it. */

import { Desk } from "./desk";
import { readLabels } from "./labels";

const [form, area, place, advice] = ["controle", "tekst", "editor", "advies"].map((id) => document.getElementById(id));
if (form instanceof HTMLFormElement && area instanceof HTMLTextAreaElement && place && advice) {
  readLabels(form);
  new Desk({ form, area, place, advice });
}
