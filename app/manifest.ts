import type { MetadataRoute } from "next";
import { getTranslator } from "@/lib/shared/i18n";

/** A bookmark on a phone has the site's mark. It opens in the browser like any page, so that quick exit leads away from it. */
export default function manifest(): MetadataRoute.Manifest {
  const t = getTranslator("en", "site");
  return {
    name: t("name"),
    short_name: t("name"),
    description: t("tagline"),
    lang: "en",
    start_url: "/",
    display: "browser",
    background_color: "#faf8f4",
    theme_color: "#0a5a58",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
