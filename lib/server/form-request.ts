/** Why a posted form cannot be taken: from another site, too large, or not what a page of ours sends. */
export type FormProblem = "foreign" | "large" | "unreadable";

/** What the framework takes, too. */
const LARGEST = 1024 * 1024;

/**
 * Whether a post is one that a page of ours could have sent. The framework answers others with a bare "Internal Server
 * Error": a forged field, a cut-off body, another site's form. Says nothing about who may do what.
 */
export async function problemOf(request: Request): Promise<FormProblem | null> {
  if (request.method !== "POST") return null;
  const { headers } = request;
  const isAction = headers.has("next-action");
  const type = headers.get("content-type") ?? "";
  const isForm = type.startsWith("multipart/form-data");
  if (!isAction && !isForm) return null;
  if (isForeign(headers)) return "foreign";
  if (Number(headers.get("content-length") ?? 0) > LARGEST) return "large";
  try {
    if (!isForm) return isCall(await request.text()) ? null : "unreadable";
    const form = await request.formData();
    return (isAction ? isReplyForm(form) : isActionForm(form)) ? null : "unreadable";
  } catch {
    return "unreadable";
  }
}

/** A browser names the page's own site; one that hides it in a post says "null", which may be anybody. */
function isForeign(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin === null) return false;
  const host = headers.get("x-forwarded-host")?.split(",")[0]?.trim() || headers.get("host");
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** A form as React writes it into a page: `$ACTION_REF_n`, what it names in `$ACTION_n:0`, and the state it is bound to. */
function isActionForm(form: FormData): boolean {
  for (const name of form.keys()) {
    const reference = /^\$ACTION_REF_(\d{1,3})$/.exec(name)?.[1];
    if (reference !== undefined && !isBoundAction(form, `$ACTION_${reference}:`)) return false;
    if (name.startsWith("$ACTION_") && !/^\$ACTION_(REF_\d{1,3}|\d{1,3}:\d{1,3}|ID_[0-9a-f]{40,64}|KEY)$/.test(name))
      return false;
  }
  return [...form.entries()].every(([name, value]) => !/^\$ACTION_\d+:/.test(name) || isReply(value));
}

function isBoundAction(form: FormData, prefix: string): boolean {
  const head = form.get(`${prefix}0`);
  if (typeof head !== "string") return false;
  const { id, bound } = (JSON.parse(head) ?? {}) as { id?: unknown; bound?: unknown };
  if (typeof id !== "string" || !/^[0-9a-f]{40,64}$/.test(id)) return false;
  if (bound === null || bound === undefined) return true;
  const at = /^\$@(\d{1,3})$/.exec(typeof bound === "string" ? bound : "")?.[1];
  const state = at === undefined ? null : form.get(`${prefix}${at}`);
  return typeof state === "string" && Array.isArray(JSON.parse(state));
}

/** A form as React's client sends it: numbered parts of JSON, and the fields of forms within them. */
function isReplyForm(form: FormData): boolean {
  const parts = [...form.entries()].filter(([name]) => /^\d+$/.test(name));
  return isCall(form.get("0")) && parts.every(([, value]) => isReply(value));
}

/** The arguments of a call. */
function isCall(value: FormDataEntryValue | null): boolean {
  return value !== null && isReply(value) && Array.isArray(JSON.parse(value as string));
}

/** JSON whose strings refer to nothing but what our own forms are made of: words, missing values, dates, forms. */
function isReply(value: FormDataEntryValue): boolean {
  return typeof value === "string" && isPlain(JSON.parse(value), 0);
}

const DEEPEST = 20;
const REFERENCE =
  /^\$(\$|undefined$|NaN$|-?Infinity$|-0$|D\d{4}-\d\d-\d\dT[\d:.]+Z$|n-?\d{1,30}$|K[0-9a-f]{1,4}$|@\d{1,3}$)/;

function isPlain(value: unknown, depth: number): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === "string") return !value.startsWith("$") || REFERENCE.test(value);
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => key !== "__proto__" && isPlain(inner, depth + 1));
}
