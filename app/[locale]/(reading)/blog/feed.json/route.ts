import { localeOf } from "@/app/[locale]/locale";
import { jsonFeed } from "@/lib/discovery/json-feed";
import { readFeed } from "@/lib/discovery/queries";
import { textAnswer } from "@/lib/server/text-answer";

/** A build has no database. */
export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: RouteContext<"/[locale]/blog/feed.json">): Promise<Response> {
  return textAnswer("application/feed+json", jsonFeed(await readFeed(await localeOf(params))));
}
