import { Moment } from "@/components/admin/moment";
import type { Draft } from "@/lib/desk/types";
import { SETTING_KEYS } from "@/lib/settings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What the member who looks has typed and not saved; each leads to the form that shows it. */
export function Drafts({ locale, drafts }: { locale: Locale; drafts: readonly Draft[] }) {
  const t = getTranslator(locale, "admin.drafts");
  const settings = getTranslator(locale, "admin.settings.keys");
  const nameOf = ({ kind, name }: Draft) => {
    const key = kind === "setting" && SETTING_KEYS.find((each) => each === name);
    return key ? settings(key) : name;
  };
  if (drafts.length === 0) return null;
  return (
    <section aria-labelledby="drafts" className="space-y-2">
      <h2 id="drafts" className="text-xl">
        {t("title")}
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
        {drafts.map((draft) => (
          <li key={draft.path}>
            <a
              href={draft.path}
              className="group flex min-h-12 flex-wrap items-baseline justify-between gap-x-4 px-4 py-2 hover:bg-accent-soft"
            >
              <span className="wrap-anywhere text-accent group-hover:underline">
                {t(draft.kind, { name: nameOf(draft) })}
              </span>
              <span className="text-sm text-muted">
                <Moment locale={locale} at={draft.keptAt} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
