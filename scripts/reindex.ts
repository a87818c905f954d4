// `npm run reindex`: derives again everything that the search keeps, and deletes words that no listing has any more.
// Use it after a database was restored in part, or after the rule that derives entries changed. Visitors can search
// meanwhile.
import { rebuildSearch } from "@/lib/search/mutations";
import { db } from "@/lib/server/db";

const start = performance.now();
const count = await rebuildSearch();
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`${count.toLocaleString("en-US")} listings derived anew for the search in ${seconds} s.`);
await db.$disconnect();
