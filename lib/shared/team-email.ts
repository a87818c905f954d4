import { z } from "./zod";

/** Of a copy on somebody's own machine; it is nobody's elsewhere. */
const OF_THIS_MACHINE = "team@localhost";

/** The team's public email, in the settings and in the environment. */
export function teamEmail(error: string) {
  return z.string().refine((text) => text === OF_THIS_MACHINE || z.email().safeParse(text).success, error);
}
