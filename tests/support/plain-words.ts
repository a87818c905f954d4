/** A page's HTML with the words that stay whole as plain text again, for tests that look for a sentence. */
export function plainWords(html: string): string {
  return html.replaceAll(/<span class="whole">([^<]*)<\/span>/g, "$1");
}
