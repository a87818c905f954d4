import "server-only";
import type { ServerResponse } from "node:http";
import { writtenChunk } from "./written-chunk";

/** A page with every record is below 2 MB. */
const MAX_BYTES = 4 * 1024 * 1024;

/** An answer as it left. */
export interface SeenAnswer {
  headers: Record<string, string | string[]>;
  body: Buffer;
}

/**
 * Looks on while an answer is sent, and changes nothing of it.
 * @param isWanted asked when its head is complete; what is not wanted is not collected
 * @param seen told when it has left whole
 */
export function watchAnswer(
  response: ServerResponse,
  isWanted: (response: ServerResponse) => boolean,
  seen: (answer: SeenAnswer) => void,
): void {
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  const parts: Buffer[] = [];
  let bytes = 0;
  let wanted: boolean | undefined;

  const take = (given: readonly unknown[]): void => {
    wanted ??= isWanted(response);
    if (!wanted) return;
    const part = writtenChunk(given);
    if (!part) return;
    parts.push(part);
    bytes += part.length;
    if (bytes > MAX_BYTES) wanted = false;
  };
  response.write = (...given: unknown[]) => {
    take(given);
    return write(...given);
  };
  response.end = (...given: unknown[]) => {
    take(given);
    return end(...given);
  };
  response.once("finish", () => {
    if (wanted) seen({ headers: plain(response.getHeaders()), body: Buffer.concat(parts) });
  });
}

function plain(headers: NodeJS.Dict<number | string | string[]>): SeenAnswer["headers"] {
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)] as const],
  );
  return Object.fromEntries(given);
}
