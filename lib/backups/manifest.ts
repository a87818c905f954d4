import { z } from "@/lib/shared/zod";
import type { KeyFingerprints } from "@/lib/server/key-fingerprints";
import type { KeyKind } from "@/lib/server/key-ring";
import { BACKUP_WAYS } from "./types";

/** What a backup says of itself. It has fingerprints of keys, and never a key. */
export const MANIFEST = "manifest.json";
export const DUMP = "database.dump";
const FORMAT = 1;

const sum = { bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) };
const fingerprint = z.string().regex(/^[0-9a-f]{16}$/);

export const manifestSchema = z.object({
  format: z.literal(FORMAT).default(FORMAT),
  /** The moment of the database that it has. */
  madeAt: z.iso.datetime(),
  way: z.enum(BACKUP_WAYS),
  /** Of the server that it came from, such as 18. */
  postgres: z.int(),
  /** In the order in which they were applied; the checksum is the SHA-256 of its script. */
  migrations: z.array(z.object({ name: z.string().regex(/^\w+$/), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int().min(0) })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  entries: z.array(z.object({ name: z.string(), ...sum })),
  keys: z.object({
    /** The fingerprint of each key that the database knows, or the two rings have, by its id. */
    here: z.object({ encryption: z.record(z.string(), fingerprint), secret: z.record(z.string(), fingerprint) }),
    /** The ids that encrypted values of the database need, and stored hashes; without keys that are lost for good. */
    needed: z.object({ encryption: z.array(z.string()), secret: z.array(z.string()) }),
  }),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The entry with a table's rows. */
export function entryOfTable(table: string): string {
  return `tables/${table}.copy.gz`;
}

export const UPLOADS = "uploads/";

/** Null when it is none that this version of the house reads. */
export function readManifest(text: string): Manifest | null {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** What a backup needs and this house does not have. */
export interface MissingKey {
  kind: KeyKind;
  /** Its id in the ring. */
  id: string;
  fingerprint: string | null;
  /** Whether there is one of the same id, which is another key. */
  differs: boolean;
}

/** Which of the keys that a backup needs are missing here, or are others. */
export function missingKeys({ keys }: Pick<Manifest, "keys">, here: KeyFingerprints): MissingKey[] {
  return (["encryption", "secret"] as const).flatMap((kind) =>
    keys.needed[kind]
      .filter((id) => !isSame(here[kind][id], keys.here[kind][id]))
      .map((id) => ({ kind, id, fingerprint: keys.here[kind][id] ?? null, differs: here[kind][id] !== undefined })),
  );
}

/** One that was missing when the backup was made has no fingerprint there: then whatever is here by its id may be it. */
function isSame(here: string | undefined, there: string | undefined): boolean {
  return here !== undefined && (there === undefined || here === there);
}

/**
 * The migrations of a backup that this house does not have, or has otherwise: it was made by a newer version, or by
 * another house.
 * @param known the checksum of each migration of this house, by its name
 */
export function unknownMigrations(
  { migrations }: Pick<Manifest, "migrations">,
  known: ReadonlyMap<string, string>,
): string[] {
  return migrations.filter(({ name, checksum }) => known.get(name) !== checksum).map(({ name }) => name);
}
