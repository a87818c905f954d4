import { partsOf } from "@/lib/methods/parts";
import type { RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface MethodWordsProps {
  locale: Locale;
  method: RankingMethod;
  /** The draft's own page. */
  path: string;
}

/** Links to the words of gates and groups; the link for a criterion is beside its weight. */
export function MethodWords({ locale, method, path }: MethodWordsProps) {
  const t = getTranslator(locale, "admin.method");
  const parts = partsOf(method);
  return (
    <div className="grid gap-x-8 gap-y-4 rounded-md border border-line bg-surface p-4 sm:grid-cols-2">
      {(["gate", "group"] as const).map((kind) => (
        <div key={kind}>
          <h3 className="font-sans text-base font-semibold">{t(`wordsOfKind.${kind}`)}</h3>
          <ul>
            {parts
              .filter((part) => part.kind === kind)
              .map(({ segment, name }) => (
                <li key={segment}>
                  <a href={`${path}/${segment}`} className="text-link inline-flex min-h-11 items-center">
                    {name[locale]}
                  </a>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
