import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { HousePage } from "@/components/layout/house-page";
import { People } from "@/components/settings/people";
import { pageMetadata } from "@/lib/server/page-metadata";
import { TEAM_PATH } from "@/lib/settings/paths";
import { getSettings } from "@/lib/settings/queries";
import { messagesOf } from "@/lib/shared/i18n";

export async function generateMetadata({ params }: PageProps<"/[locale]/editorial-team">): Promise<Metadata> {
  const locale = await localeOf(params);
  const { title, metaDescription } = messagesOf(locale).pages.editorialTeam;
  return pageMetadata({ locale, path: TEAM_PATH, title, description: metaDescription });
}

export default async function EditorialTeamPage({ params }: PageProps<"/[locale]/editorial-team">) {
  const [locale, settings] = await Promise.all([localeOf(params), getSettings()]);
  return (
    <HousePage
      locale={locale}
      path={TEAM_PATH}
      name="editorialTeam"
      first={<People locale={locale} settings={settings} />}
      proseId="zero-error"
    />
  );
}
