import "server-only";
import { languageOf } from "./failure-answer";
import { refusalOf, type RefusedForm } from "./form-request";
import { describeError, logger } from "./logger";
import { askedFor, ASKED_FOR, askOwnSite } from "./own-site";
import { actionsOfPage } from "./page-actions";
import { formsOf, namesIn, parsePage, sameForm, type Tree } from "./page-forms";
import { refusedForm } from "./refused-form";

/**
 * The answer to a post that the framework would refuse. A form that an older build rendered is sent again under today's
 * name of its action. When no action is certainly the same, everything that was typed comes back on a page of ours.
 * @param path as the visitor wrote it
 * @returns null when the framework, or a route that checks its own forms, may handle it
 */
export async function answerForm(request: Request, path: string): Promise<Response | null> {
  if (/^\/api(\/|$)/.test(path)) return null;
  const refused = await refusalOf(request, actionsOfPage(path));
  if (!refused) return null;
  const isOurs = askedFor(request.headers.get(ASKED_FOR)) !== null;
  if (!refused.isPage || refused.problem === "foreign" || isOurs) return refusedForm(refused, path);
  try {
    const page = await pageAt(request);
    const taken = page && (await sendAgain(request, refused, page));
    if (taken) return taken;
    const frame = await frameFor(request, path);
    return refusedForm(refused, path, { frame, ...(page && namesIn(page)) });
  } catch (error) {
    logger.error("form.not_returned_whole", describeError(error));
    return refusedForm(refused, path);
  }
}

function pathOf(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return `${pathname}${search}`;
}

async function pageAt(request: Request): Promise<Tree | null> {
  const answer = await askOwnSite(request, pathOf(request));
  return answer.ok ? parsePage(await answer.text()) : null;
}

/** A page of ours that needs no sign-in, as the frame around the words. */
async function frameFor(request: Request, path: string): Promise<Tree | null> {
  const answer = await askOwnSite(request, languageOf(path) === "es" ? "/es/help-now" : "/help-now");
  return answer.ok ? parsePage(await answer.text()) : null;
}

async function sendAgain(request: Request, refused: RefusedForm, page: Tree): Promise<Response | null> {
  const { fields, isByButton } = refused;
  // What the form does is not what was asked for.
  if (isByButton) return null;
  const form = sameForm(formsOf(page), fields);
  if (!form) return null;
  const sent = new FormData();
  for (const [name, value] of form.action) sent.append(name, value);
  for (const [name, value] of fields)
    if (form.hidden.has(name) || form.texts.has(name) || form.choices.has(name)) sent.append(name, value);
  const answer = await askOwnSite(request, pathOf(request), sent);
  const headers = new Headers(answer.headers);
  for (const name of ["connection", "keep-alive", "transfer-encoding", "content-length"]) headers.delete(name);
  // The framework needs a URL with a host here, and removes the host again.
  const location = headers.get("location");
  if (location) headers.set("location", new URL(location, request.url).href);
  return new Response(answer.body, { status: answer.status, headers });
}
