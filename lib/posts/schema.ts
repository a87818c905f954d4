import { z } from "@/lib/shared/zod";
import { rowsOf } from "@/lib/shared/form-data";
import { filledRows } from "@/lib/shared/form-rows";
import { LOCALES } from "@/lib/shared/locales";
import { slugify } from "@/lib/shared/slug";
import { optionalField, pastDay, publicationYear, webUrl } from "@/lib/staff/field-rules";
import type { AdminError } from "@/lib/staff/types";
import { excessOf, MAX_MARKDOWN_LENGTH, type MarkdownExcess } from "./markdown-weight";
import { CREDIT_ROLES } from "./types";

const MAX_LINE_LENGTH = 240;
/** A search result shows about 160 characters; a card has room for twice that. */
const MAX_SUMMARY_LENGTH = 320;
const MAX_ANSWER_LENGTH = 4000;
/** Browsers and servers accept this length without problems. */
const MAX_URL_LENGTH = 2000;

const say = (error: AdminError) => error;

const line = (error: AdminError) => z.string().trim().min(1, say(error)).max(MAX_LINE_LENGTH, say("tooLong"));
const day = optionalField(pastDay);
/** Browsers send line ends as CRLF. */
const text = (max: number) =>
  z
    .string()
    .max(max, say("tooLong"))
    .transform((typed) => typed.replace(/\r\n?/g, "\n").trim());

const EXCESSES = {
  length: "tooLong",
  block: "markdownBlock",
  signs: "markdownSigns",
  depth: "markdownDepth",
  table: "markdownTable",
} as const satisfies Record<MarkdownExcess, AdminError>;

/** Markdown that its page can be made of in a moment. */
const markdown = (max: number) =>
  text(max).superRefine((typed, context) => {
    const excess = excessOf(typed);
    if (excess) context.addIssue({ code: "custom", message: say(EXCESSES[excess]) });
  });

const questionSchema = z.object({
  question: line("questionMissing"),
  answer: markdown(MAX_ANSWER_LENGTH).pipe(z.string().min(1, say("answerMissing"))),
});

const creditSchema = z.object({ role: z.enum(CREDIT_ROLES, say("creditRoleMissing")), name: line("nameMissing") });

const referenceSchema = z
  .object({
    title: line("titleMissing"),
    publisher: line("publisherMissing"),
    year: publicationYear,
    url: z.string().trim().max(MAX_URL_LENGTH, say("tooLong")).pipe(webUrl),
    checkedOn: day,
  })
  .superRefine(({ year, checkedOn }, context) => {
    if (year !== null && checkedOn !== null && Number(checkedOn.slice(0, 4)) < year)
      context.addIssue({ code: "custom", path: ["checkedOn"], message: say("checkedBeforePublished") });
  });

const target = { id: z.uuid(), version: z.coerce.number().int().positive() };

export const postSchema = z
  .object({
    ...target,
    title: line("titleMissing"),
    slug: z
      .string()
      .trim()
      .max(MAX_LINE_LENGTH, say("tooLong"))
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, say("slugFormat")),
    locale: z.enum(LOCALES, say("localeMissing")),
    // A form that was opened before there were translations has no such field.
    translatesId: optionalField(z.uuid(say("originalOther"))).default(null),
    summary: text(MAX_SUMMARY_LENGTH),
    body: markdown(MAX_MARKDOWN_LENGTH),
    publishedOn: day,
    tags: z
      .string()
      .max(MAX_LINE_LENGTH, say("tooLong"))
      .transform((typed) => typed.split(",").map((tag) => tag.trim()))
      // Two names with the same slug are one tag, the first; a name without letters has no slug.
      .transform((tags) =>
        [...new Map(tags.reverse().map((tag) => [slugify(tag), tag]))].reverse().filter(([slug]) => slug),
      )
      .transform((tags) => tags.map(([slug, name]) => ({ slug, name }))),
    relatedQuestions: filledRows(questionSchema),
    credits: filledRows(creditSchema, ["role"]),
    references: filledRows(referenceSchema),
  })
  // All texts are on one page. Each was measured by itself above.
  .superRefine(({ body, relatedQuestions }, context) => {
    const excess = excessOf([body, ...relatedQuestions.map(({ answer }) => answer)].join("\n\n"));
    if (excess) context.addIssue({ code: "custom", path: ["body"], message: say("markdownTogether") });
  });

export const newPostSchema = z.object({
  title: line("titleMissing"),
  locale: z.enum(LOCALES, say("localeMissing")),
});

/** What the pressed button does after the fields are saved; a plain save, and any other value, does nothing more. */
export const postStep = z.enum(["publish", "unpublish", "archive"]).nullable().catch(null);
export type PostStep = z.infer<typeof postStep>;

export type PostInput = z.infer<typeof postSchema>;
/** A post as its form shows it: `title`, `references.0.url` and so on. */
export type PostValues = Record<string, string>;

/** What `postSchema` reads: a form's flat fields with its repeated rows gathered. */
export function postForm(texts: Record<string, string>): Record<string, unknown> {
  const groups = ["relatedQuestions", "credits", "references"] as const;
  return { ...texts, ...Object.fromEntries(groups.map((group) => [group, rowsOf(texts, group)])) };
}

export const POST_STATUSES = ["draft", "published", "archived"] as const;

/** The admin table's state; it lives in the URL, so anything wrong there falls back. */
export const postTableSchema = z.object({
  q: z.string().trim().max(MAX_LINE_LENGTH).catch(""),
  status: z.enum(POST_STATUSES).or(z.literal("")).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type PostTable = z.infer<typeof postTableSchema>;
