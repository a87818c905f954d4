import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { AlikeOperators } from "@/components/admin/operators/alike";
import { OperatorForm } from "@/components/admin/operators/form";
import { GiveListingForm } from "@/components/admin/operators/give-form";
import { OperatedListings } from "@/components/admin/operators/listings";
import { MergeQuestion, MergeSearch } from "@/components/admin/operators/merge";
import { OperatorNames } from "@/components/admin/operators/names";
import { Notice } from "@/components/ui/notice";
import { hasInterestInOperator } from "@/lib/interests/queries";
import { findOperators, getOperator, getOther } from "@/lib/operators/admin-queries";
import { operatorPageSchema } from "@/lib/operators/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.operator")("title") };
}

export default async function OperatorPage({ params, searchParams }: PageProps<"/admin/operators/[id]">) {
  const staff = await requireStaff("editor");
  const operator = await getOperator(staff, (await params).id);
  if (!operator) notFound();
  const locale = await staffLocale();
  const asked = await searchParams;
  const { find, merge } = operatorPageSchema.parse(asked);
  const { id, version } = operator;
  const mayEdit = !(await hasInterestInOperator(staff.staffId, id));
  const other = await getOther(staff, id, merge);
  const t = getTranslator(locale, "admin.operator");
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff)}
      title={operator.values.name}
      done={asked.done}
      aside={
        <a href={`/admin/audit?subjectType=operator&subjectId=${id}`} className="text-link">
          {t("history")}
        </a>
      }
    >
      {!mayEdit && <Notice tone="warning">{t("interested")}</Notice>}
      {mayEdit && other && <MergeQuestion locale={locale} operator={operator} other={other} />}
      {mayEdit && (
        <OperatorForm id={id} version={version} values={operator.values} staffFields={operator.staffFields} />
      )}
      <AlikeOperators locale={locale} operator={operator} mayEdit={mayEdit} />
      <OperatorNames locale={locale} operator={operator} mayEdit={mayEdit} />
      <OperatedListings locale={locale} operator={operator} mayEdit={mayEdit} />
      {mayEdit && <GiveListingForm id={id} version={version} />}
      {mayEdit && (
        <MergeSearch locale={locale} operator={operator} sought={find} found={await findOperators(staff, id, find)} />
      )}
    </AdminPage>
  );
}
