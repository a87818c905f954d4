import { WHOLE } from "@/lib/shared/whole-words/split";

/** A page's HTML with the words that stay whole as plain text again, for tests that look for a sentence. */
export function plainWords(html: string): string {
  return html.replaceAll(new RegExp(`<span class="${WHOLE}">([^<]*)</span>`, "g"), "$1");
}
