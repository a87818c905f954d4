// Each place that tells a mail's state says of every state what it is, and nothing of another state.
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { DashboardCards } from "@/components/admin/dashboard/cards";
import { InquiryPerson } from "@/components/admin/inquiries/person";
import { InquiryTable } from "@/components/admin/inquiries/table";
import { MailTable } from "@/components/admin/mails/table";
import { OutreachLog } from "@/components/admin/outreach/log";
import { ReceiptContacts } from "@/components/receipts/receipt-contacts";
import { getDashboard } from "@/lib/desk/admin-queries";
import { listInquiries, viewInquiry } from "@/lib/inquiries/admin-queries";
import { listUndelivered } from "@/lib/mails/admin-queries";
import { findMailDelay } from "@/lib/mails/queries";
import { MAIL_STATUSES, type MailState } from "@/lib/mails/types";
import { getOutreachDesk } from "@/lib/outreach/admin-queries";
import { listContacts } from "@/lib/outreach/queries";
import { db, type Prisma } from "@/lib/server/db";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, LOCALES, type Locale } from "@/lib/shared/i18n";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { METRICS_TOKEN, readMetrics } from "../support/metrics";
import { desk, person, press, useDesk } from "../support/outreach-mail";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

process.env.METRICS_TOKEN = METRICS_TOKEN;
testDatabase();
useDesk();

/** Longer ago than any notice of what was given up. */
const MOMENT = new Date(Date.now() - 10 * 24 * 60 * 60_000);
const LATER = new Date("2100-01-01T00:00:00Z");
const untouched = { status: "queued", attempts: 0, pacedUntil: null, sentAt: null, lastError: null } as const;

const STATES = {
  queued: {},
  paced: { pacedUntil: LATER },
  delayed: { attempts: 3, lastError: "SMTP 451" },
  held: { status: "held" },
  sent: { status: "sent", attempts: 1, sentAt: MOMENT },
  failed: { status: "failed", attempts: 12, lastError: "SMTP 451" },
  bounced: { status: "bounced", attempts: 1, lastError: "SMTP 550" },
  cancelled: { status: "cancelled" },
} satisfies Record<MailState, Prisma.MailUncheckedUpdateManyInput>;
const states = Object.keys(STATES) as MailState[];
/** Only a confirmation is paced, and only a mail to a place is cancelled (CHECK, and the code that writes them). */
const ofPlaces = states.filter((state) => state !== "paced");
const ofInquiries = states.filter((state) => state !== "cancelled");
const undelivered = states.filter((state) => state !== "sent" && state !== "cancelled");

let inquiryId = "";
beforeAll(async () => {
  const { id } = await person();
  await press(id);
  inquiryId = id;
});

/** The only mail, or the mails of a kind, as a page finds them; everything else has left. */
async function bring(kind: "team_notice" | "acknowledgement" | "outreach", state: MailState): Promise<void> {
  await db.$transaction(async (tx) => {
    // As after any path that leads there: which paths there are, other tests show.
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.mail.updateMany({ data: { ...untouched, status: "sent", sentAt: MOMENT, createdAt: MOMENT } });
    await tx.mail.updateMany({ where: { inquiryId, kind }, data: { ...untouched, ...STATES[state] } });
  });
}

/** The states whose words a page has. */
function saidIn(page: string, words: (state: MailState) => string | null): MailState[] {
  return states.filter((state) => {
    const said = words(state);
    return said !== null && page.includes(`>${said}<`);
  });
}

const inquiryWords = (locale: Locale) => (state: MailState) =>
  state === "cancelled" ? null : getTranslator(locale, "admin.inquiry")(`mailState.${state}`);

describe.each(LOCALES)("in %s", (locale) => {
  test.each(ofInquiries)("the list of inquiries tells a mail that is %s", async (state) => {
    await bring("team_notice", state === "paced" ? "queued" : state);
    const { rows } = await listInquiries(desk.staff, {});
    const page = renderToStaticMarkup(createElement(InquiryTable, { locale, rows }));
    expect(saidIn(page, inquiryWords(locale))).toEqual([state === "paced" ? "queued" : state]);
  });

  test.each(ofInquiries)("an inquiry's own page tells a confirmation that is %s", async (state) => {
    await bring("acknowledgement", state);
    const inquiry = (await viewInquiry(desk.staff, inquiryId))!;
    const page = renderToStaticMarkup(createElement(InquiryPerson, { locale, inquiry }));
    // The mail to the team has left.
    expect(saidIn(page, inquiryWords(locale))).toEqual(states.filter((each) => each === state || each === "sent"));
  });

  test.each(undelivered)("the list of mails tells one that is %s", async (state) => {
    await bring("acknowledgement", state);
    const { mails } = await listUndelivered(desk.staff);
    const page = renderToStaticMarkup(createElement(MailTable, { locale, mails }));
    const t = getTranslator(locale, "admin.mail");
    const words = (each: MailState) => (each === "sent" || each === "cancelled" ? null : t(`state.${each}`));
    expect(saidIn(page, words)).toEqual([state]);
  });

  test.each(ofPlaces)(
    "the log of an inquiry and the person's receipt tell a mail to a place that is %s",
    async (state) => {
      await bring("outreach", state);
      const moment = formatMoment(locale, MOMENT);
      const log = (await getOutreachDesk(desk.staff, inquiryId, undefined)).log;
      const own = { locale, inquiryId, log, noting: undefined, isClosed: true };
      const ofStaff = getTranslator(locale, "admin.outreach");
      const staffWords = (each: MailState) => (each === "paced" ? null : ofStaff(`mailState.${each}`, { moment }));
      expect(saidIn(renderToStaticMarkup(createElement(OutreachLog, own)), staffWords)).toEqual([state]);
      const contacts = await listContacts(inquiryId);
      const ofPerson = getTranslator(locale, "receipt");
      const personWords = (each: MailState) =>
        each === "paced" ? null : ofPerson(`contacts.mail.${each}`, { moment });
      const receipt = renderToStaticMarkup(createElement(ReceiptContacts, { locale, contacts }));
      expect(saidIn(receipt, personWords)).toEqual([state]);
    },
  );

  test.each(ofInquiries)(
    "the overview says that every mail has left only when none is undelivered: one is %s",
    async (state) => {
      await bring("acknowledgement", state);
      const figures = await getDashboard(staffSession());
      const page = renderToStaticMarkup(createElement(DashboardCards, { locale, figures, role: "admin" }));
      const t = getTranslator(locale, "admin.dashboard");
      const count = { count: 1 };
      const since = t("mailOldest", { moment: formatMoment(locale, MOMENT) });
      const said = [t("mailDelivered"), since, t("mailHeld", count), t("mailFailed", count), t("mailPaced", count)];
      expect(said.map((words) => page.includes(`>${words}<`))).toEqual([
        state === "sent",
        ["queued", "paced", "delayed"].includes(state),
        state === "held",
        state === "failed" || state === "bounced",
        state === "paced",
      ]);
    },
  );
});

test("the code knows each status that the database has", async () => {
  const rows = await db.$queryRaw<{ status: string }[]>`
    SELECT unnest(enum_range(NULL::"MailStatus"))::text AS "status"`;
  expect(rows.map(({ status }) => status)).toEqual(MAIL_STATUSES);
});

test.each(ofPlaces)(
  "the figures count a mail that is %s under its own status, and what waits on purpose is not late",
  async (state) => {
    await bring("outreach", state);
    const status = state === "delayed" ? "queued" : state;
    expect(await readMetrics()).toContain(`mails{kind="outreach",status="${status}"} 1`);
    expect((await findMailDelay(new Date()))?.count ?? 0).toBe(["queued", "delayed"].includes(state) ? 1 : 0);
  },
);
