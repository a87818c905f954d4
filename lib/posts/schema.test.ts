import { expect, test } from "vitest";
import { dayOf, today } from "@/lib/shared/dates";
import { postForm, postSchema } from "./schema";

const POST = {
  id: "0199c0de-0000-7000-8000-000000000000",
  version: "1",
  title: "A post",
  slug: "a-post",
  locale: "en",
  summary: "",
  body: "",
  publishedOn: "",
  tags: "",
  "references.0.title": "Facts",
  "references.0.publisher": "CDC",
  "references.0.year": "2025",
  "references.0.url": "https://www.cdc.gov/",
  "references.0.checkedOn": "2026-11-01",
};

const errorsOf = (changes: Partial<typeof POST>) => {
  const { error } = postSchema.safeParse(postForm({ ...POST, ...changes }));
  return Object.fromEntries((error?.issues ?? []).toReversed().map(({ path, message }) => [path.join("."), message]));
};
const tomorrow = dayOf(new Date(Date.now() + 24 * 60 * 60 * 1000));
const nextYear = String(Number(today().slice(0, 4)) + 1);

test("a post with a reference can be saved", () => {
  expect(errorsOf({})).toEqual({});
});

test.each<[string, Partial<typeof POST>, Record<string, string>]>([
  ["a date ahead", { publishedOn: tomorrow }, { publishedOn: "dateFuture" }],
  ["a date in another age", { publishedOn: "0206-08-21" }, { publishedOn: "dateOld" }],
  [
    "a year that has not come",
    { "references.0.year": nextYear, "references.0.checkedOn": "" },
    { "references.0.year": "yearFuture" },
  ],
  ["a check tomorrow", { "references.0.checkedOn": tomorrow }, { "references.0.checkedOn": "dateFuture" }],
  [
    "a check before it was published",
    { "references.0.checkedOn": "2024-12-31" },
    { "references.0.checkedOn": "checkedBeforePublished" },
  ],
  ["signs without an end", { body: "*".repeat(33_000) }, { body: "markdownSigns" }],
  ["quotes within quotes", { body: "> ".repeat(5000) }, { body: "markdownDepth" }],
  ["no blank line", { body: "word ".repeat(3000) }, { body: "markdownBlock" }],
  [
    "a table of many cells",
    { body: ["|".repeat(60), ...Array<string>(100).fill("|a")].join("\n") },
    { body: "markdownTable" },
  ],
  ["too many lines", { body: "a\n\n".repeat(2501) }, { body: "tooLong" }],
  ["no URL of a page", { "references.0.url": "https://cdc" }, { "references.0.url": "urlFormat" }],
])("refused: %s", (_, changes, errors) => {
  expect(errorsOf(changes)).toEqual(errors);
});

test("an answer is bounded like the text, and all texts of a page together", () => {
  const answers = (count: number, answer: string) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, at) => [
        [`relatedQuestions.${at}.question`, "Why?"],
        [`relatedQuestions.${at}.answer`, answer],
      ]).flat(),
    );
  expect(errorsOf(answers(1, "[".repeat(2000)))).toEqual({ "relatedQuestions.0.answer": "markdownSigns" });
  expect(errorsOf(answers(3, "*a* ".repeat(450)))).toEqual({});
  expect(errorsOf(answers(10, "*a* ".repeat(450)))).toEqual({ body: "markdownTogether" });
});
