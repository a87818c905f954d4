import { describe, expect, test } from "vitest";
import { formsOf, namesIn, parsePage, sameForm } from "./page-forms";

const action = (number: number, id: string) =>
  `<input type="hidden" name="$ACTION_REF_${number}"><input type="hidden" name="$ACTION_${number}:0" value="{&quot;id&quot;:&quot;${id}&quot;,&quot;bound&quot;:null}">`;

const page = parsePage(`<main>
<form method="get"><input name="q"></form>
<form>${action(1, "note")}<input type="hidden" name="id"><label for="note">Your note</label><textarea id="note" name="note"></textarea></form>
<form>${action(2, "letter")}<input type="hidden" name="id"><textarea name="note"></textarea><input name="to"><input name="subject"><button name="sent" value="1"></button></form>
<form>${action(3, "withdraw")}<input type="hidden" name="id"><input type="checkbox" name="sure"></form>
<form id="far">${action(4, "sign in")}<input name="email"></form><input form="far" type="password" name="password">
</main>`);
const forms = formsOf(page);
const typed = (...names: string[]) =>
  names.map((name): [string, string] => [name, name.startsWith("empty ") ? "" : "x"]);
const found = (...names: string[]) => sameForm(forms, typed(...names))?.action[1]?.[1] ?? null;

test("the forms that post to an action are read, with controls that stand outside of them", () => {
  expect(forms.map(({ hidden, texts, choices }) => [[...hidden], [...texts], [...choices]])).toEqual([
    [["id"], ["note"], []],
    [["id"], ["note", "to", "subject"], ["sent"]],
    [["id"], [], ["sure"]],
    [[], ["email", "password"], []],
  ]);
  expect(namesIn(page).labels).toEqual(new Map([["note", "Your note"]]));
  expect([...namesIn(page).unseen]).toEqual(expect.arrayContaining(["id", "password"]));
});

describe("a posted form is told by its fields", () => {
  test.each([
    ["note", ["id", "note"]],
    ["letter", ["id", "note", "to", "subject"]],
    ["letter", ["id", "note", "to", "empty and gone"]],
    ["letter", ["id", "to", "subject"]],
    ["sign in", ["email", "password"]],
  ])("%s: %j", (id, names) => {
    expect(found(...names)).toContain(`"${id}"`);
  });

  test.each([
    ["nothing written in a box", ["id", "sure"]],
    ["nothing hidden", ["note"]],
    ["only one of many boxes", ["id", "to"]],
    ["words for which it has no place", ["id", "note", "to", "subject", "gone since"]],
    ["nothing of ours", ["comment"]],
    ["nothing at all", []],
  ])("%s is none", (_, names) => {
    expect(found(...names)).toBeNull();
  });

  test("a button with an action of its own gives the form none", () => {
    const button = (id: string) => `<noscript><button name="$ACTION_ID_${id}"></button></noscript>`;
    const [form] = formsOf(parsePage(`<form>${action(1, "save")}<input name="note">${button("keep")}</form>`));
    expect(form?.action.map(([name]) => name)).toEqual(["$ACTION_REF_1", "$ACTION_1:0"]);
    expect([...(form?.choices ?? [])]).toEqual([]);
    expect(formsOf(parsePage(`<form><input name="note">${button("keep")}${button("drop")}</form>`))).toEqual([]);
  });

  test("two actions with the same fields are never guessed between", () => {
    const same = (id: string) => `<form>${action(1, id)}<input name="note"></form>`;
    const twins = formsOf(parsePage(same("erase") + same("keep")));
    expect(sameForm(twins, typed("note"))).toBeNull();
    const rows = formsOf(parsePage(same("keep") + same("keep")));
    expect(sameForm(rows, typed("note"))).not.toBeNull();
  });
});
