import "server-only";
import { isPublic, sheetSelect } from "@/lib/facts/select";
import { factOf, resolveFacts } from "@/lib/facts/facts";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { proposedChangesSchema } from "@/lib/rankings/proposed-changes";
import { db } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import type { ImportSource } from "@/lib/sources/source-edition";
import type { ProgramListing } from "./certified-programs";
import { proposalSelect } from "./select";
import type { ProposalEntry, SourceKey } from "./types";

/** An accepted proposal of an import that somebody took back: its file may be proposed again. */
const takenBack = { status: "accepted", import: { takenBackAt: { not: null } } } as const;

/**
 * What the server called the file the last time that it was of use; nulls before the first, for another URL, and when what
 * we took of it was taken back.
 */
export async function lastValidators(
  source: SourceKey,
  url: string,
): Promise<{ etag: string | null; lastModified: string | null }> {
  const last = await db.refresh.findFirst({
    where: { source, url, outcome: { not: "failed" } },
    orderBy: { at: "desc" },
    select: { etag: true, lastModified: true },
  });
  const none = { etag: null, lastModified: null };
  if (!last) return none;
  const isTakenBack = (await db.refreshProposal.count({ where: { source, ...takenBack } })) > 0;
  return isTakenBack ? none : last;
}

/** Where the same contents are already, in words; null when they are new. */
export async function whereKnown(
  source: SourceKey,
  feeds: ImportSource | null,
  contentChecksum: string,
): Promise<string | null> {
  const imported =
    feeds &&
    (await db.sourceEdition.findFirst({
      where: { source: feeds, checksum: contentChecksum, county: { in: ["", SERVED_COUNTY] }, takenBackAt: null },
      orderBy: { importedAt: "desc" },
      select: { edition: true },
    }));
  if (imported) return `The file is the one of edition ${imported.edition}, which is imported.`;
  const proposal = await db.refreshProposal.findFirst({
    where: { source, contentChecksum, status: { not: "superseded" }, NOT: takenBack },
    orderBy: { number: "desc" },
    select: { number: true, status: true },
  });
  if (!proposal) return null;
  const status = { open: "waits", accepted: "was taken", rejected: "was rejected" } as const;
  return `The file is that of proposal ${proposal.number}, which ${status[proposal.status as keyof typeof status]}.`;
}

/** Every proposal's standing, newest first; without the file. */
export async function listProposals(): Promise<ProposalEntry[]> {
  const rows = await db.refreshProposal.findMany({ orderBy: { number: "desc" }, select: proposalSelect });
  return rows.map(({ asOf, source, effect, ...row }) => ({
    ...row,
    source: source as SourceKey,
    asOf: toIsoDate(asOf),
    // What an older release wrote in another shape is left out: the report stands without it.
    effect: proposedChangesSchema.safeParse(effect).data ?? null,
  }));
}

/** The file of a proposal, gzipped; null when there is none any more. */
export async function packedFile(number: number): Promise<Uint8Array | null> {
  const row = await db.refreshProposal.findUniqueOrThrow({ where: { number }, select: { packed: true } });
  return row.packed;
}

/** The published listings of the served county, as the list of opioid treatment programs is compared with them. */
export async function programListings(): Promise<ProgramListing[]> {
  const rows = await db.listing.findMany({
    where: { county: SERVED_COUNTY, ...isPublic },
    orderBy: { slug: "asc" },
    select: {
      slug: true,
      street: true,
      zip: true,
      phone: true,
      intakePhones: true,
      factSheets: { select: sheetSelect },
    },
  });
  return rows.map(({ phone, intakePhones, factSheets, ...listing }) => {
    const sheets = factSheets.map(({ asOf, ...sheet }) => ({ ...sheet, asOf: toIsoDate(asOf) }));
    const isProgram = factOf(resolveFacts(sheets), "OTP").value === "yes";
    return { ...listing, phones: [phone, ...intakePhones].filter((each) => each !== null), isProgram };
  });
}
