import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDeliveryReport, type DeliveryReport } from "./delivery-report";

/** Of the mail that every report is about. */
const MAIL = "0190c3a1-1111-7222-8333-0123456789ab";
/** In the shapes of RFC 3462, 3464 and 6533, and of servers that write prose; put together for this test. */
const FOLDER = "tests/fixtures/delivery-reports";

const failed = (code: string): DeliveryReport => ({ kind: "failed", mailId: MAIL, code });

const REPORTS: Record<string, DeliveryReport> = {
  "another-senders-mail": { kind: "foreign" },
  answer: { kind: "other" },
  "exchange-like": failed("DSN 5.1.10"),
  "exchange-like-prose": failed("DSN 5.1.1"),
  exim: failed("DSN 5.1.1"),
  "exim-delayed": { kind: "delayed" },
  "exim-expired": failed("DSN 5.0.0"),
  "gmail-like": failed("DSN 5.1.1"),
  "gmail-like-delayed": { kind: "delayed" },
  internationalized: failed("DSN 5.6.7"),
  "no-status": failed("SMTP 550"),
  "out-of-office": { kind: "other" },
  "postfix-delayed": { kind: "delayed" },
  "postfix-expired": failed("DSN 4.4.7"),
  "prose-of-another-language": { kind: "not_understood" },
  "prose-without-a-code": failed("DSN 5.0.0"),
  qmail: failed("DSN 5.1.1"),
  "qmail-expired": failed("DSN 4.4.1"),
  relayed: { kind: "other" },
  "several-recipients": failed("DSN 5.1.1"),
  "several-recipients-not-one-failed": { kind: "delayed" },
  "unknown-action": { kind: "not_understood" },
  "without-the-mail": { kind: "not_understood" },
};

test.each(Object.entries(REPORTS))("%s", async (name, expected) => {
  const source = readFileSync(path.join(FOLDER, `${name}.eml`), "utf8");
  expect(await readDeliveryReport(Buffer.from(source))).toEqual(expected);
  expect(await readDeliveryReport(Buffer.from(source.replaceAll("\n", "\r\n")))).toEqual(expected);
});

test("every report in the folder is read here", () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(
    Object.keys(REPORTS)
      .map((name) => `${name}.eml`)
      .toSorted(),
  );
});

/** As Postfix writes one. */
function postfix({ action = "failed", status = "5.1.1", type = "message/rfc822" } = {}): Buffer {
  const source = readFileSync(path.join(FOLDER, "postfix-expired.eml"), "utf8");
  return Buffer.from(
    source
      .replace("Action: failed", `Action: ${action}`)
      .replace("Status: 4.4.7", `Status: ${status}`)
      .replace("Content-Type: message/rfc822", `Content-Type: ${type}`),
  );
}

test.each(["message/rfc822", "text/rfc822-headers"])("the mail may come back as %s", async (type) => {
  expect(await readDeliveryReport(postfix({ type }))).toEqual(failed("DSN 5.1.1"));
});

test("a failure is one whatever its code, and a delay is none", async () => {
  const code = fc.tuple(fc.constantFrom(4, 5), fc.nat(999), fc.nat(999)).map((parts) => parts.join("."));
  await fc.assert(
    fc.asyncProperty(code, fc.constantFrom("failed", "FAILED", "Failed (expired)"), async (status, action) => {
      expect(await readDeliveryReport(postfix({ action, status }))).toEqual(failed(`DSN ${status}`));
      expect(await readDeliveryReport(postfix({ action: "delayed", status }))).toEqual({ kind: "delayed" });
    }),
    { numRuns: 25 },
  );
});

test.each(["", "\0\xFF\0\xFF"])("%j is no mail that we understand", async (text) => {
  expect(await readDeliveryReport(Buffer.from(text, "latin1"))).toEqual({ kind: "not_understood" });
});
