import type { VersionedSubject } from "./types";

const RECORDS = {
  listing: "/admin/listings",
  post: "/admin/posts",
  method: "/admin/rankings/methods",
  setting: "/admin/settings",
} as const;

/** The page on which staff edit it. */
export function recordPath({ noun, id }: VersionedSubject): string {
  return `${RECORDS[noun]}/${id}`;
}

export function versionsPath(subject: VersionedSubject): string {
  return `${recordPath(subject)}/versions`;
}

/** One version in whole. */
export function versionPath(subject: VersionedSubject, version: string): string {
  return `${versionsPath(subject)}?version=${version}`;
}
