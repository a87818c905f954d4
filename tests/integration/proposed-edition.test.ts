// The edition that waits: the worker prepares it each night, staff publish what they looked at, and nothing else.
import { parseCrontab } from "graphile-worker";
import { describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { declareInterest } from "@/lib/interests/mutations";
import { judgeAnewAction, publishEditionAction } from "@/lib/rankings/actions";
import { RANKING_SCHEDULE, rankingTasks } from "@/lib/rankings/jobs";
import { publishEdition } from "@/lib/rankings/mutations";
import { getNewestEdition, getNewestNumber, proposedChanges } from "@/lib/rankings/queries";
import { wouldChange } from "@/lib/rankings/proposed-changes";
import { db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { eventually } from "../support/eventually";
import { AREA, close, night, reopen, twoRanked, waiting } from "../support/proposed-edition";
import { formOf, revalidated } from "../support/staff-request";
import { as, idOf } from "../support/two-staff-members";
import { startWorking } from "../support/working";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const events = (action: string) => db.auditEvent.count({ where: { action: `ranking_edition.${action}` } });
const publish = (checksum: string) => as("second", () => publishEditionAction(null, formOf({ checksum })));

const ranked = twoRanked();

describe("each night", () => {
  test("nothing is prepared while the list would stay the same, and nothing recorded", async () => {
    const before = await events("proposed");
    await night();
    expect(await waiting()).toBeNull();
    expect(await events("proposed")).toBe(before);
  });

  test("nor for a newer date of the same answers, though the checksum differs", async () => {
    const where = { listingId: ranked.first.id };
    await db.factSheet.updateMany({ where, data: { asOf: fromIsoDate("2024-01-01") } });
    await night();
    expect(await waiting()).toBeNull();
  });

  test("a proposed edition is prepared, kept in later nights, replaced, and removed when the list would stay", async () => {
    const before = await events("proposed");
    await close(ranked.first.id);
    await night();
    const proposed = await waiting();
    expect(proposed?.changes).toMatchObject({
      since: await getNewestNumber(),
      leaves: [{ slug: ranked.first.slug, reason: { reason: "closed", detail: "2026-01-01" } }],
    });
    expect(proposed?.changes.moves.find(({ slug }) => slug === ranked.second.slug)?.causes).toEqual([
      { type: "others" },
    ]);
    await night();
    const kept = await waiting();
    expect(kept?.changes).toEqual(proposed?.changes);
    expect(kept?.computedAt.getTime()).toBeGreaterThan(proposed!.computedAt.getTime());
    expect(await events("proposed")).toBe(before + 1);

    await close(ranked.second.id);
    await night();
    expect((await waiting())?.changes.leaves.map(({ slug }) => slug)).toEqual([ranked.first.slug, ranked.second.slug]);
    expect(await db.proposedEdition.count()).toBe(1);
    expect(await events("proposed")).toBe(before + 2);

    await reopen(ranked.first.id);
    await reopen(ranked.second.id);
    await night();
    expect(await db.proposedEdition.count()).toBe(0);
    expect(await events("proposed")).toBe(before + 2);
  });

  test("the worker has it on its schedule, by night in Los Angeles in summer and winter, and does it", async () => {
    expect(parseCrontab(RANKING_SCHEDULE)).toHaveLength(1);
    const [minute = "", hour = ""] = RANKING_SCHEDULE.split(" ");
    const hours = ["01", "07"].map((month) =>
      new Date(`2026-${month}-15T${hour}:${minute}:00Z`).toLocaleTimeString("en-US", {
        timeZone: "America/Los_Angeles",
        hour: "numeric",
      }),
    );
    expect(hours).toEqual(["2 AM", "3 AM"]);
    await close(ranked.first.id);
    startWorking({ tasks: rankingTasks, schedule: RANKING_SCHEDULE });
    await eventually(async () => {
      const known = await db.$queryRaw`SELECT identifier FROM graphile_worker._private_known_crontabs`;
      expect(known).toEqual([{ identifier: "judgeAnew" }]);
    });
    await db.$executeRaw`SELECT graphile_worker.add_job('judgeAnew', '{"_cron":{"ts":"2026-11-25T10:37:00Z"}}'::json)`;
    await eventually(async () => expect(await waiting()).not.toBeNull());
  });

  test("runs at the same time prepare one", async () => {
    const before = await events("proposed");
    await close(ranked.first.id);
    await Promise.all([night(), night(), night()]);
    expect(await db.proposedEdition.count()).toBe(1);
    expect(await events("proposed")).toBe(before + 1);
  });
});

describe("what would change", () => {
  test("is computed in the transaction of somebody else, who takes everything back", async () => {
    const undone = new Error("undone");
    let seen: Awaited<ReturnType<typeof proposedChanges>> = null;
    const tried = db.$transaction(async (tx) => {
      await tx.listing.update({ where: { id: ranked.second.id }, data: { status: "archived" }, select: { id: true } });
      seen = await proposedChanges(tx, { area: AREA });
      throw undone;
    });
    await expect(tried).rejects.toBe(undone);
    expect(seen).toMatchObject({ leaves: [{ slug: ranked.second.slug, reason: null }] });
    const now = await proposedChanges(db, { area: AREA });
    expect(now && wouldChange(now)).toBe(false);
    expect(await waiting()).toBeNull();
  });
});

describe("staff", () => {
  const propose = async () => {
    await night();
    return (await waiting())!.changes.checksum.to;
  };

  test("judge anew without waiting for the night", async () => {
    const judge = () => as("second", () => judgeAnewAction(null, formOf({})));
    expect(await judge()).toEqual({ redirect: "/admin/rankings?done=same_list" });
    await close(ranked.first.id);
    expect(await judge()).toEqual({ redirect: "/admin/rankings?done=proposed" });
    const { actorId } = await db.auditEvent.findFirstOrThrow({
      where: { action: "ranking_edition.proposed" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    });
    expect(actorId).toBe(idOf.get("second"));
  });

  test("publish what waits, once, however often they press; every page that shows an edition is made anew", async () => {
    await close(ranked.first.id);
    const checksum = await propose();
    const [number, published] = [await getNewestNumber(), await events("published")];
    revalidated.length = 0;
    const done = { redirect: "/admin/rankings?done=edition_published" };
    expect(await Promise.all([publish(checksum), publish(checksum)])).toEqual([done, done]);
    expect(await publish(checksum)).toEqual(done);
    expect(await getNewestNumber()).toBe(number + 1);
    expect(await events("published")).toBe(published + 1);
    expect(await waiting()).toBeNull();
    expect((await getNewestEdition())?.inputsChecksum).toBe(checksum);
    expect(revalidated).toContain("/[locale]/(reading)/rankings");
    expect(revalidated).toContain("/[locale]/(reading)/listings/[slug]");
  });

  test("publish nothing when the facts changed meanwhile, and get what waits now", async () => {
    await close(ranked.first.id);
    const looked = await propose();
    await close(ranked.second.id);
    const number = await getNewestNumber();
    revalidated.length = 0;
    expect(await publish(looked)).toEqual({ redirect: "/admin/rankings?done=overtaken" });
    expect([await getNewestNumber(), revalidated]).toEqual([number, []]);
    const anew = (await waiting())!.changes;
    expect(anew.leaves.map(({ slug }) => slug)).toEqual([ranked.first.slug, ranked.second.slug]);
    expect(await publish(anew.checksum.to)).toEqual({ redirect: "/admin/rankings?done=edition_published" });
  });

  test("publish nothing when the facts are again as they were", async () => {
    await close(ranked.first.id);
    const looked = await propose();
    await reopen(ranked.first.id);
    expect(await publish(looked)).toEqual({ redirect: "/admin/rankings?done=overtaken_same" });
    expect(await waiting()).toBeNull();
  });

  test("publish nothing that was compared with an older edition than the newest", async () => {
    await close(ranked.first.id);
    const looked = await propose();
    await close(ranked.second.id);
    await publishEdition(system("rank"), { area: AREA });
    await reopen(ranked.second.id);
    const number = await getNewestNumber();
    expect(await publish(looked)).toEqual({ redirect: "/admin/rankings?done=overtaken" });
    expect(await getNewestNumber()).toBe(number);
    expect((await waiting())?.changes).toMatchObject({ since: number, enters: [{ slug: ranked.second.slug }] });
  });

  test("with a forged form publish nothing", async () => {
    const number = await getNewestNumber();
    expect(await publish("anything")).toEqual({ redirect: "/admin/rankings?done=gone" });
    expect(await getNewestNumber()).toBe(number);
  });

  test("with an interest in a ranked place publish as others do: the method decides, not they", async () => {
    await declareInterest(staffSession({ staffId: idOf.get("second")! }), ranked.first.slug, "family");
    await close(ranked.first.id);
    expect(await publish(await propose())).toEqual({ redirect: "/admin/rankings?done=edition_published" });
  });

  test("find nothing waiting after npm run rank", async () => {
    await close(ranked.first.id);
    await propose();
    await publishEdition(system("rank"), { area: AREA });
    expect(await db.proposedEdition.count()).toBe(0);
  });
});
