import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/server/env";

/** The site's URL is known when it is served, not when it is built. */
export const dynamic = "force-dynamic";

/**
 * What answers no reader. Pages that must not be found (staff's, receipts, searches) are not named here: a robot has to
 * read them to see that they say noindex, and a URL that it may not read can be listed without having been read.
 * Open data may be read, and says noindex in a header.
 */
const CLOSED = ["/api/health", "/api/ready", "/api/metrics"];

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: CLOSED },
    sitemap: `${siteUrl()}/sitemap.xml`,
  };
}
