import { chownSync, mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { query } from "../../scripts/setup/database";
import { Visitor } from "../support/visitor";
import { expectThat, figure, title } from "./figures";
import { openForm, referenceIn, send, sendAgain, sendInTrouble } from "./form";
import type { House } from "./house";
import { holdToBounds, servedAgain, visit, type Places } from "./probes";
import { fillDisk } from "./small-disk";

/** Their lines need more than what is left of the journal's last block, which a full disk still has. */
const PEOPLE = 30;

/** The disk of pages, logs and journal full to the last byte, and then that of the database too. */
export async function disk(house: House): Promise<void> {
  title("the disk of DATA_DIR full");
  if (!house.hasOwnDisk) return figure("disk", "skipped: only root may mount a small disk");
  const places = await visit(house);
  await withoutRoomForFiles(house, places);
  await withoutRoomForInquiries(house, places);
  expectThat("  processes that ended on their own", house.site.deaths + house.worker.deaths, 0);
}

async function withoutRoomForFiles(house: House, places: Places): Promise<void> {
  const writer = await openForm(house);
  const references = await writeMany();
  const free = fillDisk(house.data);
  let refused: string | undefined;
  try {
    await holdToBounds(house, places, true);
    expectThat("  the form, sent", referenceIn(await send(writer)) ? "taken" : "not taken", "taken");
    fillDisk(house.data);
    let taken = 0;
    for (const reference of references) {
      const done = await withdraw(house, reference);
      if (done !== "withdrawn") {
        refused = reference;
        expectThat("  a withdrawal that the journal has no room for", done, "unavailable");
        break;
      }
      taken += 1;
    }
    figure("  withdrawals that went into the journal's last block before", taken);
    expectThat("  its permission", refused ? await permissionOf(house, refused) : "none was refused", "holds");
  } finally {
    free();
  }
  if (refused) expectThat("  the same withdrawal when there is room", await withdraw(house, refused), "withdrawn");
  if (refused) expectThat("  its permission", await permissionOf(house, refused), "ended");
  figure("  seconds until all is served", await servedAgain(house, places, 20));
}

/** The table of inquiries on the same disk: PostgreSQL cannot extend it, and is well otherwise. */
async function withoutRoomForInquiries(house: House, places: Places): Promise<void> {
  title("the database's disk full");
  const folder = path.join(house.data, "tablespace");
  mkdirSync(folder, { mode: 0o700 });
  const { uid, gid } = statSync(path.join(house.folder, "postgres"));
  chownSync(folder, uid, gid);
  const run = (...statements: string[]) =>
    query(house.databaseUrl, async (client) => {
      for (const statement of statements) await client.query(statement);
    });
  await run(`CREATE TABLESPACE small LOCATION '${folder}'`, 'ALTER TABLE "Inquiry" SET TABLESPACE small');
  const writer = await openForm(house);
  const free = fillDisk(house.data);
  try {
    figure("  inquiries that went into the table's last block before", await fillLastBlock());
    await holdToBounds(house, places, true);
    await sendInTrouble(writer);
  } finally {
    free();
    await run('ALTER TABLE "Inquiry" SET TABLESPACE pg_default', "DROP TABLESPACE small");
  }
  await sendAgain(house, writer);
}

/** @returns how many there was room for */
async function fillLastBlock(): Promise<number> {
  const { newInquiry } = await import("../support/inquiry");
  for (let taken = 0; ; taken += 1) {
    const isTaken = await newInquiry().then(
      () => true,
      () => false,
    );
    if (!isTaken) return taken;
  }
}

async function writeMany(): Promise<string[]> {
  const { newInquiry } = await import("../support/inquiry");
  const references: string[] = [];
  for (let number = 0; number < PEOPLE; number += 1) references.push((await newInquiry()).reference);
  return references;
}

/** Presses the button on the person's own page. @returns what became of it */
export async function withdraw(house: House, reference: string): Promise<string> {
  return press(house, reference, "withdrawal");
}

/** Presses a button on the person's own page. @returns what became of it, or the status */
export async function press(house: House, reference: string, part: "withdrawal" | "erasure"): Promise<string> {
  const { receiptTokenOf } = await import("../support/inquiry");
  const { receiptPath } = await import("../../lib/receipts/paths");
  const visitor = new Visitor(house.base, "192.0.2.7");
  const path = receiptPath("en", await receiptTokenOf(reference), part);
  const { status, location } = await visitor.send(path, new FormData());
  return /done=(\w+)/.exec(location ?? "")?.[1] ?? String(status);
}

async function permissionOf(house: House, reference: string): Promise<string> {
  const { rows } = await query(house.databaseUrl, (client) =>
    client.query(
      `SELECT 1 FROM "Consent" AS c JOIN "Inquiry" AS i ON i.id = c."inquiryId" WHERE i.reference = $1 AND c.ending IS NULL`,
      [reference],
    ),
  );
  return rows.length > 0 ? "holds" : "ended";
}
