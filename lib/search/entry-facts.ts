import type { FactValue } from "@/lib/facts/facts";
import type { FilterOption } from "@/lib/facts/filter-options";
import { payFrom } from "@/lib/facts/how-to-pay";
import { keepingFrom, LEVELS, longTermFrom, type KeyFacts, type Medication } from "@/lib/facts/key-facts";
import { longTermKey, optionKey } from "./entry";

/** What the search keeps of a place's answers, as `optionKey` writes them; what is in neither list is a no. */
interface EntryAnswers {
  yes: readonly string[];
  unknown: readonly string[];
  noMediCalIn: number | null;
}

/** What people compare places by, read from what the search keeps. */
export function keyFactsOf({ yes, unknown, noMediCalIn }: EntryAnswers): KeyFacts {
  const valueOf = (key: string): FactValue => (yes.includes(key) ? "yes" : unknown.includes(key) ? "unknown" : "no");
  const medication = (name: Medication) => valueOf(optionKey("medication", name));
  const level = (option: FilterOption<"level">) => valueOf(optionKey("level", option)) === "yes";
  const offered = {
    hospital: level("hospital"),
    residential: level("residential"),
    intensive: level("day-treatment") || level("intensive-outpatient"),
    outpatient: level("outpatient"),
  };
  return {
    medications: {
      methadone: medication("methadone"),
      buprenorphine: medication("buprenorphine"),
      naltrexone: medication("naltrexone"),
    },
    keeping: keepingFrom((each) => valueOf(optionKey("keeping", each))),
    longTerm: longTermFrom((each) => valueOf(longTermKey(each))),
    levels: LEVELS.filter((each) => offered[each]),
    mediCal: valueOf(optionKey("payment", "medi-cal")),
    pay: payFrom((way) => valueOf(optionKey("payment", way)), noMediCalIn),
    spanish: valueOf(optionKey("language", "spanish")),
  };
}
