"use client";

import "@/app/globals.css";
import { FONTS } from "@/app/fonts";
import { Failure } from "@/components/layout/failure";

/** Shown where a page could not be made. We cannot know the language here, so it uses both. */
export default function GlobalError() {
  return (
    <html lang="en" className={FONTS}>
      <body>
        <Failure languages={["en", "es"]} />
      </body>
    </html>
  );
}
