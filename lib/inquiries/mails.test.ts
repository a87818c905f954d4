import { describe, expect, test } from "vitest";
import { acknowledgement, teamNotice } from "./mails";

const crisisNumbers = [
  { key: "emergency" as const, number: "911" },
  { key: "lifeline" as const, number: "988" },
];
const person = {
  receiptUrl: "https://example.org/inquiry/token",
  locale: "en" as const,
  reference: "BHR-7K3M9Q",
  consentUntil: "2027-02-20",
  answersWithin: null,
  crisisNumbers,
};

describe("the team's mail", () => {
  const notice = {
    reference: "BHR-7K3M9Q",
    url: "https://example.org/admin/inquiries/1?a=1&b=2",
    suspectedSpam: false,
  };

  test("carries the reference and the link", () => {
    const { subject, text, html } = teamNotice(notice);
    expect(subject).toBe("New inquiry BHR-7K3M9Q");
    expect(text).toContain(notice.url);
    expect(html).toContain('href="https://example.org/admin/inquiries/1?a=1&#38;b=2"');
  });

  test("says when an inquiry is in quarantine", () => {
    expect(teamNotice(notice).text).not.toContain("quarantine");
    expect(teamNotice({ ...notice, suspectedSpam: true }).text).toContain("quarantine");
  });
});

describe("the person's mail", () => {
  test("says what happens next, how to withdraw, until when, and whom to call", () => {
    const { text, html } = acknowledgement(person);
    for (const words of ["BHR-7K3M9Q", "February 20, 2027", person.receiptUrl, "withdraw", "911", "988"]) {
      expect(text).toContain(words);
      expect(html).toContain(words);
    }
  });

  test("names a time when the team has said one, and none otherwise", () => {
    expect(acknowledgement(person).text).toContain("We cannot say exactly when.");
    const { text } = acknowledgement({ ...person, answersWithin: "two_days" });
    expect(text).toContain("within two working days");
    expect(text).not.toContain("We cannot say exactly when.");
  });

  test("speaks the person's language", () => {
    const { subject, text, html } = acknowledgement({ ...person, locale: "es" });
    expect(subject).toBe("Recibimos su mensaje (BHR-7K3M9Q)");
    expect(text).toContain("20 de febrero de 2027");
    expect(html).toContain('<html lang="es">');
  });
});
