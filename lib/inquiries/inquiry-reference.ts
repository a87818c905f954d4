import * as references from "@/lib/shared/reference";

const PREFIX = "BHR";

/** A random reference such as BHR-7K3M9Q. */
export function newReference(): string {
  return references.newReference(PREFIX);
}

/** A reference as a person may type it, in the form we store; null when it cannot be one. */
export function parseReference(typed: string): string | null {
  return references.parseReference(PREFIX, typed);
}
