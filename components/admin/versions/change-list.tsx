import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { lineChanges } from "@/lib/versions/line-changes";
import type { FieldChange, VersionedRecord } from "@/lib/versions/types";
import { fieldLabel, valueWords } from "./field-words";
import { LineList } from "./line-list";

interface ChangeListProps {
  locale: Locale;
  record: Pick<VersionedRecord, "noun" | "names">;
  changes: readonly FieldChange[];
  /** Lines of a long text that are shown. */
  limit: number;
  /** What stands before each side; "before" and "after" when left out. */
  sides?: readonly [before: string, after: string];
}

/** Fields with both sides; a text of several lines line by line. */
export function ChangeList({ locale, record, changes, ...rest }: ChangeListProps) {
  return (
    <dl className="space-y-3">
      {changes.map((change) => (
        <div key={change.field}>
          <dt className="font-semibold">{fieldLabel(locale, record, change.field)}</dt>
          <BothSides locale={locale} change={change} {...rest} />
        </div>
      ))}
    </dl>
  );
}

interface BothSidesProps extends Pick<ChangeListProps, "locale" | "limit" | "sides"> {
  change: FieldChange;
}

function BothSides({ locale, change, limit, sides }: BothSidesProps) {
  const t = getTranslator(locale, "admin");
  const { field, before, after } = change;
  const [was, is] = sides ?? [t("audit.before"), t("audit.after")];
  const lines = isLong(before, after) ? lineChanges(before ?? "", after ?? "") : null;
  if (lines)
    return (
      <dd>
        <LineList locale={locale} changes={lines} limit={limit} />
      </dd>
    );
  const words = (text: string | null) => {
    if (text === null) return t("versions.absent");
    const whole = valueWords(locale, field, text).split("\n");
    return `${whole.slice(0, limit).join("\n") || "–"}${whole.length > limit ? "\n…" : ""}`;
  };
  return (
    <>
      <dd className="wrap-anywhere whitespace-pre-wrap text-muted">
        {was}: {words(before)}
      </dd>
      <dd className="wrap-anywhere whitespace-pre-wrap">
        {is}: {words(after)}
      </dd>
    </>
  );
}

function isLong(...sides: (string | null)[]): boolean {
  return sides.some((side) => side?.includes("\n"));
}
