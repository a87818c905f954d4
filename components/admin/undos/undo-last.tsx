import { Button } from "@/components/ui/button";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { undoEditAction, undoWorkAction } from "@/lib/undos/actions";
import { UNDO_HOURS, type Undoable } from "@/lib/undos/types";
import { ActionWords } from "../audit/table";
import { StaffForm } from "../staff-forms";

/** What the member did last to the record of the page, with the button that takes it back. */
export function UndoLast({ locale, undoable }: { locale: Locale; undoable: Undoable | null }) {
  if (!undoable) return null;
  const t = getTranslator(locale, "admin.undo");
  const { event, noun, action, at } = undoable;
  return (
    <StaffForm
      name="undo"
      losesNothing
      action={noun === "inquiry" ? undoWorkAction : undoEditAction}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-l-2 border-line-strong pl-4"
    >
      <input type="hidden" name="event" value={event} />
      <p>
        {t("last", { moment: formatMoment(locale, at) })} <ActionWords locale={locale} action={action} />.{" "}
        <span className="text-muted">
          {t(noun === "inquiry" || noun === "correction" ? "leadMails" : "lead", { hours: UNDO_HOURS })}
        </span>
      </p>
      <Button look="quiet">{t("undo")}</Button>
    </StaffForm>
  );
}
