import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { CorrectionLog } from "@/components/corrections/correction-log";
import { Page } from "@/components/layout/page";
import { LOG_PATH } from "@/lib/corrections/paths";
import { listLog } from "@/lib/corrections/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/corrections">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "corrections.log");
  return pageMetadata({ locale, path: LOG_PATH, title: t("title"), description: t("metaDescription") });
}

export default async function CorrectionsPage({ params }: Props) {
  const locale = await localeOf(params);
  return (
    <Page locale={locale} path={LOG_PATH}>
      <CorrectionLog locale={locale} log={await listLog()} />
    </Page>
  );
}
