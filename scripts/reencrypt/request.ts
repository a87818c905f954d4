import { parseArgs } from "node:util";
import { Failure } from "../setup/failure.mjs";

export interface ReencryptRequest {
  /** Ids of keys that are lost for good. */
  lost: string[];
  /** Whether inquiries get new links whose receipts were made with a secret that is lost. */
  givesNewLinks: boolean;
}

export const USAGE = `npm run reencrypt                     seals and hashes again with the newest keys what older ones did
npm run reencrypt -- --lost k1        says that the key k1 is lost for good, and goes on without it; also for several:
                                      --lost k1 --lost s1
npm run reencrypt -- --lost-receipts  gives new links to inquiries whose receipts a lost secret made, before secrets had ids`;

/** @throws Failure with how to ask */
export function parseRequest(args: string[]): ReencryptRequest {
  const { lost = [], "lost-receipts": givesNewLinks = false } = read(args);
  if (lost.some((id) => !/^[a-z0-9]+$/.test(id))) throw new Failure(`Name each lost key by its id.\n\n${USAGE}`);
  return { lost, givesNewLinks };
}

function read(args: string[]) {
  try {
    const options = { lost: { type: "string", multiple: true }, "lost-receipts": { type: "boolean" } } as const;
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}
