import { today } from "@/lib/shared/dates";
import { readDay } from "@/lib/shared/written-day";
import { z } from "@/lib/shared/zod";
import type { AdminError } from "./types";

// What a field of the staff area may hold, in every form: a value that cannot be true is refused where it is typed.

const say = (error: AdminError) => error;

/** None of our dates is older; a year like 0206 is a typing error. */
const FIRST_DAY = "1900-01-01";

/** A day as people write it, as YYYY-MM-DD; one that could be read in two ways is sent back. */
const writtenDay = z
  .string()
  .transform((text, context) => {
    const written = readDay(text, today());
    if ("day" in written) return written.day;
    const error = say(written.problem === "ambiguous" ? "dateAmbiguous" : "dateFormat");
    context.addIssue({ code: "custom", message: error, input: text });
    return z.NEVER;
  })
  .refine((day) => day >= FIRST_DAY, say("dateOld"));

/** Today or an earlier day, in Los Angeles. */
export const pastDay = writtenDay.refine((day) => day <= today(), say("dateFuture"));

/** Today or a later day, not farther away than anybody plans. */
export const comingDay = writtenDay
  .refine((day) => day >= today(), say("dateOver"))
  .refine((day) => Number(day.slice(0, 4)) <= Number(today().slice(0, 4)) + 1, say("dateFar"));

/** A field that may be empty, which then is null. */
export function optionalField<Schema extends z.ZodType<string, string>>(schema: Schema) {
  return z
    .string()
    .trim()
    .transform((text) => text || null)
    .pipe(schema.nullable());
}

/** The URL of a page on the web: its host has a name, it is not this machine, and the URL has no password. */
export const webUrl = z
  .url({
    protocol: /^https?$/,
    hostname: /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i,
    error: say("urlFormat"),
  })
  .refine((url) => !URL.canParse(url) || !new URL(url).username, say("urlFormat"));

/** A year of publication: four digits, not in the future. */
export const publicationYear = z
  .string()
  .trim()
  .regex(/^(1[89]\d\d|2\d{3})?$/, say("yearFormat"))
  .refine((year) => year <= today().slice(0, 4), say("yearFuture"))
  .transform((year) => (year ? Number(year) : null));

/** The postal codes of the states, of Washington, and of other areas that the mail treats as states. */
const STATES = new Set(
  "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR VI".split(
    " ",
  ),
);

/** A state by its two letters. */
export const usState = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/, say("stateFormat"))
  .refine((state) => !/^[A-Z]{2}$/.test(state) || STATES.has(state), say("stateUnknown"));

/** The slug of a listing, from the URL of its page, whole or its last part. */
export const listingUrl = z
  .string()
  .trim()
  .max(300, say("tooLong"))
  .transform((url) => url.split(/[?#]/)[0]!.replace(/\/+$/, "").split("/").at(-1) ?? "")
  .pipe(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, say("listingUrl")));
