import { Fragment } from "react";
import { CREDIT_ROLES, type CreditView } from "@/lib/posts/types";
import { personPathOf } from "@/lib/settings/paths";
import type { SettingValue } from "@/lib/settings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface PostCreditsProps {
  locale: Locale;
  credits: CreditView[];
  /** Whom the footer names: their names lead to what they say of themselves. */
  people: SettingValue<"footerCredits">;
}

/** Who is responsible for a post. It says when there is no medical reviewer. */
export function PostCredits({ locale, credits, people }: PostCreditsProps) {
  const t = getTranslator(locale, "blog.credits");
  const namesOf = (role: CreditView["role"]) =>
    credits.filter((credit) => credit.role === role).map((credit) => credit.name);
  const known = CREDIT_ROLES.filter((role) => role !== "medical_reviewer" && namesOf(role).length > 0);
  const reviewers = namesOf("medical_reviewer");
  return (
    <dl aria-label={t("label")} className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {known.map((role) => (
        <Credit key={role} locale={locale} label={t(role)} names={namesOf(role)} people={people} />
      ))}
      <Credit
        locale={locale}
        label={t("medical_reviewer")}
        names={reviewers.length > 0 ? reviewers : [t("notReviewed")]}
        people={people}
      />
    </dl>
  );
}

interface CreditProps extends Omit<PostCreditsProps, "credits"> {
  label: string;
  names: string[];
}

function Credit({ locale, label, names, people }: CreditProps) {
  return (
    <div className="flex flex-wrap gap-x-1.5">
      <dt className="text-muted">{label}:</dt>
      <dd className="font-medium">
        {names.map((name, at) => (
          <Fragment key={name}>
            {at > 0 && ", "}
            <Name locale={locale} name={name} path={personPathOf(people, name)} />
          </Fragment>
        ))}
      </dd>
    </div>
  );
}

function Name({ locale, name, path }: { locale: Locale; name: string; path: string | null }) {
  if (!path) return name;
  return (
    <a href={localizedPath(locale, path)} className="text-link">
      {name}
    </a>
  );
}
