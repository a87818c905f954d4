import { publishEdition, publishMethod } from "@/lib/rankings/mutations";
import { RANKED_AREA } from "@/lib/rankings/schema";
import { METHOD_V1, METHOD_V1_CHANGELOG } from "./method-v1";

/**
 * The day of the state's list in the seed. The first edition is judged on it, so that every copy of this house begins
 * with the same edition and the same checksum; later editions are judged on the day they are made.
 */
const FACTS_OF = "2026-08-21";

/** Publishes the first method and the first edition. Running it again changes nothing. */
export async function seedRankings(): Promise<void> {
  await publishMethod(METHOD_V1, METHOD_V1_CHANGELOG);
  await publishEdition({ area: RANKED_AREA, judgedOn: FACTS_OF });
}
