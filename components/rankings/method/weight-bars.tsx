import { criterionAnchor, sectionPath } from "@/lib/methods/paths";
import type { RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

type Group = RankingMethod["groups"][number];

interface WeightBarsProps {
  locale: Locale;
  method: Pick<RankingMethod, "version" | "groups">;
  /** Also names what each group asks, where the links to criteria of former pages lead. */
  hasCriteria?: boolean;
}

/** The groups of a method as bars with their points, which make 100: a table, so that nobody needs the picture. */
export function WeightBars({ locale, method: { version, groups }, hasCriteria }: WeightBarsProps) {
  const t = getTranslator(locale, "method.groups");
  const heaviest = Math.max(...groups.map(weightOf));
  return (
    <table className="w-full max-w-prose border-collapse">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr className="border-b-2 border-line-strong text-left text-sm">
          <th scope="col" className="py-2 pr-4">
            {t("group")}
          </th>
          <th scope="col" className="py-2 pl-4 text-right whitespace-nowrap">
            {t("points")}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.key} id={hasCriteria ? group.key : undefined} className="border-b border-line">
            <th scope="row" className="w-full py-2 text-left font-normal">
              <a href={localizedPath(locale, sectionPath(version, group.key))} className="text-link">
                {group.name[locale]}
              </a>
              {hasCriteria && <Criteria locale={locale} group={group} />}
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" className="mt-1 block h-2 w-full">
                <rect width={(weightOf(group) / heaviest) * 100} height="10" className="fill-accent" />
              </svg>
            </th>
            <td className="py-2 pl-6 text-right align-top whitespace-nowrap">{weightOf(group)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="font-semibold">
          <th scope="row" className="py-2 text-left">
            {t("total")}
          </th>
          <td className="py-2 pl-4 text-right whitespace-nowrap">
            {groups.reduce((sum, group) => sum + weightOf(group), 0)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

/** What a group asks, each with its points. */
function Criteria({ locale, group }: { locale: Locale; group: Group }) {
  return (
    <ul className="text-sm leading-snug text-muted">
      {group.criteria.map(({ key, name, points }) => (
        <li key={key} id={criterionAnchor(key)} className="mt-1 scroll-mt-16">
          {name[locale]}: {points}
        </li>
      ))}
    </ul>
  );
}

/** The points of a group of criteria. */
export function weightOf({ criteria }: Group): number {
  return criteria.reduce((sum, { points }) => sum + points, 0);
}
