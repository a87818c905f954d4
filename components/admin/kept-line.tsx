import { useFormatter, useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { keepWordsAction } from "@/lib/staff/actions";
import type { KeptState } from "./kept-words";

/** Says what the desk has of a form's words. Without scripts a button keeps them. */
export function KeptLine({ state }: { state: KeptState }) {
  const t = useTranslations("admin.kept");
  const format = useFormatter();
  return (
    <>
      <output className="block min-h-6 text-sm text-muted">
        {state.status === "kept" && t("at", { time: format.dateTime(state.at, { timeStyle: "short" }) })}
        {state.status === "signed_out" && t("signedOut")}
        {state.status === "failed" && t("failed")}
      </output>
      <noscript>
        <Button look="quiet" formAction={keepWordsAction}>
          {t("keep")}
        </Button>
      </noscript>
    </>
  );
}
