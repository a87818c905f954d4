import "server-only";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from "node:zlib";
import Negotiator from "negotiator";

const decoders = { br: promisify(brotliDecompress), gzip: promisify(gunzip) };
const packers = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_QUALITY]: 9 },
    }),
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 9 }),
};

/** How a body may be packed, the smallest first. */
export const PACKINGS = ["br", "gzip"] as const;
export type Packing = (typeof PACKINGS)[number];
export type Packed = Record<Packing, Buffer>;

const isPacking = (name: string): name is Packing => PACKINGS.some((each) => each === name);

/** The body in every packing, made off the thread that renders. */
export async function pack(body: Buffer): Promise<Packed> {
  const [br, gzipped] = await Promise.all([packers.br(body), packers.gzip(body)]);
  return { br, gzip: gzipped };
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
export function packingFor(accepted: string | undefined, among: readonly Packing[] = PACKINGS): Packing | null {
  const taken = new Negotiator({ headers: { "accept-encoding": accepted } }).encodings([...among]);
  return among.find((each) => taken.includes(each)) ?? null;
}
