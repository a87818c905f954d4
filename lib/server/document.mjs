// What a document is: a page without the framework's scripts. docs/decisions/0002-documents-first.md. It is plain
// JavaScript, because the framework loads the page cache before anything is compiled.

/** Whether a page is a document: its <body> says so. */
export const isDocument = (html) => /<body[^>]*\sdata-document/.test(html);

/** Files of ours that a document may load. It has no inline script, so a policy needs no hash. */
export const KEPT_SCRIPTS = ["/quick-exit.js", "/shortlist.js", "/visit.js", "/filters.js", "/help-now.js"];

const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gi;
const isData = (attributes) => /\stype="application\/(ld\+)?json"/.test(attributes);

/** Where one text ends and the next begins: the framework's scripts would read it. */
const SEAMS = /<!--(?: |\$|\/\$)-->/g;

/**
 * Removes all scripts but JSON-LD and those files of ours that are marked data-keep, and what is there only for the
 * framework's.
 */
export function asDocument(html) {
  return html
    .replace(SEAMS, "")
    .replace(SCRIPT, (script, attributes) => (isData(attributes) || isKept(attributes) ? script : ""))
    .replace(/<link(?=[^>]*rel="preload")(?=[^>]*as="script")[^>]*>/g, "");
}

function isKept(attributes) {
  return /\sdata-keep\b/.test(attributes) && KEPT_SCRIPTS.includes(/\ssrc="([^"]*)"/.exec(attributes)?.[1] ?? "");
}

/** The framework's own, which carry a page's data to the scripts that hydrate it. */
const OF_THE_FRAMEWORK = /^\(?self\.__next_[a-z]|^requestAnimationFrame\(|^\$R[A-Z]/;

/** How many inline scripts neither the build nor the framework put there: somebody's words became markup. */
export function countUnknownScripts(html) {
  const inline = [...html.matchAll(SCRIPT)].filter(
    ([, attributes]) => !/\ssrc=/.test(attributes) && !isData(attributes),
  );
  return inline.filter(([, attributes, body]) => !/\sid="_R_"/.test(attributes) && !OF_THE_FRAMEWORK.test(body)).length;
}
