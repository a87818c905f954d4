import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { SignInForm } from "@/components/admin/people/sign-in-form";
import { getTranslator } from "@/lib/shared/i18n";
import { staffLocale } from "@/lib/staff/locale";
import { signInSchema } from "@/lib/staff/schema";
import { currentStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.signIn")("title") };
}

export default async function SignInPage({ searchParams }: PageProps<"/admin/sign-in">) {
  const next = signInSchema.shape.next.parse((await searchParams).next);
  if (await currentStaff()) redirect(next);
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.signIn");
  return (
    <AdminPage locale={locale} title={t("title")} forms={null}>
      <p className="max-w-prose text-muted">{t("lead")}</p>
      <SignInForm next={next} />
    </AdminPage>
  );
}
