import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { LineChange } from "@/lib/versions/line-changes";

const LINE = "block border-l-4 py-0.5 pl-2 whitespace-pre-wrap no-underline";
const LOOK = {
  removed: "border-danger bg-danger-soft",
  added: "border-success bg-success-soft",
  same: "border-transparent text-muted",
} as const;

/** Lines that went and came, with a sign and a word for each, so that nothing depends on the color. */
export function LineList({ locale, changes, limit }: { locale: Locale; changes: LineChange[]; limit: number }) {
  const t = getTranslator(locale, "admin.versions");
  const shown = firstLines(changes, limit);
  const count = (lists: LineChange[]) => lists.reduce((sum, { lines }) => sum + lines.length, 0);
  const more = count(changes) - count(shown);
  return (
    <div className="wrap-anywhere">
      {shown.map((change, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes
        <LinesOf key={at} locale={locale} change={change} />
      ))}
      {more > 0 && <p className="py-1 text-sm text-muted">… {t("moreLines", { count: more })}</p>}
    </div>
  );
}

function LinesOf({ locale, change }: { locale: Locale; change: LineChange }) {
  const t = getTranslator(locale, "admin.versions");
  const { kind, lines } = change;
  if (kind === "same")
    return (
      <>
        {lines.length > 0 && <p className={`${LINE} ${LOOK.same}`}>{lines.join("\n")}</p>}
        {change.skipped > 0 && <p className="py-1 text-sm text-muted">… {t("sameLines", { count: change.skipped })}</p>}
      </>
    );
  const Tag = kind === "removed" ? "del" : "ins";
  return (
    <Tag className={`${LINE} ${LOOK[kind]}`}>
      <span className="sr-only">{t(kind)}: </span>
      {lines.map((line, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- the list never changes
        <span key={at} className="block">
          <span aria-hidden="true">{kind === "removed" ? "− " : "+ "}</span>
          {line}
        </span>
      ))}
    </Tag>
  );
}

function firstLines(changes: LineChange[], limit: number): LineChange[] {
  let room = limit;
  return changes.flatMap((change) => {
    if (room <= 0) return [];
    const lines = change.lines.slice(0, room);
    room -= lines.length;
    return [{ ...change, lines }];
  });
}
