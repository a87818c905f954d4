import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { forgetFormsAction } from "@/lib/staff/actions";

/** Says that the form shows words that were sent while nobody was signed in. */
export function KeptNotice({ locale, path }: { locale: Locale; path: string }) {
  const t = getTranslator(locale, "admin.kept");
  return (
    <Notice tone="warning" title={t("title")} role="alert">
      <p>{t("lead")}</p>
      <form action={forgetFormsAction} className="mt-3">
        <input type="hidden" name="next" value={path} />
        <Button look="quiet">{t("discard")}</Button>
      </form>
    </Notice>
  );
}
