import type { ReactNode } from "react";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** The block under every post, with links to the blog and the rankings. */
export function CallToAction({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "blog.callToAction");
  const linkTo = (path: string) => (words: ReactNode) => (
    <a key={path} href={localizedPath(locale, path)} className="text-link font-semibold">
      {words}
    </a>
  );
  return (
    <aside aria-labelledby="call-to-action" className="rounded-lg border border-line bg-surface p-6 sm:p-8">
      <h2 id="call-to-action" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-3">{t.rich("text", { blog: linkTo("/blog"), rankings: linkTo("/rankings") })}</p>
    </aside>
  );
}
