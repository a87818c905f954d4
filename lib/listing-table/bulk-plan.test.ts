import { expect, test } from "vitest";
import { planBulk, planUndo } from "./bulk-plan";
import type { Candidate } from "./types";

const LISTING: Candidate = {
  id: "a",
  version: 3,
  status: "published",
  staffFields: [],
  archivedFrom: null,
  isMerged: false,
  isLeftToOthers: false,
};

test.each<[string, "archive" | "restore", Partial<Candidate>, string]>([
  ["a published one is archived", "archive", {}, "archived"],
  ["a draft is archived", "archive", { status: "draft" }, "archived"],
  ["an archived one is not archived again", "archive", { status: "archived" }, "status"],
  ["a published one is not restored", "restore", {}, "status"],
  ["a draft is not restored", "restore", { status: "draft" }, "status"],
  ["back to public", "restore", { status: "archived", archivedFrom: "published" }, "published"],
  ["back to draft", "restore", { status: "archived", archivedFrom: "draft" }, "draft"],
  ["what no member archived becomes a draft", "restore", { status: "archived" }, "draft"],
  ["what is one with another stays", "restore", { status: "archived", isMerged: true }, "merged"],
  ["not where whoever acts has an interest", "archive", { isLeftToOthers: true }, "interested"],
])("%s", (_, act, changes, expected) => {
  const { changes: done, refused } = planBulk(act, [{ ...LISTING, ...changes }]);
  expect([...done.map(({ to }) => to), ...refused.map(({ why }) => why)]).toEqual([expected]);
});

test("what was shown is no longer the same when anything of it has changed", () => {
  const shown = (act: "archive" | "restore", ...rows: Partial<Candidate>[]) =>
    planBulk(
      act,
      rows.map((row) => ({ ...LISTING, ...row })),
    ).shown;
  const others = [
    shown("restore", {}),
    shown("archive", { version: 4 }),
    shown("archive", { isLeftToOthers: true }),
    shown("archive", {}, { id: "b" }),
    shown("archive"),
  ];
  expect(new Set([shown("archive", {}), ...others]).size).toBe(6);
  expect(shown("archive", {})).toBe(shown("archive", { staffFields: ["name"] }));
});

test("taking back leaves alone what somebody changed since", () => {
  const { changes } = planBulk(
    "archive",
    ["a", "b", "c", "d", "e"].map((id) => ({ ...LISTING, id })),
  );
  const now = new Map([
    ["a", { version: 4, status: "archived" as const }],
    ["b", { version: 5, status: "archived" as const }],
    ["c", { version: 4, status: "draft" as const }],
    ["e", { version: 4, status: "archived" as const }],
  ]);
  const { back, kept } = planUndo(changes, now, new Set(["e"]));
  expect(back.map(({ id }) => id)).toEqual(["a"]);
  expect(kept).toEqual([
    { id: "b", why: "changed" },
    { id: "c", why: "changed" },
    { id: "d", why: "gone" },
    { id: "e", why: "interested" },
  ]);
});
