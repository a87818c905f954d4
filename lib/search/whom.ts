// For whom a text asks, all its phrases together: what one of them says can change what another one means.

import type { FilterOption } from "@/lib/facts/filter-options";
import type { AskedOption, Told } from "./types";

interface Asking {
  asked: AskedOption[];
  subject: string[];
  told: Told[];
  /** Whether an age was said, also one that leaves no place out. */
  saysAge: boolean;
  /** For whom each age that is said is. */
  ages: readonly (readonly FilterOption[])[];
}

const AGES: readonly FilterOption[] = ["a-minor", "a-young-adult", "an-elder"];
export const GROWN: readonly FilterOption[] = ["a-woman", "a-man"];

/**
 * Of a sister who is 15, places for grown women say nothing: her age says all. A grandmother of 58, a teen who is 18: an
 * age that is said beats what the word alone would mean. Of a son whose age is said, nobody is asked for it.
 */
export function forWhom<Read extends Asking>(reading: Read): Read {
  const asks = (options: readonly FilterOption[]) =>
    reading.asked.some((each) => each.options.some((option) => options.includes(option)));
  const isChild = asks(["a-minor"]);
  // A small child comes along with the person: another's age.
  const ages = reading.ages.filter((options) => options.every((option) => AGES.includes(option)));
  const isBeaten = ({ options }: AskedOption) =>
    ages.length > 0 && options.some((option) => AGES.includes(option) && !ages.flat().includes(option));
  const isSet = (each: AskedOption) =>
    isBeaten(each) || (isChild && each.options.some((option) => GROWN.includes(option)));
  const said = reading.asked.filter(isSet).map(({ typed }) => typed);
  const isAgeSaid = reading.saysAge || asks(AGES);
  const isAnswered = ({ topic }: Told) => isAgeSaid && topic === "howOld";
  return {
    ...reading,
    asked: reading.asked.filter((each) => !isSet(each)),
    subject: [...reading.subject, ...said, ...reading.told.filter(isAnswered).map(({ typed }) => typed)],
    told: reading.told.filter((each) => !isAnswered(each)),
  };
}
