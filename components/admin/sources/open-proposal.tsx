import { ChangeTables } from "@/components/admin/editions/changes";
import type { ProposalEntry } from "@/lib/refreshes/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const COMMAND = "npm run refresh --";

interface OpenProposalProps {
  locale: Locale;
  proposal: ProposalEntry;
  /** What tells a listing from others of its name, by id. */
  apart: ReadonlyMap<string, string>;
}

/** What waits for somebody to take it: the report of the dry run, and the commands. */
export function OpenProposal({ locale, proposal, apart }: OpenProposalProps) {
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
          {report.join("\n")}
        </pre>
      </details>
      {effect && (
        <div className="mt-2 space-y-4">
          <h4 className="font-semibold">{t("effect")}</h4>
          <ChangeTables locale={locale} changes={effect} apart={apart} />
        </div>
      )}
    </div>
  );
}
