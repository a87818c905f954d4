import { Button, ButtonLink } from "@/components/ui/button";
import { receiptPath } from "@/lib/receipts/paths";
import type { Receipt } from "@/lib/receipts/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface DeleteEverythingProps {
  locale: Locale;
  receipt: Receipt;
  token: string;
}

/** What is deleted, what stays, and the button that does it. */
export function DeleteEverything({ locale, receipt: { reference, contacts }, token }: DeleteEverythingProps) {
  const t = getTranslator(locale, "receipt.delete");
  return (
    <div className="max-w-prose space-y-5">
      <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="text-lg">{t("lead", { reference })}</p>
      <ul className="grid list-disc gap-2 pl-5">
        <li>{t("goes")}</li>
        <li>{t("stops")}</li>
        <li>{t("stays")}</li>
        {contacts.length > 0 && <li>{t("places")}</li>}
        <li>{t("mail")}</li>
      </ul>
      <div className="flex flex-wrap gap-3">
        <form method="post" action={receiptPath(locale, token, "erasure")}>
          <Button look="danger">{t("confirm")}</Button>
        </form>
        <ButtonLink look="quiet" href={receiptPath(locale, token)}>
          {t("back")}
        </ButtonLink>
      </div>
    </div>
  );
}
