import { expect, test } from "vitest";
import type { ExplainedLicense } from "@/lib/matches/types";
import { reportLines, unexplainedOf } from "./report";

const listing = { id: "site", slug: "helpline-long-beach", name: "Helpline", unit: "Youth", city: "Long Beach" };
const shared: ExplainedLicense = {
  listingId: "site",
  number: "190386DN",
  facilityName: "HELPLINE",
  shares: ["name"],
  reason: null,
  note: null,
};
const note = { note: "It moved.", evidence: "Called." };

test("each place stands under each reason with its licenses", () => {
  const lines = reportLines(
    [listing, { ...listing, id: "other" }],
    [
      { ...shared, shares: ["house"], reason: "other_tenant" },
      { ...shared, number: "190386CN", shares: ["name"], reason: null, note },
      { ...shared, shares: ["phone", "name"], reason: null },
    ],
  );
  const text = lines.join("\n");
  for (const words of [
    "a name or a house with one: 1",
    "Another tenant at the same address: 1\n  Helpline, Youth, Long Beach (helpline-long-beach)\n    190386DN HELPLINE: house",
    "A license in another city: 0",
    "Noted by staff: 1\n  Helpline, Youth, Long Beach (helpline-long-beach)\n    190386CN HELPLINE: name. It moved.",
    "for staff to note at /admin/listings: 1\n  Helpline, Youth, Long Beach (helpline-long-beach)\n    190386DN HELPLINE: phone, name",
  ])
    expect(text).toContain(words);
});

test("what a rule or a note explains is not unexplained", () => {
  expect(unexplainedOf([{ ...shared, reason: "ended" }])).toEqual([]);
  expect(unexplainedOf([{ ...shared, reason: null, note }])).toEqual([]);
  expect(unexplainedOf([{ ...shared, reason: null }])).toHaveLength(1);
});
