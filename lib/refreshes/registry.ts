import { env } from "@/lib/server/env";
import { dhcsLicenses } from "./adapters/dhcs-licenses";
import { samhsaDirectory } from "./adapters/samhsa-directory";
import { samhsaOtp } from "./adapters/samhsa-otp";
import { SOURCE_KEYS, type SourceAdapter, type SourceKey } from "./types";

/** One file in `adapters/` for each; a new one is named in `SOURCE_KEYS`, too. */
const ADAPTERS: Record<SourceKey, (origin?: string) => SourceAdapter> = {
  samhsa: samhsaDirectory,
  dhcs: dhcsLicenses,
  "samhsa-otp": samhsaOtp,
};

/** Every source that we look at, with the URLs that the operator set. */
export function configuredAdapters(): SourceAdapter[] {
  return sourceAdapters(urlsIn(env().REFRESH_URLS));
}

/** @param ownUrls where the operator says that the file of a source is */
export function sourceAdapters(ownUrls: Partial<Record<SourceKey, string>> = {}): SourceAdapter[] {
  return SOURCE_KEYS.map((key) => withOwnUrl(ADAPTERS[key](), ownUrls[key]));
}

export function isSourceKey(text: string): text is SourceKey {
  return (SOURCE_KEYS as readonly string[]).includes(text);
}

/** Reads "samhsa=https://… dhcs=https://…": lib/server/env has checked it. */
function urlsIn(setting: string): Partial<Record<SourceKey, string>> {
  const pairs = setting.split(/\s+/).filter((pair) => pair !== "");
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}

function withOwnUrl(adapter: SourceAdapter, url: string | undefined): SourceAdapter {
  if (!url) return adapter;
  const located = { url, note: "The URL is the operator's own (REFRESH_URLS)." };
  return { ...adapter, hosts: [...adapter.hosts, new URL(url).host], locate: () => Promise.resolve(located) };
}
