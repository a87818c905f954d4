import { vi } from "vitest";
import { patience } from "./patience.mjs";

/** Looks again and again until what is expected there is so; only what never comes about fails. */
export function eventually<Seen>(look: () => Seen | Promise<Seen>): Promise<Seen> {
  return vi.waitFor(look, patience(20_000));
}
