import { countInWords } from "@/lib/search/count-in-words";
import { MAX_URL_LENGTH } from "@/lib/server/early-refusal";
import { isLocale } from "@/lib/shared/i18n";
import { paramsOf } from "@/lib/shared/search-params";

const HEADERS = { "cache-control": "no-store" };

/**
 * How many places fit the search's form, while somebody fills it in. What was typed is in the body of the request and
 * not in its URL. It waits in the line of searches (costly-requests).
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/search-count/[locale]">,
): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404, headers: HEADERS });
  // The form can be sent as a URL too, and has the same room.
  const bytes = Number(request.headers.get("content-length") ?? Infinity);
  if (!(bytes <= MAX_URL_LENGTH)) return new Response(null, { status: 413, headers: HEADERS });
  return Response.json(await countInWords(locale, paramsOf(await request.text())), { headers: HEADERS });
}
