import { patience } from "./patience.mjs";

/** A form as a browser without JavaScript has it: where it is posted to, and its fields in their order. */
export interface PageForm {
  url: string;
  fields: [name: string, value: string][];
}

/** What a browser was answered. */
export interface Answer {
  status: number;
  /** Of a redirect. */
  location: string | null;
  html: string;
}

/** The header in which servers under test take a visitor's IP from, as from a trusted proxy. */
export const IP_HEADER = "x-test-ip";

const PATIENCE_MS = patience(30_000);

/** Somebody with a browser that runs no scripts, at an IP of their own. It keeps cookies, and sends them with every page. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  /** @param base such as http://127.0.0.1:3000 */
  constructor(
    readonly base: string,
    readonly ip: string,
  ) {}

  /** @throws when there is no whole answer: refused, broken off, or none within half a minute */
  async get(path: string): Promise<Answer> {
    return this.#ask(path, {});
  }

  /** Posts the form with other values for some fields, as a browser encodes it. A field set to null is left out. */
  async post({ url, fields }: PageForm, values: Record<string, string | null>): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of fields) {
      const given = name in values ? values[name] : value;
      if (given !== null && given !== undefined) body.append(name, given);
    }
    for (const [name, value] of Object.entries(values))
      if (value !== null && !fields.some(([known]) => known === name)) body.append(name, value);
    return this.send(url, body);
  }

  /** Posts whatever is given. */
  async send(path: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> {
    return this.#ask(path, { method: "POST", body, headers: { origin: this.base, ...headers } });
  }

  async #ask(path: string, init: Omit<RequestInit, "headers"> & { headers?: Record<string, string> }): Promise<Answer> {
    const { signal, late, done } = ownClock();
    const whole = async () => {
      const response = await fetch(new URL(path, this.base), {
        ...init,
        headers: { [IP_HEADER]: this.ip, ...this.#ownCookies(), ...init.headers },
        redirect: "manual",
        signal,
      });
      this.#keep(response.headers.getSetCookie());
      return { status: response.status, location: response.headers.get("location"), html: await response.text() };
    };
    return Promise.race([whole(), late]).finally(done);
  }

  #ownCookies(): Record<string, string> {
    if (this.#cookies.size === 0) return {};
    return { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
  }

  #keep(cookies: string[]): void {
    for (const cookie of cookies) {
      const [, name = "", value = ""] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
  }
}

/** A clock of our own: a `fetch` whose server was killed may never settle, and forget its `AbortSignal.timeout` too. */
function ownClock() {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new DOMException("No whole answer in time", "TimeoutError");
      reject(error);
      controller.abort(error);
    }, PATIENCE_MS);
  });
  return { signal: controller.signal, late, done: () => clearTimeout(timer) };
}

/** The form that has a field of the given name, or null. */
export function formWith(field: string, path: string, html: string): PageForm | null {
  for (const [, attributes = "", inside = ""] of html.matchAll(/<form\b([^>]*)>([^]*?)<\/form>/g)) {
    if (!inside.includes(`name="${field}"`)) continue;
    const controls = inside.matchAll(/<input\b([^>]*)>|<(textarea|select)\b([^>]*)>([^]*?)<\/\2>/g);
    const fields = [...controls].flatMap(([, input, kind, described = "", content = ""]) => {
      if (input !== undefined) return fieldOf(input, attribute(input, "value"));
      return fieldOf(described, kind === "select" ? chosenOf(content) : decode(content));
    });
    return { url: attribute(attributes, "action") || path, fields };
  }
  return null;
}

/** What a browser sends of it: nothing of an unticked box. */
function fieldOf(described: string, value: string | undefined): [string, string][] {
  const name = attribute(described, "name");
  const isBox = /type="(checkbox|radio)"/.test(described);
  if (name === undefined || (isBox && !/\bchecked\b/.test(described))) return [];
  return [[name, value ?? (isBox ? "on" : "")]];
}

/** The chosen option's value, or the first one's. */
function chosenOf(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, described = ""]) => described);
  const chosen = all.find((described) => /\bselected\b/.test(described)) ?? all[0] ?? "";
  return attribute(chosen, "value") ?? "";
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decode(value);
}

function decode(text: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex: string, decimal: string, name: string) =>
    name ? (named[name] ?? whole) : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal)),
  );
}
