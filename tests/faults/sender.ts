import { setTimeout as pause } from "node:timers/promises";
import { formWith, Visitor, type Answer, type PageForm } from "../support/visitor";

/** Longer than a program would wait: nobody reads and fills the form in less. */
const READS_MS = 2_100;
/** What a person waits before they try once more. */
const AGAIN_MS = [700, 1_500, 2_500, 4_000];
/** Twice as long as anybody needed under a load of 14 on two cores. A wave waits for its last one. */
const GIVES_UP_AFTER_MS = 100_000;
const REFERENCE = /BHR-[2-9A-HJ-NP-Z]{6}/;

export interface Person {
  name: string;
  email: string;
  message: string;
  ip: string;
}

export interface Outcome {
  person: Person;
  /** Every reference they were ever told, in a URL or on a page. */
  references: Set<string>;
  /** What went wrong on the way, in order: a status, or that there was no answer. */
  troubles: string[];
  /** From the first post to the reference on the page. */
  milliseconds: number | null;
  /** Whether the page with the reference had the link to their receipt. */
  sawLink: boolean;
}

/** One person on the real form, until they see their reference: who gets an error tries the same form again. */
export async function sendInquiry(base: string, person: Person, random = Math.random): Promise<Outcome> {
  const visitor = new Visitor(base, person.ip);
  const outcome: Outcome = { person, references: new Set(), troubles: [], milliseconds: null, sawLink: false };
  const deadline = Date.now() + GIVES_UP_AFTER_MS;
  const trouble = async (what: string) => {
    outcome.troubles.push(what);
    await pause(AGAIN_MS[Math.min(outcome.troubles.length, AGAIN_MS.length) - 1]);
  };

  let form: PageForm | null = null;
  let firstPost: number | null = null;
  while (Date.now() < deadline) {
    if (!form) {
      const page = await attempt(() => visitor.get("/contact"));
      form = typeof page === "string" || page.status !== 200 ? null : formWith("message", "/contact", page.html);
      if (!form) {
        await trouble(typeof page === "string" ? `form: ${page}` : `form: ${page.status}`);
        continue;
      }
      await pause(READS_MS);
    }
    firstPost ??= Date.now();
    const { name, email, message } = person;
    const sent: PageForm = form;
    const answer = await attempt(() => visitor.post(sent, { name, email, message, consent: "on" }));
    const path = typeof answer === "string" ? null : answer.location;
    if (path) {
      const shown = await readReference(visitor, path, outcome, deadline, trouble);
      if (shown) outcome.milliseconds = Date.now() - firstPost;
      return outcome;
    }
    await trouble(typeof answer === "string" ? `post: ${answer}` : `post: ${answer.status} ${reasonOn(answer)}`);
    // The page that says so holds the form with what was typed; some go back instead and get a new one.
    const answered = typeof answer === "string" ? null : formWith("message", "/contact", answer.html);
    form = answered ?? (random() < 0.2 ? null : form);
  }
  return outcome;
}

async function readReference(
  visitor: Visitor,
  path: string,
  outcome: Outcome,
  deadline: number,
  trouble: (what: string) => Promise<void>,
): Promise<boolean> {
  const told = REFERENCE.exec(path)?.[0];
  if (told) outcome.references.add(told);
  while (Date.now() < deadline) {
    const page = await attempt(() => visitor.get(path));
    const shown =
      typeof page === "string" ? undefined : REFERENCE.exec(page.html.replace(/<script[^]*?<\/script>/g, ""))?.[0];
    if (typeof page !== "string" && page.status === 200 && shown) {
      outcome.references.add(shown);
      outcome.sawLink = page.html.includes('href="/inquiry/');
      return true;
    }
    await trouble(typeof page === "string" ? `thank you: ${page}` : `thank you: ${page.status} ${titleOf(page)}`);
  }
  return false;
}

/** The page, or in a word why there was none. */
async function attempt(ask: () => Promise<Answer>): Promise<Answer | string> {
  try {
    return await ask();
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return name === "TimeoutError" ? "no answer in time" : (cause?.code ?? name);
  }
}

/** What the page says first. */
const titleOf = ({ html }: Answer) => /<h1\b[^>]*>([^<]*)/.exec(html)?.[1] ?? "no page";

/** Which refusal the page shows. */
function reasonOn({ html }: Answer): string {
  if (html.includes("Something failed on our side")) return "told that it failed";
  if (html.includes("Too many messages in a short time")) return "limited";
  return html.includes("There is a problem") ? "told to change something" : "no page";
}
