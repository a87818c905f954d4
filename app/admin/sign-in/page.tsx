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

/** `again` asks whoever is signed in for their password once more, before what cannot be undone (session.ts). */
export default async function SignInPage({ searchParams }: PageProps<"/admin/sign-in">) {
  const { next: asked, again } = await searchParams;
  const next = signInSchema.shape.next.parse(asked);
  const staff = await currentStaff();
  if (staff && !again) redirect(next);
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.signIn");
  return (
    <AdminPage locale={locale} title={t(staff ? "againTitle" : "title")} forms={null}>
      <p className="max-w-prose text-muted">{t(staff ? "againLead" : "lead")}</p>
      <SignInForm next={next} email={staff?.email} isAgain={staff !== null} />
    </AdminPage>
  );
}
