import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, messagesOf, type Locale } from "@/lib/shared/i18n";
import { restoreSettingAction, restoreVersionAction } from "@/lib/versions/actions";
import type { VersionedRecord, WholeVersion } from "@/lib/versions/types";
import { StaffForm } from "../staff-forms";

interface RestoreFormProps {
  locale: Locale;
  record: VersionedRecord;
  version: WholeVersion;
  /** The fields that no form takes, in words; empty when there are none. */
  elsewhere: string;
}

/** Puts the version into the record's form, and says what that leaves out. */
export function RestoreForm({ locale, record, version, elsewhere }: RestoreFormProps) {
  const t = getTranslator(locale, "admin.versions");
  const { noun, id, refusal } = record;
  const how: Partial<Record<string, string>> = messagesOf(locale).admin.versions.elsewhereHow;
  if (refusal) return <Notice tone="warning">{getTranslator(locale, "admin.interest")("notice")}</Notice>;
  const { waitsSince, formCount } = version;
  return (
    <>
      {elsewhere && (
        <Notice>
          {t("elsewhere", { fields: elsewhere })} {how[noun]}
        </Notice>
      )}
      {formCount > 0 && (
        <StaffForm
          name="restore"
          losesNothing
          action={noun === "setting" ? restoreSettingAction : restoreVersionAction}
          className="space-y-3"
        >
          <input type="hidden" name="noun" value={noun} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" value={version.id} />
          {waitsSince ? (
            <>
              <input type="hidden" name="replaces" value="on" />
              <Notice tone="warning">{t("waiting", { moment: formatMoment(locale, waitsSince) })}</Notice>
            </>
          ) : (
            <p>{t("restoreLead")}</p>
          )}
          {formCount > 1 && <p>{t("manyForms", { count: formCount })}</p>}
          <Button look={waitsSince ? "danger" : "primary"}>{t(waitsSince ? "replace" : "restore")}</Button>
        </StaffForm>
      )}
    </>
  );
}
