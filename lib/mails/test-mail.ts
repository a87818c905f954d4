import "server-only";
import { system } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { db } from "@/lib/server/db";
import { env, siteUrl } from "@/lib/server/env";
import { AUTOMATIC_MAIL, MailNotSent, sendMail, teamEmails } from "@/lib/server/mailer";
import type { Tasks } from "@/lib/server/queue";
import { getTranslator } from "@/lib/shared/i18n";
import { composeMail, type MailWords } from "@/lib/shared/mail-words";
import { z } from "@/lib/shared/zod";
import { SEND_TEST_MAIL_TASK } from "./job";

/** What the worker does with a test mail. */
export const testMailTasks: Tasks = { [SEND_TEST_MAIL_TASK]: sendTestMail };

const payloadSchema = z.object({ testId: z.uuid() });

/** Tries once, and writes down what the server said: whoever asked for it is to see a failure now, not hours later. */
async function sendTestMail(payload: unknown): Promise<void> {
  const { testId } = payloadSchema.parse(payload);
  const outcome = await handOver(testId);
  await recordAudit(db, system("worker"), {
    action: "mail.tested",
    subjectType: "mail",
    subjectId: testId,
    after: { outcome },
  });
}

/** @returns "sent", or why it was not */
async function handOver(testId: string): Promise<string> {
  try {
    const { refused } = await sendMail({
      ...testWords(),
      to: teamEmails(),
      from: env().MAIL_FROM,
      messageId: `test-${testId}@${new URL(siteUrl()).hostname}`,
      headers: AUTOMATIC_MAIL,
    });
    return refused > 0 ? "EENVELOPE" : "sent";
  } catch (error) {
    if (error instanceof MailNotSent) return error.code;
    throw error;
  }
}

function testWords(): MailWords {
  const t = getTranslator("en", "mail.test");
  return composeMail("en", t("subject"), [[t("body")], [t("privacy")]]);
}
