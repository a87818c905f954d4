import { editorialWeights, MAX_WEIGHT, type Scale } from "./own-weights";

/**
 * Weights that a reader can start with. Each sets one group to MAX_WEIGHT and leaves the others as in the method. It is
 * a wish, not a filter. `criterion` is what the reader has in mind; the page says how much of the group it is. `search`
 * are the filters of /listings that leave only places that say yes to it.
 */
export const WEIGHT_PRESETS = [
  { key: "medication", group: "medication", criterion: null, search: "medication=methadone&medication=buprenorphine" },
  { key: "mediCal", group: "access", criterion: "medi-cal", search: "payment=medi-cal" },
  { key: "children", group: "family", criterion: "children", search: "access=child-care&access=children-stay" },
  { key: "depression", group: "co-occurring", criterion: null, search: "population=mental-health" },
  { key: "staying", group: "continuity", criterion: null, search: null },
] as const;

export type WeightPreset = (typeof WEIGHT_PRESETS)[number];

/** The preset's weights; null when the method has no such group. */
export function presetWeights(scale: Scale, { group }: Pick<WeightPreset, "group">): number[] | null {
  if (!scale.groups.some(({ key }) => key === group)) return null;
  return editorialWeights(scale).map((weight, index) => (scale.groups[index]?.key === group ? MAX_WEIGHT : weight));
}
