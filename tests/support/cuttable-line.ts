import { layDatabaseLine, type DatabaseLine } from "./database-line";

/** How PostgreSQL says that a transaction is kept: CommandComplete, its length, and the tag. */
const COMMITTED = Buffer.from("C\0\0\0\x0bCOMMIT\0", "latin1");

/** When the line breaks: before our side hears that a transaction is kept, or at once after. */
export type Cut = "before" | "after";

export interface CuttableLine extends Pick<DatabaseLine, "url" | "stop"> {
  /** At the next commit; until `mend` nobody gets through. */
  cutAtCommit: (cut: Cut) => void;
  isCut: () => boolean;
  mend: () => void;
}

/** A line to PostgreSQL that breaks at the moment of a commit, as when the database is killed then. */
export async function cuttable(databaseUrl: string): Promise<CuttableLine> {
  let planned: Cut | null = null;
  let isCut = false;
  const { url, breakAll, stop } = await layDatabaseLine(
    databaseUrl,
    (near, far) => {
      far.on("close", () => near.destroy());
      far.on("data", (bytes) => {
        const cut = bytes.includes(COMMITTED) ? planned : null;
        if (cut !== null) [isCut, planned] = [true, null];
        if (cut === "before") return breakAll();
        near.write(bytes, () => cut === "after" && breakAll());
      });
    },
    () => !isCut,
  );
  return {
    url,
    cutAtCommit: (cut) => (planned = cut),
    isCut: () => isCut,
    mend: () => (isCut = false),
    stop,
  };
}
