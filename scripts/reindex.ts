// `npm run reindex`: derives anew everything the search keeps, and forgets words that no listing has any more. For a
// database restored in part, or after the rule that derives entries has changed. Visitors can search meanwhile.
import { system } from "@/lib/audit/actor";
import { rebuildSearch } from "@/lib/search/mutations";
import { db } from "@/lib/server/db";
import { counted } from "@/lib/shared/counted";

const start = performance.now();
const count = await rebuildSearch(system("reindex"));
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`${counted(count, "listing")} derived anew for the search in ${seconds} s.`);
await db.$disconnect();
