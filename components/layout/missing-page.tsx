import { PlainSearch } from "@/components/listings/plain-search";
import { Signpost } from "@/components/ui/drawings";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { DangerWords } from "./danger-words";
import { Page } from "./page";

interface MissingPageProps {
  locale: Locale;
  /** The English path where the visitor is. */
  path: string;
  title?: string;
  lead?: string;
  /** 410 for a page that existed once. */
  status?: 404 | 410;
}

/** What a visitor reads when there is no page (any more), with links to others. */
export function MissingPage({ locale, path, title, lead, status = 404 }: MissingPageProps) {
  const t = getTranslator(locale, "pages.missing");
  const ways = [
    ["/", t("home")],
    ["/rankings", t("rankings")],
    ["/blog", t("blog")],
    ["/help-now", t("helpNow")],
    ["/contact", t("contact")],
  ] as const;
  return (
    <Page locale={locale} path={path} status={status}>
      <div className="max-w-prose">
        <h1 className="text-2xl sm:text-4xl">{title ?? t("title")}</h1>
        <p className="mt-2 mb-4 sm:mt-4 sm:text-lg">{lead ?? t("lead")}</p>
        <PlainSearch locale={locale} id="missing-search" />
        <p className="mt-5">
          <DangerWords locale={locale} />
        </p>
        <Signpost className="mt-4 hidden sm:float-end sm:block sm:w-52" />
        <ul className="mt-3">
          {ways.map(([href, words]) => (
            <li key={href}>
              <a href={localizedPath(locale, href)} className="text-link inline-flex min-h-11 items-center">
                {words}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </Page>
  );
}
