// Where a phone number is, as far as its area code says.

/** California's, those that come into use until 2027 included (California Public Utilities Commission). */
export const CALIFORNIAN = (
  "209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 " +
  "760 805 818 820 831 837 840 858 909 916 925 949 951"
).split(" ");
/** From everywhere, to anywhere. */
export const TOLL_FREE = ["800", "833", "844", "855", "866", "877", "888"];

const AREAS: ReadonlyMap<string, "california" | "toll_free"> = new Map([
  ...CALIFORNIAN.map((code) => [code, "california"] as const),
  ...TOLL_FREE.map((code) => [code, "toll_free"] as const),
]);

/** @param phone E.164 */
export function areaOf(phone: string): "california" | "toll_free" | "elsewhere" {
  return AREAS.get(/^\+1(\d{3})/.exec(phone)?.[1] ?? "") ?? "elsewhere";
}

export interface Line {
  phone: string;
  /** The place's main phone, which alone may have an extension. */
  isMain: boolean;
}

/** Each number once, the main phone first; but a line in California before a main phone that is nowhere near. */
export function linesInOrder(main: string | null, others: readonly string[]): Line[] {
  const lines = [
    ...(main ? [{ phone: main, isMain: true }] : []),
    ...[...new Set(others)].filter((phone) => phone !== main).map((phone) => ({ phone, isMain: false })),
  ];
  const isLocal = ({ phone }: Line) => areaOf(phone) === "california";
  if (!main || areaOf(main) === "california") return lines;
  return [...lines.filter(isLocal), ...lines.filter((line) => !isLocal(line))];
}
