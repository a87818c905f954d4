import { Words } from "@/components/layout/words";
import { Notice } from "@/components/ui/notice";
import type { RankingMethod } from "@/lib/rankings/schema";
import { PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import { listPath } from "@/lib/rankings/paths";
import type { Edition, WithdrawnEntry } from "@/lib/rankings/types";
import { packWeighing, type Weighing } from "@/lib/rankings/weighing";
import { presetWeights, WEIGHT_PRESETS, type WeightPreset } from "@/lib/rankings/weight-presets";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, messagesOf, type Locale } from "@/lib/shared/i18n";
import { MineNotes } from "./notes";
import type { OfferedPreset } from "./presets";
import { MineWeighing } from "./weighing";

interface MineProps {
  locale: Locale;
  method: RankingMethod;
  edition: Edition;
  withdrawn: WithdrawnEntry[];
}

/** The newest edition, for other weights in the browser; without scripts, the first page of ours and a note. */
export function Mine({ locale, method, edition, withdrawn }: MineProps) {
  const t = getTranslator(locale, "mine");
  const kinds = getTranslator(locale, "listings.kind");
  const weighing = packWeighing(locale, method, edition, withdrawn, ({ listing, members }) => {
    const several = members.length > 1 && t("addresses", { count: members.length });
    const [license] = members.flatMap((member) => (member.license?.state === "lapsed" ? member.license : []));
    const lapsed = license && t("lapsedLicense", { date: formatDay(locale, license.on) });
    return [kinds(listing.kind), several, lapsed].filter(Boolean).join(" · ");
  });
  return (
    <>
      <header className="max-w-prose">
        <h1 className="text-2xl sm:text-4xl">{t("title")}</h1>
        <p className="mt-1 sm:mt-3 sm:text-lg">{t("lead", { count: edition.entries.length })}</p>
      </header>
      <noscript>
        <div className="mt-6 max-w-prose">
          <Notice tone="warning" title={t("noScript.title")}>
            {t("noScript.text", { number: edition.number, count: PROGRAMS_PER_PAGE })}
          </Notice>
        </div>
      </noscript>
      <Words locale={locale} messages={{ mine: wordsOfTools(locale) }}>
        <MineWeighing
          weighing={weighing}
          presets={WEIGHT_PRESETS.flatMap((preset) => offer(locale, method, weighing, preset) ?? [])}
          listingsPath={localizedPath(locale, "/listings")}
          wholePath={localizedPath(locale, listPath(1))}
        />
      </Words>
      <MineNotes locale={locale} method={method} edition={edition} />
    </>
  );
}

/** The words that the browser needs again. */
function wordsOfTools(locale: Locale) {
  const { controls, presets, sliders, copy, share, status, list, pages } = messagesOf(locale).mine;
  return { controls, presets, sliders, copy, share, status, list, pages };
}

/** A preset and what it does, from the method; null when the method has no such group. */
function offer(locale: Locale, method: RankingMethod, scale: Weighing, preset: WeightPreset): OfferedPreset | null {
  const t = getTranslator(locale, "mine.presets");
  const weights = presetWeights(scale, preset);
  const group = method.groups.find(({ key }) => key === preset.group);
  if (!weights || !group) return null;
  const part = group.criteria.find(({ key }) => key === preset.criterion);
  return {
    key: preset.key,
    name: t(preset.key),
    group: group.name[locale],
    part: part ? { criterion: part.name[locale], points: part.points } : null,
    whole: group.criteria.reduce((sum, { points }) => sum + points, 0),
    searchPath: preset.search && localizedPath(locale, `/listings?${preset.search}`),
    weights,
  };
}
