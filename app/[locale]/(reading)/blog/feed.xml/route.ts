import { localeOf } from "@/app/[locale]/locale";
import { rss } from "@/lib/discovery/rss";
import { readFeed } from "@/lib/discovery/queries";
import { textAnswer } from "@/lib/server/text-answer";

/** A build has no database. */
export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: RouteContext<"/[locale]/blog/feed.xml">): Promise<Response> {
  return textAnswer("application/rss+xml", rss(await readFeed(await localeOf(params))));
}
