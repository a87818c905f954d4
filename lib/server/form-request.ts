/**
 * Why a posted form cannot be accepted as it is: it is from another site, too large, not what our pages send, or for an
 * action that the page does not have in this build.
 */
export type FormProblem = "foreign" | "large" | "unreadable" | "unknown";

/** A form that the framework would answer with a bare error, or by forgetting what was typed. */
export interface RefusedForm {
  problem: FormProblem;
  /** Sent by the browser itself, which shows the answer as a page; otherwise by our scripts. */
  isPage: boolean;
  /** By a button that has another action than its form. */
  isByButton?: boolean;
  /** Names and words as far as we could read them, without those of the framework. Never of another site's form. */
  fields: [name: string, value: string][];
}

/** The framework has the same limit. */
export const MAX_FORM_BYTES = 1024 * 1024;
/** We read this much only to give it back. */
const MAX_READ_BYTES = 4 * MAX_FORM_BYTES;

/** The largest form of ours, a post with all its rows, has half as many fields. */
const MAX_FIELDS = 2000;
const MAX_FIELD_NAME_LENGTH = 200;

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

/**
 * Checks a post before the framework does. It does not check who may do what.
 * @param actions names of the actions that the page has in this build; null when there is no page with actions,
 * undefined when we do not know
 * @returns null when it is for the framework, or for a route of ours that accepts plain forms
 */
export async function refusalOf(
  request: Request,
  actions: ReadonlySet<string> | null | undefined,
): Promise<RefusedForm | null> {
  if (request.method !== "POST") return null;
  const { headers } = request;
  const isPage = !headers.has("next-action");
  const type = headers.get("content-type") ?? "";
  const isMultipart = /^multipart\/form-data\b/i.test(type);
  if (isPage && !isMultipart && !(type && actions)) return null;
  if (isForeign(headers)) return { problem: "foreign", isPage, fields: [] };
  const body = await bodyOf(request);
  if (!body) return { problem: "large", isPage, fields: [] };
  // Before anything reads them: what looks for fields by name looks through all of them.
  if (fieldCount(body, type) > MAX_FIELDS) return { problem: "large", isPage, fields: [] };
  const fields = FORM.test(type) ? await fieldsIn(body, type) : null;
  const refused = (problem: FormProblem): RefusedForm => ({ problem, isPage, fields: wordsIn(fields, body, type) });
  if (!isPage) {
    const text = isMultipart ? "" : new TextDecoder().decode(body);
    if (body.byteLength > MAX_FORM_BYTES) return refused("large");
    return isSound(() => (isMultipart ? fields !== null && isReplyForm(fields) : isCall(text)))
      ? null
      : refused("unreadable");
  }
  if (!fields || !isSound(() => isActionForm(fields))) return refused("unreadable");
  const named = actionsIn(fields);
  const isKnown = actions === undefined || named.every((id) => actions?.has(id));
  const isMeant = !actions || (isMultipart && named.length > 0);
  if (!isKnown || !isMeant) return { ...refused("unknown"), ...(named.length > 1 && { isByButton: true }) };
  return body.byteLength > MAX_FORM_BYTES ? refused("large") : null;
}

/** Null when it is larger than anything that a person types. */
async function bodyOf(request: Request): Promise<ArrayBuffer | null> {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_READ_BYTES) return null;
  const body = await request.arrayBuffer();
  return body.byteLength > MAX_READ_BYTES ? null : body;
}

/** How many fields a form has at most, without reading it; 0 for a body that is no form. */
function fieldCount(body: ArrayBuffer, type: string): number {
  if (!FORM.test(type)) return 0;
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  const between = /^multipart/i.test(type) ? `--${boundary?.[1] ?? boundary?.[2] ?? ""}` : "&";
  const bytes = Buffer.from(body);
  let count = 0;
  for (let at = 0; at !== -1 && count <= MAX_FIELDS; count += 1) {
    at = bytes.indexOf(between, at);
    if (at !== -1) at += between.length;
  }
  return count;
}

async function fieldsIn(body: ArrayBuffer, type: string): Promise<FormData | null> {
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    return null;
  }
}

/** What was typed. For a body that is no form, its whole text: a person can find their words in it. */
function wordsIn(fields: FormData | null, body: ArrayBuffer, type: string): RefusedForm["fields"] {
  if (!fields) return FORM.test(type) ? [] : [["", new TextDecoder().decode(body)]];
  return [...fields.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$ACTION"),
  );
}

function isSound(judge: () => boolean): boolean {
  try {
    return judge();
  } catch {
    return false;
  }
}

/** The names of the actions that a form asks for. */
function actionsIn(form: FormData): string[] {
  return [...form.entries()].flatMap(([name, value]) => {
    if (name.startsWith("$ACTION_ID_")) return [name.slice("$ACTION_ID_".length)];
    const isHead = /^\$ACTION_\d+:0$/.test(name) && typeof value === "string";
    return isHead ? [(JSON.parse(value) as { id?: string } | null)?.id ?? ""] : [];
  });
}

/** A browser names the page's own site. A browser that hides it says "null", which may be any site. */
function isForeign(headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin !== null && (!URL.canParse(origin) || new URL(origin).host !== hostIn(headers));
}

/** The site as the visitor wrote it, also through a proxy. */
export function hostIn(headers: Headers): string {
  return headers.get("x-forwarded-host")?.split(",")[0]?.trim() || headers.get("host") || "";
}

/**
 * A form as React writes it into a page: `$ACTION_REF_n`, what it names in `$ACTION_n:0`, and the state it is bound to.
 */
function isActionForm(form: FormData): boolean {
  for (const name of form.keys()) {
    if (name.length > MAX_FIELD_NAME_LENGTH) return false;
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
  return typeof value === "string" && isModest(value) && isPlain(JSON.parse(value));
}

const MAX_DEPTH = 20;
/** A form's state has one for each of its fields, and a few more. */
const MAX_PARTS = 3 * MAX_FIELDS;
/** Whoever reads one looks through all fields for it. */
const MAX_REFERENCES = 100;

/** Whether a JSON text nests little and has few parts, seen in one pass; what stands in its strings does not count. */
function isModest(json: string): boolean {
  let depth = 0;
  let parts = 0;
  let isWords = false;
  for (let at = 0; at < json.length && depth <= MAX_DEPTH && parts <= MAX_PARTS; at += 1) {
    const sign = json[at];
    if (isWords && sign === "\\") at += 1;
    else if (sign === '"') isWords = !isWords;
    else if (isWords) continue;
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    else if (sign === ",") parts += 1;
  }
  return depth <= MAX_DEPTH && parts <= MAX_PARTS;
}

const REFERENCE =
  /^\$(\$|undefined$|NaN$|-?Infinity$|-0$|D\d{4}-\d\d-\d\dT[\d:.]+Z$|n-?\d{1,30}$|K[0-9a-f]{1,4}$|@\d{1,3}$)/;

function isPlain(value: unknown, count = { references: 0 }): boolean {
  if (typeof value === "string") {
    if (/^\$[K@]/.test(value)) count.references += 1;
    return count.references <= MAX_REFERENCES && (!value.startsWith("$") || REFERENCE.test(value));
  }
  if (typeof value !== "object" || value === null) return true;
  return Object.entries(value).every(([key, inner]) => key !== "__proto__" && isPlain(inner, count));
}
