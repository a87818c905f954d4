import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { forgetFormsAction } from "@/lib/staff/actions";
import type { StaffForms } from "@/lib/staff/types";
import { restoredWords } from "./versions/restored-words";

/** Says whose words the forms of a page show that are not saved, and which others wait. */
export function KeptNotice({ locale, forms }: { locale: Locale; forms: StaffForms }) {
  const t = getTranslator(locale, "admin.kept");
  const { path, keptAt, taken, others } = forms;
  const restored = restoredWords(locale, forms);
  const ofWriter = ({ writer, keptAt: at }: { writer: string; keptAt: Date }) => {
    return { writer, moment: formatMoment(locale, at) };
  };
  return (
    <>
      {taken && (
        <Notice tone="warning" title={t("takenTitle", { writer: taken.writer })} role="alert">
          <p>{t("takenLead", ofWriter(taken))}</p>
          <p className="mt-2">
            <a href={path} className="text-link">
              {t("back")}
            </a>
          </p>
        </Notice>
      )}
      {keptAt && !taken && (
        <Notice tone="warning" title={restored?.title ?? t("title")} role="alert">
          <p>{restored?.lead ?? t("lead", { moment: formatMoment(locale, keptAt) })}</p>
          <form action={forgetFormsAction} className="mt-3">
            <input type="hidden" name="next" value={path} />
            <Button look="quiet">{restored?.discard ?? t("discard")}</Button>
          </form>
        </Notice>
      )}
      {!taken && others.length > 0 && (
        <Notice>
          <ul className="space-y-2">
            {others.map((words) => (
              <li key={words.id}>
                {t("others", ofWriter(words))}{" "}
                <a href={`${path}?words=${words.id}`} className="text-link">
                  {t("show")}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
