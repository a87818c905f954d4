import * as references from "@/lib/shared/reference";

const PREFIX = "COR";

/** A random reference such as COR-7K3M9Q. */
export function newReference(): string {
  return references.newReference(PREFIX);
}

/** A reference as it stands in a URL, in the form we store; null when it cannot be one. */
export function parseReference(typed: string): string | null {
  return references.parseReference(PREFIX, typed);
}
