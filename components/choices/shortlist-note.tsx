import { MAX_SHORTLISTED } from "@/lib/choices/paths";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** Where public/shortlist.js says what it did, and who else can see it. */
export function ShortlistNote({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "choices.shortlist");
  return (
    <div
      hidden
      data-shortlist-note
      data-added={t("added")}
      data-removed={t("removed")}
      data-full={t("full", { limit: MAX_SHORTLISTED })}
      data-blocked={t("blocked")}
      className="no-print fixed inset-x-0 bottom-0 z-10 border-t-2 border-accent bg-surface"
      suppressHydrationWarning
    >
      <div className="shell flex flex-wrap items-center gap-x-5 py-1 text-sm">
        <output className="min-w-0 grow" suppressHydrationWarning>
          {""}
        </output>
        <a
          href={localizedPath(locale, "/shortlist")}
          suppressHydrationWarning
          className="text-link inline-flex min-h-11 items-center font-semibold"
        >
          {t("open")}
        </a>
        <button type="button" data-shortlist-close className="min-h-11 px-2 font-semibold underline">
          {t("close")}
        </button>
      </div>
    </div>
  );
}
