/** Sent with every response; the content security policy is made per page (page-cache-handler.mjs, csp.ts). */
export const securityHeaders = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), browsing-topics=()" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

/**
 * Pages with forms: under `no-referrer` a browser without JavaScript posts with `Origin: null`, which the check against
 * forged actions must refuse. `same-origin` tells other sites nothing more.
 */
export const formPageHeaders = [{ key: "Referrer-Policy", value: "same-origin" }];
/** Pages with a secret in the URL; they keep the strict referrer policy, so that no other site sees the URL. */
export const secretPageHeaders = [
  { key: "X-Robots-Tag", value: "noindex, nofollow" },
  { key: "Cache-Control", value: "private, no-store" },
];
export const SECRET_PAGES = ["/inquiry/:token/:path*", "/es/inquiry/:token/:path*"];
export const FORM_PAGES = [
  "/contact/:path*",
  "/es/contact/:path*",
  "/listings/:slug/correction",
  "/es/listings/:slug/correction",
  "/admin/:path*",
];

/** A robot may read it, and finds no page there. */
export const unlistedHeaders = [{ key: "X-Robots-Tag", value: "noindex" }];
export const UNLISTED = [
  "/api/:path*",
  "/admin/:path*",
  "/blog/:feed(feed.xml|feed.json)",
  "/es/blog/:feed(feed.xml|feed.json)",
];

/** Open data: pages of other sites may read them, so the browser must allow it. */
export const openDataHeaders = [
  { key: "Access-Control-Allow-Origin", value: "*" },
  { key: "Cross-Origin-Resource-Policy", value: "cross-origin" },
];
export const OPEN_DATA = "/api/v1/:path*";
