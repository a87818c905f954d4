import type { OtherOperator } from "@/lib/operators/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface OtherLinkProps {
  locale: Locale;
  /** Whose page this is. */
  operatorId: string;
  other: OtherOperator;
  mayMerge: boolean;
}

const LINK = "text-link inline-flex min-h-11 items-center wrap-anywhere";

/** Another operator, with the way to the question whether it is the same. */
export function OtherLink({ locale, operatorId, other, mayMerge }: OtherLinkProps) {
  const t = getTranslator(locale, "admin.operator");
  const { id, slug, name, listings } = other;
  return (
    <span className="flex flex-wrap items-center gap-x-4">
      <a href={`/admin/operators/${id}`} className={LINK}>
        {t("other", { name, count: listings })}
      </a>
      {mayMerge && (
        <a href={`/admin/operators/${operatorId}?merge=${slug}`} className={LINK}>
          {t("mergeLink")}
          <span className="sr-only">: {name}</span>
        </a>
      )}
    </span>
  );
}
