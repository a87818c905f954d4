import { query } from "../../scripts/setup/database";

interface Row {
  id: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  message: string | null;
}

const TICKED_BOXES = { consent: "on" };

/**
 * Opens every inquiry kept since then and holds it to the form's own schema, once more and to the letter: what is in the
 * database is what the schema lets through, with its consent and the mail to the team. What came before may have
 * been narrowed or erased meanwhile, by whoever sent it.
 */
export async function brokenRows(url: string, since: Date): Promise<{ count: number; broken: string[] }> {
  const { inquirySchema } = await import("../../lib/inquiries/schema");
  const { openPerson } = await import("../../lib/inquiries/sealed");
  const { rows } = await query(url, (client) =>
    client.query<Row & { consents: number; notices: number }>(
      `SELECT id, name, email, phone, message,
         (SELECT count(*)::int FROM "Consent" WHERE "inquiryId" = i.id) AS consents,
         (SELECT count(*)::int FROM "Mail" WHERE "inquiryId" = i.id AND kind = 'team_notice') AS notices
       FROM "Inquiry" AS i WHERE "createdAt" >= $1::timestamptz AT TIME ZONE 'UTC'`,
      [since],
    ),
  );
  const broken = rows.flatMap(({ id, consents, notices, ...sealed }) => {
    const { name, email, phone, message } = openPerson(id, sealed);
    const parsed = inquirySchema.safeParse({ name, email: email ?? "", phone: phone ?? "", message, ...TICKED_BOXES });
    if (!parsed.success) return [`${id}: ${parsed.error.issues.map(({ message: issue }) => issue).join()}`];
    const isSame =
      parsed.data.name === name && (parsed.data.email ?? null) === email && parsed.data.message === message;
    if (!isSame || (parsed.data.phone ?? null) !== phone) return [`${id}: not as the schema leaves it`];
    return consents === 1 && notices === 1 ? [] : [`${id}: ${consents} consents, ${notices} notices`];
  });
  return { count: rows.length, broken };
}
