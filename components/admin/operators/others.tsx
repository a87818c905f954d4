import type { OtherOperator } from "@/lib/operators/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface OtherOperatorsProps {
  locale: Locale;
  /** Whose page this is. */
  operatorId: string;
  others: OtherOperator[];
  mayMerge: boolean;
}

/** Other operators, each with the way to the question whether it is the same. */
export function OtherOperators({ locale, operatorId, others, mayMerge }: OtherOperatorsProps) {
  const t = getTranslator(locale, "admin.operator");
  return (
    <ul className="divide-y divide-line border-y border-line">
      {others.map(({ id, slug, name, listings, legalEntities }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 py-2">
          <span className="min-w-0 flex-1 basis-64 wrap-anywhere">
            <a href={`/admin/operators/${id}`} className="text-link">
              {name}
            </a>
            <span className="block text-sm text-muted">
              {[t("count", { count: listings }), ...legalEntities].join("; ")}
            </span>
          </span>
          {mayMerge && (
            <a
              href={`/admin/operators/${operatorId}?merge=${slug}`}
              className="text-link inline-flex min-h-11 items-center"
            >
              {t("mergeLink")}
              <span className="sr-only">: {name}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
