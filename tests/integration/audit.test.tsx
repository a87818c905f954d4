import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { AuditTable } from "@/components/admin/audit/table";
import { system, type Actor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { db } from "@/lib/server/db";
import { LOCALES } from "@/lib/shared/i18n";
import { listAuditEvents } from "@/lib/staff/admin-queries";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newInquiry, receiptHolder } from "../support/inquiry";

testDatabase();

const event = { action: "retention.ran", subjectType: "retention" } as const;

/** What the audit page shows of one event, in each language. */
async function shown(subjectId: string): Promise<string[]> {
  const { rows } = await listAuditEvents(staffSession(), { subjectType: "", subjectId, page: 1 });
  return LOCALES.map((locale) => {
    const html = renderToStaticMarkup(<AuditTable locale={locale} rows={rows} />);
    return html.replace(/<[^>]+>/g, "|");
  });
}

test.each<[string, () => Actor | Promise<Actor>, string[]]>([
  ["a member, by the name they have", () => staffSession({ staffId: "alex" }), ["Alex Doe", "Alex Doe"]],
  ["a member who is not on record, by the id", () => staffSession({ staffId: "gone-1" }), ["gone-1", "gone-1"]],
  [
    "the person on their receipt, unnamed",
    async () => receiptHolder((await newInquiry()).reference),
    ["The person", "La persona"],
  ],
  ["a part of the house", () => system("retention"), ["The system: erasing by date", "El sistema: borrado por plazo"]],
])("who acted can be read: %s", async (name, actor, words) => {
  const member = { id: "alex", name: "Alex Doe", email: "alex@example.org", role: "editor" } as const;
  await db.staffMember.createMany({ data: [member], skipDuplicates: true });
  await recordAudit(db, await actor(), { ...event, subjectId: name });
  const pages = await shown(name);
  for (const [index, page] of pages.entries()) expect(page).toContain(`|${words[index]}|`);
});

test("an event from before that was kept says that no member acted", async () => {
  await db.auditEvent.create({ data: { ...event, subjectId: "before" } });
  expect(await shown("before")).toEqual([
    expect.stringContaining("|The system|"),
    expect.stringContaining("|El sistema|"),
  ]);
});

test("the database keeps no event with two who acted", async () => {
  const data = { ...event, subjectId: "both", actorId: "alex", actorName: "import" };
  await expect(db.auditEvent.create({ data })).rejects.toThrow("AuditEvent_has_one_actor");
});
