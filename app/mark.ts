import type { Metadata, Viewport } from "next";

/** The site's mark. Who wants it as a picture asks for /favicon.ico and /apple-touch-icon.png unasked. */
export const siteIcons = { icon: "/icon.svg" } satisfies Metadata["icons"];

/** The browser's own frame has the color of the page: `--surface` of globals.css, where the header stands on it. */
export const siteViewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#172125" },
  ],
} satisfies Viewport;
