import { Back } from "@/components/ui/arrows";
import { methodPath, sectionPath, sectionsOf } from "@/lib/methods/paths";
import type { RankingMethod } from "@/lib/rankings/schema";
import type { Edition, RankedProgram } from "@/lib/rankings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { MethodFormula } from "./formula";
import { MethodGates } from "./gates";
import { MethodGroup } from "./group";
import { sectionWords } from "./section-words";
import { weightOf } from "./weight-bars";

interface MethodSectionPageProps {
  locale: Locale;
  method: RankingMethod;
  /** One that the method has. */
  section: string;
  /** The newest one it computed; null when it has computed none yet. */
  edition: Edition | null;
}

const STEP = "text-link inline-flex min-h-11 items-center";

/** One section of a method, whole, between the ones before and after it. */
export function MethodSectionPage({ locale, method, section, edition }: MethodSectionPageProps) {
  const t = getTranslator(locale, "method");
  const group = method.groups.find(({ key }) => key === section);
  const words = sectionWords(locale, method, section);
  return (
    <>
      <header className="max-w-prose">
        <p className="no-print text-sm">
          <a href={localizedPath(locale, methodPath(method.version))} className={STEP}>
            <Back>{t("titleOther", { version: method.version })}</Back>
          </a>
        </p>
        <h1 className="text-3xl sm:text-4xl">{words?.title}</h1>
        {group && <p className="mt-2 font-semibold">{t("criterion.points", { points: weightOf(group) })}</p>}
        <p className="mt-4 text-lg">{words?.lead}</p>
      </header>
      {group && <MethodGroup locale={locale} group={group} categories={method.categories} />}
      {section === "gates" && <MethodGates locale={locale} method={method} />}
      {section === "formula" && (
        <MethodFormula
          locale={locale}
          method={method}
          edition={edition}
          example={exampleEntry(edition?.entries ?? [])}
        />
      )}
      <Neighbors locale={locale} method={method} section={section} />
    </>
  );
}

/** The best example for the whole formula: the first place with something unknown, else the first of all. */
function exampleEntry(entries: readonly RankedProgram[]): RankedProgram | null {
  return entries.find(({ coverage }) => coverage < 1) ?? entries[0] ?? null;
}

function Neighbors({ locale, method, section }: Omit<MethodSectionPageProps, "edition">) {
  const t = getTranslator(locale, "method");
  const sections = sectionsOf(method);
  const at = sections.indexOf(section);
  const [before, after] = [sections[at - 1], sections[at + 1]];
  const href = (to: string) => localizedPath(locale, sectionPath(method.version, to));
  return (
    <nav aria-label={t("sections")} className="no-print mt-8 max-w-prose border-t border-line pt-2">
      {after && (
        <p>
          <a href={href(after)} rel="next" className={`${STEP} font-semibold`}>
            {t("next", { title: sectionWords(locale, method, after)?.title ?? "" })}
          </a>
        </p>
      )}
      {before && (
        <p>
          <a href={href(before)} rel="prev" className={STEP}>
            {t("previous", { title: sectionWords(locale, method, before)?.title ?? "" })}
          </a>
        </p>
      )}
    </nav>
  );
}
