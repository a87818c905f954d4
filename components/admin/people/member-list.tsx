import { Badge } from "@/components/ui/badge";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { Member } from "@/lib/staff/types";
import { DataTable } from "../data-table";
import { MemberForms } from "./member-forms";

/** Everyone on the staff, with what an administrator may do about each. */
export function MemberList({ locale, members }: { locale: Locale; members: Member[] }) {
  const t = getTranslator(locale, "admin");
  const columns = ["name", "email", "role", "signedIn", "manage"] as const;
  return (
    <DataTable
      caption={t("people.title")}
      columns={columns.map((key) => ({ key, head: t(`people.${key}`) }))}
      rows={members.map(({ id, name, email, role, signedInAt }) => ({
        id,
        cells: [
          name,
          email,
          <Badge key="role">{t(`role.${role}`)}</Badge>,
          signedInAt ? t("people.since", { moment: formatMoment(locale, signedInAt) }) : t("people.never"),
          <MemberForms key="manage" staffId={id} name={name} role={role} />,
        ],
      }))}
    />
  );
}
