import type { MethodConflict, SaveMethodResult } from "@/lib/methods/actions";
import type { MethodValues } from "@/lib/methods/schema";

/** Both sides, when somebody else saved meanwhile. */
export function conflictOf(state: SaveMethodResult | null): MethodConflict | null {
  return state?.status === "conflict" ? state.current : null;
}

/** What was typed, when the form comes back with it. */
export function typedOf(state: SaveMethodResult | null): MethodValues | undefined {
  const typed = conflictOf(state)?.typed ?? (state && "values" in state ? state.values : undefined);
  return (
    typed &&
    Object.fromEntries(Object.entries(typed).filter((entry): entry is [string, string] => entry[1] !== undefined))
  );
}

/** Fields that differ, each with the words of its label. An empty offered row is no difference. */
export function differencesOf({ saved, typed }: MethodConflict, labelOf: (field: string) => string) {
  const fields = [...new Set([...Object.keys(saved), ...Object.keys(typed)])];
  return fields
    .filter((field) => !["id", "version", "part"].includes(field))
    .map((field) => ({
      field,
      label: labelOf(field),
      saved: saved[field] ?? "",
      typed: (typed[field] ?? "").replace(/\r\n/g, "\n"),
    }))
    .filter((each) => each.saved !== each.typed);
}
