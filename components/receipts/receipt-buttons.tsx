import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { receiptPath } from "@/lib/receipts/paths";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface ReceiptButtonsProps {
  locale: Locale;
  token: string;
  /** Whether a consent still holds, so that it can be withdrawn or limited. */
  isActive: boolean;
}

/** Plain forms: each works without scripts. */
export function ReceiptButtons({ locale, token, isActive }: ReceiptButtonsProps) {
  const t = getTranslator(locale, "receipt.buttons");
  return (
    <section aria-labelledby="buttons" className="no-print grid gap-5">
      <h2 id="buttons" className="text-2xl">
        {t("title")}
      </h2>
      {isActive && (
        <Act words={t("narrowHint")}>
          <ButtonLink look="quiet" href={receiptPath(locale, token, "narrow")}>
            {t("narrow")}
          </ButtonLink>
        </Act>
      )}
      <Act words={t("copyHint")}>
        <form method="post" action={receiptPath(locale, token, "copy")}>
          <Button look="quiet">{t("copy")}</Button>
        </form>
      </Act>
      {isActive && (
        <Act words={t("withdrawHint")}>
          <form method="post" action={receiptPath(locale, token, "withdrawal")}>
            <Button look="quiet">{t("withdraw")}</Button>
          </form>
        </Act>
      )}
      <Act words={t("deleteHint")}>
        <ButtonLink look="danger" href={receiptPath(locale, token, "delete")}>
          {t("delete")}
        </ButtonLink>
      </Act>
    </section>
  );
}

function Act({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div>
      {children}
      <p className="mt-1 text-sm text-muted">{words}</p>
    </div>
  );
}
