import path from "node:path";
import { Failure } from "../setup/failure.mjs";
import { freePort, isFreeEverywhere } from "../setup/ports";
import { readPrivateJson, writePrivate } from "../setup/private-files.mjs";

/** Processes of a killed run need this long to notice that it has ended. */
const LEFT_ENDS_WITHIN_MS = 5_000;

/**
 * The site's port.
 * @param wasLeft an earlier run was killed: its site may be ending just now
 * @throws Failure when another program has it
 */
export async function sitePort(wasLeft: boolean): Promise<number> {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Failure(`PORT is "${process.env.PORT ?? ""}": set a number from 1 to 65535.`);
  const deadline = Date.now() + (wasLeft ? LEFT_ENDS_WITHIN_MS : 0);
  while (!(await isFreeEverywhere(port))) {
    if (Date.now() > deadline)
      throw new Failure(
        `Port ${port} is taken by another program, or not this user's to open.\n` +
          `       Stop what uses it, or choose another: PORT=${port < 65_000 ? port + 1 : 3000} npm run up`,
      );
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return port;
}

/** The mailbox's ports: the ones of last time where they are still free. */
export async function mailboxPorts(data: string): Promise<{ smtp: number; web: number }> {
  const file = path.join(data, "mailbox.json");
  const kept = readPrivateJson<{ smtp: number; web: number }>(file);
  const ports = { smtp: await freePort(kept?.smtp), web: await freePort(kept?.web) };
  writePrivate(file, JSON.stringify(ports));
  return ports;
}
