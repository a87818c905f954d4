/** What a draft is of; `other` for words that somebody sent while signed out. */
export type DraftKind =
  "listing" | "call" | "newListing" | "post" | "correction" | "inquiry" | "method" | "setting" | "other";

const PAGES: readonly [DraftKind, RegExp][] = [
  ["newListing", /^\/admin\/listings\/(?<subject>new)$/],
  ["call", /^\/admin\/listings\/(?<subject>[^/]+)\/call$/],
  ["listing", /^\/admin\/listings\/(?<subject>[^/]+)$/],
  ["post", /^\/admin\/posts\/(?<subject>[^/]+)$/],
  ["correction", /^\/admin\/corrections\/(?<subject>[^/]+)$/],
  ["inquiry", /^\/admin\/inquiries\/(?<subject>[^/]+)(\/|$)/],
  ["method", /^\/admin\/rankings\/methods\/(?<subject>[^/]+)(\/|$)/],
  ["setting", /^\/admin\/settings\/(?<subject>[^/]+)$/],
];

/** What the page at `path` edits, and which one: an id, a method's version or a setting's key. */
export function draftPage(path: string): { kind: DraftKind; subject: string } {
  for (const [kind, pattern] of PAGES) {
    const subject = pattern.exec(path)?.groups?.subject;
    if (subject) return { kind, subject };
  }
  return { kind: "other", subject: "" };
}
