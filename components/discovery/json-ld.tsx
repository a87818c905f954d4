import { serializeJsonLd, type SchemaThing } from "@/lib/shared/json-ld";

/** What machines read of a page, in one script that nothing runs. Only what stands on the page too. */
export function JsonLd({ things }: { things: readonly SchemaThing[] }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serializeJsonLd(things) }} />;
}
