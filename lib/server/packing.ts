import "server-only";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from "node:zlib";
import Negotiator from "negotiator";

const decoders = { br: promisify(brotliDecompress), gzip: promisify(gunzip) };
const packers = {
  br: (body: Buffer, quality: number) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_QUALITY]: quality },
    }),
  gzip: (body: Buffer, level: number) => promisify(gzip)(body, { level }),
};
/** What is packed once and sent often. */
const STRONG = 9;
/** What is packed for one reader: more would take longer to make than it saves to send. */
const QUICK = 4;

/** How a body may be packed, the smallest first. */
export const PACKINGS = ["br", "gzip"] as const;
export type Packing = (typeof PACKINGS)[number];
export type Packed = Record<Packing, Buffer>;

const isPacking = (name: string): name is Packing => PACKINGS.some((each) => each === name);

/** The body in every packing, made off the thread that renders. */
export async function pack(body: Buffer): Promise<Packed> {
  const [br, gzipped] = await Promise.all([packers.br(body, STRONG), packers.gzip(body, STRONG)]);
  return { br, gzip: gzipped };
}

/** The body in one packing, for one reader, made off the thread that renders. */
export function packQuickly(body: Buffer, packing: Packing): Promise<Buffer> {
  return packers[packing](body, QUICK);
}

/**
 * What was packed, or null when it is packed in a way that we do not know.
 * @param encoding the header Content-Encoding; empty when it is not packed
 */
export async function unpack(body: Buffer, encoding: string): Promise<Buffer | null> {
  if (encoding === "" || encoding === "identity") return body;
  return isPacking(encoding) ? decoders[encoding](body) : null;
}

/**
 * The smallest packing that a client takes, or null.
 * @param accepted its header Accept-Encoding (RFC 9110, 12.5.3)
 */
export function packingFor(accepted: string | undefined): Packing | null {
  const taken = new Negotiator({ headers: { "accept-encoding": accepted } }).encodings([...PACKINGS]);
  return PACKINGS.find((each) => taken.includes(each)) ?? null;
}
