/** What became of a mail, as a report says it. */
export type Outcome =
  { kind: "failed"; code: string } | { kind: "delayed" } | { kind: "other" } | { kind: "not_understood" };

/** Of a failure whose report has no code: RFC 3463's "other undefined status". */
const NO_CODE = "DSN 5.0.0";

/**
 * The outcome in the fields of a report for machines (RFC 3464): one block for the mail, then one for each recipient. One
 * recipient who gets nothing is a failure, whatever the others got. `4.4.7` behind `Action: failed` is one too: the
 * server tried for days, and has given up.
 */
export function outcomeInFields(fields: string): Outcome {
  const blocks = fields.split(/(?:\r?\n[ \t]*){2,}/);
  const actions = blocks.flatMap((block) => {
    const action = fieldOf(block, "action")?.toLowerCase();
    return action ? [{ action: /^[a-z]+/.exec(action)?.[0] ?? "", block }] : [];
  });
  const failed = actions.find(({ action }) => action === "failed");
  if (failed) return { kind: "failed", code: codeOfBlock(failed.block) };
  if (actions.some(({ action }) => action === "delayed")) return { kind: "delayed" };
  const arrived = ["delivered", "relayed", "expanded"];
  const isKnown = actions.length > 0 && actions.every(({ action }) => arrived.includes(action));
  return { kind: isKnown ? "other" : "not_understood" };
}

/** A field's value, its folded lines as one. */
function fieldOf(block: string, name: string): string | undefined {
  const unfolded = block.replace(/\r?\n[ \t]+/g, " ");
  return new RegExp(`^${name}:[ \\t]*(.*)$`, "im").exec(unfolded)?.[1]?.trim();
}

function codeOfBlock(block: string): string {
  const status = /^[45]\.\d{1,3}\.\d{1,3}\b/.exec(fieldOf(block, "status") ?? "")?.[0];
  return status ? `DSN ${status}` : codeIn(fieldOf(block, "diagnostic-code") ?? "");
}

/** Said only of a mail that nobody tries any more. */
const GIVEN_UP =
  /permanent (?:error|failure|fatal error)|(?:i'm|i've|we have|have) given up|giving up|not going to try again|retry time(?:out)? (?:exceeded|not reached for any host after a long failure)|message (?:has )?expired/i;
const GOES_ON =
  /\bdelay(?:ed)?\b|delivery incomplete|will (?:be )?retr(?:y|ied)|(?:attempts|tries) will continue|will (?:continue|keep) (?:to try|trying)|still trying|warning message only|not yet been delivered/i;
const FAILED =
  /(?:could not|couldn't|wasn't|was not|cannot|can't|unable to) be delivered|unable to deliver|wasn't delivered|was not delivered|undeliver(?:able|ed)|delivery (?:has )?failed|delivery failure|failure notice|\(failure\)|returned mail|mail delivery failed|address not found/i;

/** The outcome in a report that only people were meant to read: qmail, older Exim and Exchange, and others. */
export function outcomeInProse(text: string): Outcome {
  const said = withoutCopy(text);
  if (GIVEN_UP.test(said)) return { kind: "failed", code: codeIn(said) };
  if (GOES_ON.test(said)) return { kind: "delayed" };
  return FAILED.test(said) ? { kind: "failed", code: codeIn(said) } : { kind: "not_understood" };
}

/** What the server says itself, without the returned mail, whose words may be any. */
function withoutCopy(text: string): string {
  const copy =
    /^[> \t]*(?:-{2,}.*(?:copy|original|below this line|returned)|original message headers|message-id:)/im.exec(text);
  return text.slice(0, copy?.index ?? text.length).replaceAll("’", "'");
}

/** Prefers the enhanced code (RFC 3463); an IP is none. */
function codeIn(said: string): string {
  const enhanced = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d.]*\d)/.exec(said)?.[0];
  if (enhanced) return `DSN ${enhanced}`;
  const reply = /(?<![\d.])[45]\d\d(?=[ -])/.exec(said)?.[0];
  return reply ? `SMTP ${reply}` : NO_CODE;
}
