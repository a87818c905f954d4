// For whom a text asks, all its phrases together: what one of them says can change what another one means.

import type { FilterOption } from "@/lib/facts/filter-options";
import type { AskedOption, Told } from "./types";

interface Asking {
  asked: AskedOption[];
  subject: string[];
  told: Told[];
  /** Whether an age was said, also one that leaves no place out. */
  saysAge: boolean;
}

const AGES: readonly FilterOption[] = ["a-minor", "a-young-adult", "an-elder"];
const GROWN: readonly FilterOption[] = ["a-woman", "a-man"];

/**
 * Of a sister who is 15, places for grown women say nothing: her age says all. Of a son whose age is said, nobody is
 * asked for it.
 */
export function forWhom<Read extends Asking>(reading: Read): Read {
  const asks = (options: readonly FilterOption[]) =>
    reading.asked.some((each) => each.options.some((option) => options.includes(option)));
  const isChild = asks(["a-minor"]);
  const isSet = ({ options }: AskedOption) => isChild && options.some((option) => GROWN.includes(option));
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
