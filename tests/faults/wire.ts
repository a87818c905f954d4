import { setTimeout as pause } from "node:timers/promises";
import { layDatabaseLine, type DatabaseLine } from "../support/database-line";

/** The way between the house and PostgreSQL, which can be made slow. */
export interface Wire extends Pick<DatabaseLine, "url" | "stop"> {
  /** How long each of the server's answers is on its way from now on, in milliseconds. */
  delay: (milliseconds: number) => void;
}

export async function layWire(databaseUrl: string): Promise<Wire> {
  let delayMs = 0;
  const { url, stop } = await layDatabaseLine(databaseUrl, (near, far) => {
    // In their order, also when the delay changes.
    let last = Promise.resolve();
    const send = (act: () => void) => {
      const due = delayMs === 0 ? undefined : pause(delayMs);
      last = last.then(() => due).then(act);
    };
    far.on("data", (bytes) => send(() => void near.write(bytes)));
    far.on("close", () => send(() => void near.destroy()));
  });
  return { url, delay: (milliseconds) => (delayMs = milliseconds), stop };
}
