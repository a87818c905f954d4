import { Button } from "@/components/ui/button";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { bringMemberBackAction } from "@/lib/staff/actions";
import type { RemovedMember } from "@/lib/staff/types";
import { StaffForm } from "../staff-forms";

/** Who was removed, each with the button that brings them back. */
export function RemovedList({ locale, members }: { locale: Locale; members: RemovedMember[] }) {
  if (members.length === 0) return null;
  const t = getTranslator(locale, "admin");
  return (
    <section aria-labelledby="removed" className="space-y-3">
      <h2 id="removed" className="text-xl">
        {t("people.removedTitle")}
      </h2>
      <ul className="grid gap-3">
        {members.map(({ id, name, email, role, removedAt, until }) => (
          <li key={id} className="space-y-2 rounded-md border border-line bg-surface p-4">
            <p className="wrap-anywhere">
              <span className="font-semibold">{name}</span> · {email} · {t(`role.${role}`)}
            </p>
            <p className="text-muted">
              {t("people.removedOn", {
                moment: formatMoment(locale, removedAt),
                until: formatMoment(locale, until),
              })}
            </p>
            <StaffForm name={`bring back ${id}`} action={bringMemberBackAction}>
              <input type="hidden" name="staffId" value={id} />
              <Button look="quiet">{t("people.bringBack", { name })}</Button>
            </StaffForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
