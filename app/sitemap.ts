import type { MetadataRoute } from "next";
import { listSitemap } from "@/lib/discovery/queries";
import { siteUrl } from "@/lib/server/env";
import type { PageForm } from "@/lib/server/page-metadata";
import { localizedPath } from "@/lib/shared/i18n";

/** A build has no database. */
export const dynamic = "force-dynamic";

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const urlOf = (form: PageForm) => siteUrl() + localizedPath(form.locale, form.path);
  const pages = await listSitemap();
  return pages.map(({ forms, changedAt, ...form }) => ({
    url: urlOf(form),
    ...(changedAt && { lastModified: changedAt }),
    alternates: {
      languages: {
        ...Object.fromEntries(forms.map((each) => [each.locale, urlOf(each)])),
        "x-default": urlOf(forms[0] ?? form),
      },
    },
  }));
}
