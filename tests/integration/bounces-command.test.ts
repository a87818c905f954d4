import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { startCommand } from "../support/command";
import { testDatabase } from "../support/database";
import { newInquiry } from "../support/inquiry";

testDatabase();

const FOLDER = "tests/fixtures/delivery-reports";

test("reports are told apart: what is not understood is named, and only then the command ends with an error", async () => {
  const { id: inquiryId } = await newInquiry({ spam: "certain" });
  const { id } = await db.mail.findFirstOrThrow({ where: { inquiryId } });
  await db.mail.update({ where: { id }, data: { status: "sent", sentAt: new Date() } });
  const own = path.join(process.env.DATA_DIR!, "own.eml");
  const source = await readFile(`${FOLDER}/postfix-expired.eml`, "utf8");
  await writeFile(own, source.replace(/0190c3a1[-0-9a-f]+/, id));
  const files = ["qmail", "another-senders-mail", "exim-delayed", "answer"].map((name) => `${FOLDER}/${name}.eml`);

  const read = await startCommand("scripts/bounces.ts", own, ...files, `${FOLDER}/unknown-action.eml`);
  expect(read.output).toBe(
    "1 recorded as bounced, 2 of mails we do not know (erased, or not ours), 1 delayed, still tried by a server, " +
      "1 no report of a failure, 1 not understood\n",
  );
  expect(read.errors).toContain(`  ${path.resolve(FOLDER, "unknown-action.eml")}\n`);
  expect(read.code).toBe(1);
  expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: "bounced",
    lastError: "DSN 4.4.7",
  });
  expect(await startCommand("scripts/bounces.ts", own, ...files)).toMatchObject({ code: 0, errors: "" });
});
