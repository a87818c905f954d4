import "server-only";

/** Every URL that our pages make is far shorter. Longer ones only cost. */
export const MAX_URL_LENGTH = 8192;

const METHODS = ["GET", "HEAD", "POST"];

export interface EarlyRefusal {
  status: 405 | 414;
  headers: Record<string, string>;
}

/**
 * What is refused before anything reads it; null when it may pass. The addresses for programs refuse methods themselves.
 * @param asked.url as the visitor wrote it
 */
export function earlyRefusal({ url, method }: { url: string; method: string }): EarlyRefusal | null {
  if (url.length > MAX_URL_LENGTH) return { status: 414, headers: {} };
  const isPage = !/^\/(api|_next)(\/|$|\?)/.test(url);
  if (isPage && !METHODS.includes(method)) return { status: 405, headers: { allow: METHODS.join(", ") } };
  return null;
}
