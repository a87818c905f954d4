import { describe, expect, test } from "vitest";
import { readDeliveryReport } from "./delivery-report";

const MAIL = "0190c3a1-1111-7222-8333-0123456789ab";

interface Report {
  action?: string;
  status?: string;
  original?: string;
  originalType?: string;
}

/** As Postfix writes one. */
function report({
  action = "failed",
  status = "5.1.1",
  original = `Message-ID: <${MAIL}@example.org>`,
  originalType = "message/rfc822",
}: Report = {}): Buffer {
  return Buffer.from(
    [
      "From: MAILER-DAEMON@mx.example.org (Mail Delivery System)",
      "Subject: Undelivered Mail Returned to Sender",
      "To: no-reply@example.org",
      "Auto-Submitted: auto-replied",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain; charset=us-ascii",
      "",
      "I'm sorry to have to inform you that your message could not be delivered.",
      "",
      "--b",
      "Content-Description: Delivery report",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example.org",
      "",
      "Final-Recipient: rfc822; ana@example.org",
      `Action: ${action}`,
      `Status: ${status}`,
      "Diagnostic-Code: smtp; 550 5.1.1 <ana@example.org>: User unknown",
      "",
      "--b",
      "Content-Description: Undelivered Message",
      `Content-Type: ${originalType}`,
      "",
      original,
      "Subject: We have your message (BHR-7K3M9Q)",
      "Content-Type: text/plain",
      "",
      "Hello,",
      "",
      "--b--",
      "",
    ].join("\r\n"),
  );
}

describe("a report that came back", () => {
  test.each(["message/rfc822", "text/rfc822-headers"])(
    "with the mail as %s names our mail and the code",
    async (originalType) => {
      expect(await readDeliveryReport(report({ originalType }))).toEqual({ mailId: MAIL, code: "DSN 5.1.1" });
    },
  );

  test.each<[string, Report]>([
    ["of a delay", { action: "delayed", status: "4.4.1" }],
    ["of a success", { action: "delivered", status: "2.0.0" }],
    ["of a failure that is not for good", { status: "4.2.2" }],
    ["of somebody else's mail", { original: "Message-ID: <other@example.com>" }],
    ["without the mail's own head", { original: "X-Nothing: here" }],
  ])("%s is left alone", async (_, changes) => {
    expect(await readDeliveryReport(report(changes))).toBeNull();
  });

  test.each(["", "Subject: Re: hello\r\n\r\nThank you", "\0\xFF\0\xFF"])("%j is no report", async (text) => {
    expect(await readDeliveryReport(Buffer.from(text, "latin1"))).toBeNull();
  });
});
