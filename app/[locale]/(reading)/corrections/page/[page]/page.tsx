import { cache } from "react";
import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { CorrectionLog } from "@/components/corrections/correction-log";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { LOG_PATH, logPath } from "@/lib/corrections/paths";
import { listLog } from "@/lib/corrections/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/corrections/page/[page]">;

/** Page 2 onward, the first being the log itself; null where there is none. */
const olderCorrections = cache(async (page: string) => {
  if (!/^([2-9]|[1-9]\d{1,3})$/.test(page)) return null;
  const log = await listLog(Number(page));
  return log.page === Number(page) ? log : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const log = await olderCorrections((await params).page);
  if (!log) return pageMetadata({ locale, path: null, title: getTranslator(locale, "pages.missing")("title") });
  const t = getTranslator(locale, "corrections.log");
  const position = { page: log.page, count: log.pageCount };
  const title = `${t("title")}: ${t("position", position)}`;
  return pageMetadata({ locale, path: logPath(log.page), title, description: t("olderDescription", position) });
}

export default async function OlderCorrectionsPage({ params }: Props) {
  const locale = await localeOf(params);
  const log = await olderCorrections((await params).page);
  if (!log) return <MissingPage locale={locale} path={LOG_PATH} />;
  return (
    <Page locale={locale} path={logPath(log.page)}>
      <CorrectionLog locale={locale} log={log} />
    </Page>
  );
}
