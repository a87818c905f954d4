"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl/react";
import { sendLastAsPage } from "@/components/ui/send-as-page";

/**
 * Shows only the number of the error, which is also in the log. When the scripts are older than the server, the form is
 * sent again as a page.
 */
export default function AdminError({ error }: { error: Error & { digest?: string } }) {
  const t = useTranslations("admin");
  useEffect(() => {
    if (unstable_isUnrecognizedActionError(error)) sendLastAsPage();
  }, [error]);
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
