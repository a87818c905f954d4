"use client";

import { useTranslations } from "use-intl/react";
import { Notice } from "@/components/ui/notice";

/** A generated password, shown only this once and stored nowhere. */
export function NewPasswordNotice({ email, password }: { email: string; password: string }) {
  const t = useTranslations("admin.people");
  return (
    <Notice tone="success" title={t("passwordOnce", { email })} role="alert">
      <p>
        <code className="text-lg select-all">{password}</code>
      </p>
      <p className="text-sm">{t("passwordHint")}</p>
    </Notice>
  );
}
