import { matches, selectAll, type select } from "hast-util-select";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

export type Tree = ReturnType<typeof parsePage>;
export type Element = NonNullable<ReturnType<typeof select>>;
type Child = Tree["children"][number];

export function parsePage(html: string) {
  return unified().use(rehypeParse).parse(html);
}

/** A form of a page that posts to an action. */
export interface PageForm {
  /** The fields by which this build names the action. */
  action: [name: string, value: string][];
  hidden: Set<string>;
  /** The fields that a person writes in, without check boxes. */
  texts: Set<string>;
  /** Every other field that a person may send. */
  choices: Set<string>;
}

const CONTROLS = "input[name], textarea[name], select[name], button[name]";
const NO_TEXT = "[type=checkbox], [type=radio], [type=submit], [type=button], button";

/** Every form of a page that posts to an action. */
export function formsOf(page: Tree): PageForm[] {
  return selectAll("form", page)
    .map((form) => {
      const id = textOf(form.properties.id);
      const outside = id ? selectAll(CONTROLS, page).filter((control) => control.properties.form === id) : [];
      return formOf([...selectAll(CONTROLS, form), ...outside]);
    })
    .filter(({ action }) => action.length > 0);
}

function formOf(controls: Element[]): PageForm {
  const form: PageForm = { action: [], hidden: new Set(), texts: new Set(), choices: new Set() };
  for (const control of controls) {
    const name = textOf(control.properties.name);
    // A button with an action of its own does not do what the form does.
    if (control.tagName === "button" && name.startsWith("$ACTION_")) continue;
    if (name.startsWith("$ACTION_")) form.action.push([name, textOf(control.properties.value)]);
    else if (control.properties.type === "hidden") form.hidden.add(name);
    else if (matches(NO_TEXT, control)) form.choices.add(name);
    else form.texts.add(name);
  }
  return form;
}

/**
 * The form of this build that matches a posted one: all its hidden fields were posted, and several or most of its
 * boxes, and it has a field for all posted words. Null when no form matches, or when two actions are possible: we must
 * not guess an action.
 * @param fields those that were posted
 */
export function sameForm(
  forms: readonly PageForm[],
  fields: readonly [name: string, value: string][],
): PageForm | null {
  const names = new Set(fields.map(([name]) => name));
  const filled = new Set(fields.filter(([, value]) => value.trim()).map(([name]) => name));
  const fits = forms.filter((form) => {
    const written = [...form.texts].filter((name) => names.has(name)).length;
    const isItsOwn = written >= 2 || (written === 1 && form.texts.size === 1);
    return isItsOwn && [...form.hidden].every((name) => names.has(name)) && shared(form, filled) === filled.size;
  });
  const most = Math.max(...fits.map((form) => shared(form, names)));
  const best = fits.filter((form) => shared(form, names) === most);
  return new Set(best.map(({ action }) => idOf(action))).size === 1 ? best[0]! : null;
}

function shared({ hidden, texts, choices }: PageForm, names: ReadonlySet<string>): number {
  return [...hidden, ...texts, ...choices].filter((name) => names.has(name)).length;
}

/** An action's name stands in `$ACTION_n:0` as {"id": …}, or in the name `$ACTION_ID_…` when nothing is bound to it. */
function idOf(action: PageForm["action"]): string {
  const bound = action.find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[1];
  return bound
    ? (JSON.parse(bound) as { id: string }).id
    : (action.find(([name]) => name.startsWith("$ACTION_ID_"))?.[0] ?? "");
}

/**
 * The labels of a page's fields, by field name; and the names of fields that a person does not see or that are secret.
 */
export function namesIn(page: Tree): { labels: Map<string, string>; unseen: Set<string> } {
  const labels = new Map<string, string>();
  const written = selectAll("label", page).map((label) => [textOf(label.properties.htmlFor), wordsOf(label)] as const);
  const byId = new Map(written);
  for (const control of selectAll(CONTROLS, page)) {
    const label = byId.get(textOf(control.properties.id));
    if (label) labels.set(textOf(control.properties.name), label);
  }
  const unseen = selectAll("[type=hidden], [type=password]", page);
  return { labels, unseen: new Set(unseen.map(({ properties }) => textOf(properties.name))) };
}

/** Removes everything from a page that a selector matches. */
export function remove(selector: string, from: Tree | Element): void {
  const stays = (child: Child): boolean => child.type !== "element" || !matches(selector, child);
  if (from.type === "root") from.children = from.children.filter(stays);
  else from.children = from.children.filter(stays);
  for (const child of from.children) if (child.type === "element") remove(selector, child);
}

function wordsOf(element: Element): string {
  return element.children
    .map((child) => (child.type === "text" ? child.value : child.type === "element" ? wordsOf(child) : ""))
    .join("")
    .trim();
}

function textOf(property: unknown): string {
  // Attributes that HTML treats as lists, such as `for`, are lists here.
  const value = Array.isArray(property) ? property.join(" ") : property;
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
