import { sentBody } from "./load";

/** How many bytes of scripts a browser loads with a page, packed as they are sent. Old browsers' (nomodule) not counted. */
export async function scriptBytes(url: string): Promise<number> {
  const html = (await sentBody(url, { "accept-encoding": "identity" })).toString("utf8");
  const sources = [...html.matchAll(/<script\b(?![^>]*\snomodule)[^>]*\ssrc="([^"]+)"/gi)].map(
    ([, source = ""]) => source,
  );
  let bytes = 0;
  for (const source of new Set(sources))
    bytes += (await sentBody(new URL(source.replaceAll("&amp;", "&"), url).href)).length;
  return bytes;
}
