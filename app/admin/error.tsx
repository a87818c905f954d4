"use client";

import { useTranslations } from "use-intl/react";

/** Says nothing of what happened but its number, by which the log finds it. */
export default function AdminError({ error }: { error: Error & { digest?: string } }) {
  const t = useTranslations("admin");
  return (
    <main id="content" className="shell space-y-4 pt-6 pb-16">
      <h1 className="text-2xl">{t("failure.title")}</h1>
      <p>{t("failure.lead")}</p>
      {error.digest && <p className="text-muted">{t("failure.reference", { digest: error.digest })}</p>}
      <p>
        <a href="/admin" className="text-link">
          {t("forbidden.home")}
        </a>
      </p>
    </main>
  );
}
