import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { HousePage } from "@/components/layout/house-page";
import { backupDays } from "@/lib/backups/backup-days";
import { EMAIL_KEPT_DAYS } from "@/lib/corrections/retention";
import { keptDays } from "@/lib/retention/periods";
import { pageMetadata } from "@/lib/server/page-metadata";
import { messagesOf } from "@/lib/shared/i18n";

const PATH = "/privacy";

export async function generateMetadata({ params }: PageProps<"/[locale]/privacy">): Promise<Metadata> {
  const locale = await localeOf(params);
  const { title, metaDescription } = messagesOf(locale).pages.privacy;
  return pageMetadata({ locale, path: PATH, title, description: metaDescription });
}

export default async function PrivacyPage({ params }: PageProps<"/[locale]/privacy">) {
  const days = keptDays();
  const values = {
    closedDays: days.closed,
    spamDays: days.spam,
    correctionDays: days.corrections,
    emailDays: EMAIL_KEPT_DAYS,
    backupDays: backupDays(),
  };
  return <HousePage locale={await localeOf(params)} path={PATH} name="privacy" values={values} />;
}
