import "server-only";
import { LRUCache } from "lru-cache";
import type { Taken } from "./page-generation";
import type { Packed } from "./packing";

/** A reading page as it is sent. */
export interface PackedPage extends Taken {
  /** Of its answer, without those that belong to one packing. */
  headers: Record<string, string | string[]>;
  /** Weak: the same for every packing. */
  etag: string;
  bodies: Packed;
}

/** Where packed pages are kept. One that several servers share may take its place. */
export interface PackedPageStore {
  get(path: string): Promise<PackedPage | undefined>;
  set(path: string, page: PackedPage): Promise<void>;
}

/** Far more than all pages of one county in two languages. */
const MAX_BYTES = 64 * 1024 * 1024;
const HEADERS_BYTES = 2_048;

/** In this process's memory; the least read pages give way. */
export function packedPagesInMemory(maxBytes = MAX_BYTES): PackedPageStore {
  const pages = new LRUCache<string, PackedPage>({
    maxSize: maxBytes,
    sizeCalculation: ({ bodies }) => bodies.br.length + bodies.gzip.length + HEADERS_BYTES,
  });
  return {
    get: async (path) => pages.get(path),
    set: async (path, page) => void pages.set(path, page),
  };
}
