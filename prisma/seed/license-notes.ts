import { system } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { db } from "@/lib/server/db";

interface SeededNote {
  slug: string;
  /** The addresses of the two sources. */
  directory: string;
  licenses: { number: string; address: string }[];
  /** What else the two say; why the license may have another address. */
  more?: string;
}

/** The places of the first lists whose operator has a license for another house of the same city, and no phone in common. */
const NOTES: readonly SeededNote[] = [
  {
    slug: "canon-human-services-centers-inc-los-angeles",
    directory: "5318 and 5320 South Broadway, Los Angeles 90037",
    licenses: [{ number: "190099EN", address: "9705 Holmes Avenue, Los Angeles 90002" }],
    more: "The directory lists the program on Holmes Avenue apart, as the Brown Scapular Program.",
  },
  {
    slug: "cliffside-malibu-malibu",
    directory: "20729 Rockcroft Drive, Malibu 90265",
    licenses: [
      { number: "190068AP", address: "7214 Birdview Avenue, Malibu 90265" },
      { number: "190073AP", address: "5853 Busch Drive, Malibu 90265" },
      { number: "191229AP", address: "5480 Horizon Drive, Malibu 90265" },
    ],
  },
  {
    slug: "cliffside-malibu-3-malibu",
    directory: "20735 Rockcroft Drive, Malibu 90265",
    licenses: [{ number: "190068AP", address: "7214 Birdview Avenue, Malibu 90265" }],
  },
  {
    slug: "helpline-youth-counseling-inc-long-beach",
    directory: "920 Atlantic Avenue, Long Beach 90813",
    licenses: [{ number: "190386DN", address: "3605 Long Beach Boulevard, Long Beach 90802" }],
    more: "The phone number is that of the license in Whittier.",
  },
  {
    slug: "la-centers-for-alcohol-and-drug-abuse-lacada-downtown-los-angeles",
    directory: "470 East 3rd Street, Los Angeles 90013",
    licenses: [
      { number: "190100EN", address: "426 South San Pedro Street, also 305 and 307 South Central Avenue" },
      { number: "190100QN", address: "10924 Main Street, Los Angeles 90061" },
    ],
    more: "The directory lists 305 South Central Avenue apart.",
  },
  {
    slug: "pax-house-pasadena",
    directory: "750 East Walnut Street, Pasadena 91101",
    licenses: [{ number: "190732BP", address: "2465 East Walnut Street, Pasadena 91107" }],
  },
  {
    slug: "quest-2-recovery-lancaster",
    directory: "3239 West Avenue K1, Lancaster 93536",
    licenses: [{ number: "190992AP", address: "42939 and 42945 45th Street West, Quartz Hill 93536" }],
  },
  {
    slug: "revive-detox-los-angeles",
    directory: "360 North Vista Street, Los Angeles 90036",
    licenses: [{ number: "190836AP", address: "101 North La Peer Drive, Los Angeles 90048" }],
  },
  {
    slug: "special-services-for-groups-inc-pacific-asian-alcohol-and-drug-program-los-angeles",
    directory: "2001 Beverly Boulevard, Los Angeles 90057",
    licenses: [{ number: "190210GN", address: "5715 South Broadway, Los Angeles 90037" }],
    more: "The directory lists the program on South Broadway apart, as HOPICS.",
  },
  {
    slug: "volunteers-of-america-central-city-recovery-los-angeles",
    directory: "515 East 6th Street, Los Angeles 90021",
    licenses: [
      { number: "190027BN", address: "2521 Long Beach Avenue, Los Angeles 90058" },
      { number: "190027JN", address: "1765 South La Cienega Boulevard, Los Angeles 90035" },
    ],
    more: "License 190027BN has the program's name: it may have moved since the survey.",
  },
];

/** Nobody has asked them: the name is all that the two sources share. */
const NOTE = "The license is for another address, and its holder has the name of this operator.";

/** Writes the notes that are not there yet. A place or a license that is no longer on record has none. */
export async function seedLicenseNotes(): Promise<void> {
  for (const { slug, directory, licenses, more = "" } of NOTES)
    for (const { number, address } of licenses) {
      const evidence = [
        `The state's list of August 21, 2026, names ${address}; the directory of 2024 names ${directory}.`,
        "They have no phone number in common.",
        more,
      ];
      await writeNote(slug, number, evidence.join(" ").trim());
    }
}

async function writeNote(slug: string, licenseNumber: string, evidence: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const listing = await tx.listing.findUnique({ where: { slug }, select: { id: true } });
    const license = await tx.license.findUnique({ where: { number: licenseNumber }, select: { id: true } });
    if (!listing || !license) return;
    const { id: listingId } = listing;
    if (await tx.licenseNote.findFirst({ where: { listingId, licenseNumber }, select: { id: true } })) return;
    const note = { licenseNumber, note: NOTE, evidence };
    await tx.licenseNote.create({ data: { listingId, ...note }, select: { id: true } });
    const subject = { subjectType: "listing", subjectId: listingId } as const;
    await recordAudit(tx, system("seed"), { action: "listing.license_noted", ...subject, after: note });
  });
}
