import { expect, test } from "vitest";
import { securityTxt } from "./security-txt";

const SITE = "https://x.example";
const contact = { email: "team@x.example", phone: "+12135550123", answersWithin: null };

test("it says where to report a weakness, and ends less than a year after the contact was last looked at", () => {
  expect(securityTxt(SITE, { value: contact, checkedOn: "2026-11-01" }).split("\n")).toEqual([
    "Contact: mailto:team@x.example",
    "Contact: tel:+12135550123",
    "Contact: https://x.example/contact",
    "Expires: 2027-10-31T00:00:00.000Z",
    "Preferred-Languages: en, es",
    "Canonical: https://x.example/.well-known/security.txt",
    "",
  ]);
});

test("without an email or phone the contact page is left", () => {
  const text = securityTxt(SITE, { value: { ...contact, email: null, phone: null }, checkedOn: "2026-11-01" });
  expect(text.match(/^Contact: .*/gm)).toEqual(["Contact: https://x.example/contact"]);
});
