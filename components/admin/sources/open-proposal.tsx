import { effectLines } from "@/lib/refreshes/refresh-report";
import type { ProposalEntry } from "@/lib/refreshes/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const COMMAND = "npm run refresh --";

/** What waits for somebody to take it: the report of the dry run, and the commands. */
export function OpenProposal({ locale, proposal }: { locale: Locale; proposal: ProposalEntry }) {
  const t = getTranslator(locale, "admin.source");
  const { number, edition, report, effect } = proposal;
  return (
    <div className="mt-4">
      <h3 className="font-semibold">{t("proposal", { number, edition })}</h3>
      <p className="mt-2">
        {t("take")} <code className="wrap-anywhere">{`${COMMAND} --accept ${number}`}</code>
      </p>
      <p>
        {t("refuse")} <code className="wrap-anywhere">{`${COMMAND} --reject ${number}`}</code>
      </p>
      <details className="mt-2">
        <summary className="min-h-11 content-center">{t("report")}</summary>
        <pre lang="en" className="text-sm wrap-anywhere whitespace-pre-wrap">
          {[...report, ...effectLines(effect)].join("\n")}
        </pre>
      </details>
    </div>
  );
}
