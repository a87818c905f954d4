import { vi } from "vitest";

/** What `next/headers` answers in a test: one browser's headers, whose cookies survive from call to call. */
class Browser {
  readonly cookies = new Map<string, string>();
  readonly headers = new Headers();
  /** How each cookie was set last. */
  readonly attributes = new Map<string, object>();

  request(): Headers {
    const headers = new Headers(this.headers);
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    if (cookies.length > 0) headers.set("cookie", cookies.join("; "));
    return headers;
  }

  forget(): void {
    this.cookies.clear();
  }
}

export const browser = new Browser();
/** Every path an action has asked to make anew. */
export const revalidated: string[] = [];

/** The framework around an action, and nothing else: the database and the sign-in are real. */
export const nextHeaders = {
  headers: async () => browser.request(),
  cookies: async () => ({
    set: (name: string, value: string, options: { maxAge?: number } = {}) => {
      browser.attributes.set(name, options);
      if (options.maxAge === 0) browser.cookies.delete(name);
      else browser.cookies.set(name, value);
    },
    get: (name: string) => {
      const value = browser.cookies.get(name);
      return value === undefined ? undefined : { value };
    },
  }),
};

export const nextCache = { revalidatePath: vi.fn<(path: string) => void>((path) => void revalidated.push(path)) };

/** What came of an action: its answer, where it led, or that it was forbidden. */
export async function outcomeOf<Answer>(
  act: () => Promise<Answer>,
): Promise<{ answer: Answer } | { redirect: string } | { forbidden: true }> {
  try {
    return { answer: await act() };
  } catch (error) {
    const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
    if (digest.startsWith("NEXT_REDIRECT;")) return { redirect: digest.split(";")[2] ?? "" };
    if (digest === "NEXT_HTTP_ERROR_FALLBACK;403") return { forbidden: true };
    throw error;
  }
}

export function formOf(fields: Record<string, string | number>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
  return form;
}
