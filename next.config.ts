import { createHash } from "node:crypto";
import path from "node:path";
import type { NextConfig } from "next";
import { WORKER_POLICY } from "./lib/server/page-policy.mjs";
import {
  FORM_PAGES,
  formPageHeaders,
  OPEN_DATA,
  openDataHeaders,
  SECRET_PAGES,
  secretPageHeaders,
  securityHeaders,
  UNLISTED,
  unlistedHeaders,
} from "./lib/server/security-headers";

// The names of actions are made with this key. A fixed one keeps them from build to build, so that a form that was
// opened before a release can be sent after it. It seals nothing: no action closes over values (an architecture test).
process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY = createHash("sha256").update("names of actions").digest("base64");

const keptForAWeek = [{ key: "Cache-Control", value: "public, max-age=604800" }];

const config: NextConfig = {
  poweredByHeader: false,
  // No page has a picture to be resized: the endpoint that would do it for anybody is off.
  images: { unoptimized: true },
  reactStrictMode: true,
  // Titles stand in the head for every client: a document has no script that would put a late one there.
  htmlLimitedBots: /.*/,
  // Pages are kept on disk only: another process (an import) can then clear them. lib/server/page-cache-handler.mjs.
  cacheHandler: path.resolve("lib/server/page-cache-handler.mjs"),
  cacheMaxMemorySize: 0,
  // A proxy in front may show a page that is being re-made for another quarter hour, not for a year.
  expireTime: 1800,
  // URLs are lower case: in capitals one would else fall between the rules below, and get the framework's own page.
  experimental: { globalNotFound: true, authInterrupts: true, caseSensitiveRoutes: true },
  // `npm run check` proves the types, in half the time.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["graphile-worker", "pg", "pino", "prom-client", "better-auth"],
  // While developing, each request is printed with its URL, and each action with what it was given. A receipt's URL is a
  // secret, and so is what people type.
  logging: { incomingRequests: { ignore: [/\/inquiry\//, /[?&](q|near|add)=/] }, serverFunctions: false },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // A browser looks for a page's icon again whenever the fragment of its URL changes: it must have it already,
    // or the server would see when a reader weighs the ranking (/rankings/mine).
    ...["/icon.svg", "/apple-touch-icon.png", "/favicon.ico"].map((source) => ({ source, headers: keptForAWeek })),
    { source: "/help-now-keeper.js", headers: [{ key: "Content-Security-Policy", value: WORKER_POLICY }] },
    { source: OPEN_DATA, headers: openDataHeaders },
    ...UNLISTED.map((source) => ({ source, headers: unlistedHeaders })),
    ...SECRET_PAGES.map((source) => ({ source, headers: secretPageHeaders })),
    ...FORM_PAGES.map((source) => ({ source, headers: formPageHeaders })),
  ],
  redirects: async () => [
    { source: "/:language([eE][nN])", destination: "/", permanent: true },
    { source: "/:language([eE][nN])/:path*", destination: "/:path*", permanent: true },
    { source: "/:language(ES|Es|eS)/:path*", destination: "/es/:path*", permanent: true },
    // The spelling of the records, which URLs of the map once had.
    ...["/map", "/es/map", "/rankings", "/es/rankings"].map((list) => ({
      source: `${list}/kinds/opioid_treatment_program`,
      destination: `${list}/kinds/opioid-treatment-program`,
      permanent: true,
    })),
  ],
  // English lives at the root, Spanish below /es; docs/decisions/0005-english-at-the-root.md.
  rewrites: async () => ({
    beforeFiles: [{ source: "/:path((?!(?:es|en|admin|api|_next)(?:/|$))[^.]*)", destination: "/en/:path" }],
    // URLs with a dot that are no file: so that they too get a whole page saying so.
    afterFiles: [{ source: "/:path((?!(?:es|en|admin|api|_next)(?:/|$)).*)", destination: "/en/:path" }],
    fallback: [],
  }),
};

export default config;
