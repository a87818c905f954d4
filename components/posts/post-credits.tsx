import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { CREDIT_ROLES, type CreditView } from "@/lib/posts/types";

/** Who is responsible for a post. It says when there is no medical reviewer. */
export function PostCredits({ locale, credits }: { locale: Locale; credits: CreditView[] }) {
  const t = getTranslator(locale, "blog.credits");
  const namesOf = (role: CreditView["role"]) =>
    credits.filter((credit) => credit.role === role).map((credit) => credit.name);
  const known = CREDIT_ROLES.filter((role) => role !== "medical_reviewer" && namesOf(role).length > 0);
  const reviewers = namesOf("medical_reviewer");
  return (
    <dl aria-label={t("label")} className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {known.map((role) => (
        <Credit key={role} label={t(role)} names={namesOf(role).join(", ")} />
      ))}
      <Credit label={t("medical_reviewer")} names={reviewers.join(", ") || t("notReviewed")} />
    </dl>
  );
}

function Credit({ label, names }: { label: string; names: string }) {
  return (
    <div className="flex flex-wrap gap-x-1.5">
      <dt className="text-muted">{label}:</dt>
      <dd className="font-medium">{names}</dd>
    </div>
  );
}
