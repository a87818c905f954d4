import type { MethodConflict, SaveMethodResult } from "@/lib/methods/actions";
import type { MethodValues } from "@/lib/methods/schema";
import { VERSION_FIELD } from "@/lib/versions/version-mark";
import { typedIn } from "../staff-forms";

/** Both sides, when somebody else saved meanwhile. */
export function conflictOf(state: { status: string } | SaveMethodResult | null): MethodConflict | null {
  return state && "current" in state ? state.current : null;
}

/** What was typed, when the form comes back with it. */
export function typedOf(state: object | null): MethodValues | undefined {
  const typed = typedIn(state);
  return (
    typed &&
    Object.fromEntries(Object.entries(typed).filter((entry): entry is [string, string] => entry[1] !== undefined))
  );
}

/** Fields that differ, each with the words of its label. An empty offered row is no difference. */
export function differencesOf({ saved, typed }: MethodConflict, labelOf: (field: string) => string) {
  const fields = [...new Set([...Object.keys(saved), ...Object.keys(typed)])];
  return fields
    .filter((field) => !["id", "version", "part", VERSION_FIELD].includes(field))
    .map((field) => ({
      field,
      label: labelOf(field),
      saved: saved[field] ?? "",
      typed: (typed[field] ?? "").replace(/\r\n/g, "\n"),
    }))
    .filter((each) => each.saved !== each.typed);
}
