import { select } from "hast-util-select";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { escaped } from "@/lib/shared/escaped";
import { failurePage } from "@/lib/shared/failure-page";
import { HONEYPOT } from "@/lib/shared/spam";
import words from "@/messages/refused-form.json";
import { FAILURE_POLICY, languageOf } from "./failure-answer";
import type { FormProblem, RefusedForm } from "./form-request";
import { keptCrisisLines } from "./kept-crisis-lines";
import { parsePage, remove, type Tree } from "./page-forms";

const STATUS: Record<FormProblem, number> = { foreign: 403, large: 413, unreadable: 400, unknown: 409 };

interface Surroundings {
  /** A page of ours, whose header and crisis numbers frame the answer. */
  frame?: Tree | null;
  /** The labels of the fields on the form's page. */
  labels?: Map<string, string>;
  /** Names of fields that a person does not see, or that are secret. */
  unseen?: Set<string>;
}

/**
 * The answer to a form that cannot be accepted, in the language of its page, with everything that was typed. Without a
 * frame it is plain but complete: then the database is down, or the form is not from a page of ours.
 */
export function refusedForm(refused: RefusedForm, path: string, around: Surroundings = {}): Response {
  const locale = languageOf(path);
  const main = mainOf(refused, path, locale, around);
  const html = around.frame
    ? framed(around.frame, main, titleOf(refused, locale))
    : failurePage({
        status: STATUS[refused.problem],
        locales: [locale],
        lines: keptCrisisLines(),
        contents: { title: titleOf(refused, locale), html: main },
      });
  return new Response(html, {
    status: STATUS[refused.problem],
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...(!around.frame && { "content-security-policy": FAILURE_POLICY }),
    },
  });
}

function titleOf({ problem }: RefusedForm, locale: "en" | "es"): string {
  return words[locale][problem];
}

function mainOf(refused: RefusedForm, path: string, locale: "en" | "es", { labels, unseen }: Surroundings): string {
  const { lead, yourWords, empty, danger, back, openAnew } = words[locale];
  const typed = typedIn(refused.fields, labels, unseen);
  const hasPage = refused.problem !== "foreign";
  return `<div class="max-w-prose">
<h1 class="text-3xl">${titleOf(refused, locale)}</h1>
<p class="mt-3">${typed.length > 0 ? lead : empty}</p>
<p class="mt-3 font-semibold">${danger}</p>
${typed.length > 0 ? `<h2 class="mt-6 text-xl">${yourWords}</h2>` : ""}
${typed.map(([label, value], index) => boxOf(label, value, index)).join("\n")}
<p class="mt-6"><a class="text-link way inline-flex min-h-11 items-center" href="${hasPage ? escaped(path) : contactOf(locale)}">${hasPage ? openAnew : back}</a></p>
</div>`;
}

function contactOf(locale: "en" | "es"): string {
  return locale === "es" ? "/es/contact" : "/contact";
}

/** When the page could not be read: these fields certainly have no words of a person. */
const NEVER_SHOWN = new RegExp(`^([$].*|form|locale|${HONEYPOT})$|password`, "i");

/** What a browser sends for a ticked box. */
const TICKED = "on";

/** What a person wrote, without ticks and what the page put into the form by itself. */
function typedIn(
  fields: RefusedForm["fields"],
  labels = new Map<string, string>(),
  unseen = new Set<string>(),
): [label: string, value: string][] {
  return fields
    .filter(([name, value]) => value.trim() && value !== TICKED && !unseen.has(name) && !NEVER_SHOWN.test(name))
    .map(([name, value]) => [labels.get(name) ?? name, value]);
}

function boxOf(label: string, value: string, index: number): string {
  const rows = Math.min(12, Math.max(1, Math.ceil(value.length / 60), value.split("\n").length));
  return `<div class="mt-4">
<label for="words-${index}" class="mb-1 block font-semibold">${escaped(label)}</label>
<textarea id="words-${index}" rows="${rows}" readonly class="block w-full rounded-md border border-line-strong bg-surface px-3 py-2 text-base text-ink">
${escaped(value)}</textarea>
</div>`;
}

const NOT_OF_THE_ANSWER =
  "script, title, link[rel=canonical], link[rel=alternate], link[as=script], meta[property], meta[name=description], meta[name=robots]";

/** The page with other contents: without scripts, which would restore its own, and without metadata about it. */
function framed(frame: Tree, main: string, title: string): string {
  remove(NOT_OF_THE_ANSWER, frame);
  const place = select("main", frame);
  const head = select("head", frame);
  if (!place || !head) throw new Error("The page has no main part");
  place.children = select("body", parsePage(main))?.children ?? [];
  place.properties.className = ["shell", "pt-6", "pb-16"];
  const named = `<meta name="robots" content="noindex"><title>${title} · Best Heroin Rehab</title>`;
  head.children.push(...(select("head", parsePage(named))?.children ?? []));
  return unified().use(rehypeStringify).stringify(frame);
}
