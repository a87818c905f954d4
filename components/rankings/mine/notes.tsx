import type { RankingMethod } from "@/lib/rankings/schema";
import type { Edition } from "@/lib/rankings/types";
import { TOTAL_WEIGHT } from "@/lib/rankings/total-weight";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface MineNotesProps {
  locale: Locale;
  method: RankingMethod;
  edition: Pick<Edition, "number" | "exclusions">;
}

/** What weighing does and what it cannot do. */
export function MineNotes({ locale, method, edition }: MineNotesProps) {
  const t = getTranslator(locale, "mine.notes");
  const criteria = method.groups.flatMap((group) => group.criteria).length;
  const notes = [
    {
      key: "how",
      text: t("how", { criteria, groups: method.groups.length, total: TOTAL_WEIGHT }),
      href: "/rankings/method#formula",
    },
    { key: "wish", text: t("wish"), href: "/listings" },
    { key: "gates", text: t("gates", { count: edition.exclusions.length }), href: "/rankings#not-ranked" },
    { key: "positions", text: t("positions"), href: "/rankings" },
  ] as const;
  return (
    <section id="notes" aria-labelledby="notes-title" className="mt-14 max-w-prose">
      <h2 id="notes-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2">{t("onDevice")}</p>
      <p className="mt-2 text-sm text-muted">{t("edition", { number: edition.number, version: method.version })}</p>
      <ul className="mt-2">
        {notes.map(({ key, text, href }) => (
          <li key={key} className="border-t border-line py-3 first:border-t-0">
            <p>{text}</p>
            <a href={localizedPath(locale, href)} className="text-link inline-flex min-h-11 items-center">
              {t(`${key}Link`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
