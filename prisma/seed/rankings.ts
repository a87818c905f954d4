import { system } from "@/lib/audit/actor";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { publishFirstMethod } from "@/lib/methods/mutations";
import { publishEdition } from "@/lib/rankings/mutations";
import { getNewestEdition } from "@/lib/rankings/queries";
import { METHOD_V1, METHOD_V1_CHANGELOG } from "./method-v1";

/**
 * The day of the state's list in the seed. The first edition is judged on it, so that every copy of this house begins
 * with the same edition and the same checksum; later editions are judged on the day they are made.
 */
const FACTS_OF = "2026-08-21";

/** Publishes the first method and, where there is no edition yet, the first one. Running it again changes nothing. */
export async function seedRankings(): Promise<void> {
  await publishFirstMethod(system("seed"), METHOD_V1, METHOD_V1_CHANGELOG);
  if (await getNewestEdition()) return;
  await publishEdition(system("seed"), { area: SERVED_COUNTY, judgedOn: FACTS_OF });
}
