import type { MethodChange } from "@/lib/methods/changes";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What differs between two versions of a method, computed from their records. */
export function MethodChanges({ locale, changes }: { locale: Locale; changes: readonly MethodChange[] }) {
  const t = getTranslator(locale, "method.changes");
  if (changes.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="max-w-prose list-disc space-y-1 pl-5">
      {changes.map((change) => (
        <li key={`${change.kind} ${"key" in change ? change.key : ""}`}>{changeWords(locale, change)}</li>
      ))}
    </ul>
  );
}

function changeWords(locale: Locale, change: MethodChange): string {
  const t = getTranslator(locale, "method.changes");
  switch (change.kind) {
    case "weight":
      return t("weight", { name: change.name[locale], from: change.from, to: change.to });
    case "criterion_added":
    case "criterion_removed":
      return t(change.kind, { name: change.name[locale], points: change.points });
    case "constant":
      return t(change.key, { from: change.from, to: change.to });
    case "evidence":
      return t("evidence", {
        name: change.name[locale],
        added: change.added.length,
        removed: change.removed.length,
      });
    case "rule":
    case "words":
    case "gate":
      return t(change.kind, { name: change.name[locale] });
    case "categories":
    case "order":
      return t(change.kind);
  }
}
