import { hash } from "node:crypto";
import type { HsdsTable } from "./types";

/** Never change it: every id rests on it, in every installation. */
export const HSDS_NAMESPACE = "7b477ee1-9486-498e-897b-15efc5dff57d";

/**
 * The id of a record: equal in every installation and every answer, as long as the keys are.
 * @param keys slugs and codes that name the record within its table
 */
export function hsdsId(table: HsdsTable, ...keys: readonly string[]): string {
  return uuidV5(HSDS_NAMESPACE, [table, ...keys].join("/"));
}

/** A UUID made of a name (RFC 9562, version 5). */
export function uuidV5(namespace: string, name: string): string {
  const prefix = Buffer.from(namespace.replaceAll("-", ""), "hex");
  const digest = hash("sha1", Buffer.concat([prefix, Buffer.from(name)]), "buffer");
  digest[6] = (digest[6]! & 0x0f) | 0x50;
  digest[8] = (digest[8]! & 0x3f) | 0x80;
  return digest.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
