import { LISTING_KINDS } from "./kind";

type Kind = (typeof LISTING_KINDS)[number];

/** A kind of care as a part of a URL: "opioid-treatment-program". */
export function kindSegment(kind: Kind): string {
  return kind.replaceAll("_", "-");
}

/** The kind that a part of a URL names; undefined for any other spelling. */
export function kindOfSegment(segment: string): Kind | undefined {
  return LISTING_KINDS.find((kind) => kindSegment(kind) === segment);
}
