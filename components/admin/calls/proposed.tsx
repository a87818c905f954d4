import type { ReactNode } from "react";
import type { CallToDecide, OwnCall, ProposedCall } from "@/lib/calls/types";
import { fullTitle } from "@/lib/facts/listing-title";
import { formatDay, formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { CallDecisionForm } from "./decision-form";
import { CallSaid } from "./said";

interface CallsToDecideProps {
  locale: Locale;
  /** Of all that wait. */
  total: number;
  calls: readonly CallToDecide[];
}

/** The calls that wait for an editor. */
export function CallsToDecide({ locale, total, calls }: CallsToDecideProps) {
  const t = getTranslator(locale, "admin.calls");
  return (
    <section aria-labelledby="to-decide" className="space-y-4">
      <h2 id="to-decide" className="text-xl">
        {t("found", { total })}
      </h2>
      {total > calls.length && <p>{t("oldest", { shown: calls.length })}</p>}
      {calls.map((call) => (
        <ToDecide key={call.id} locale={locale} call={call} />
      ))}
    </section>
  );
}

/** One's own calls. */
export function OwnCalls({ locale, calls }: { locale: Locale; calls: readonly OwnCall[] }) {
  const t = getTranslator(locale, "admin.calls");
  return (
    <section aria-labelledby="own" className="space-y-4">
      <h2 id="own" className="text-xl">
        {t("own")}
      </h2>
      {calls.length === 0 && <p className="max-w-prose">{t("noOwn")}</p>}
      {calls.map((call) => (
        <Own key={call.id} locale={locale} call={call} />
      ))}
    </section>
  );
}

/** A call that waits: who was told what, what our records say, and the decision. */
function ToDecide({ locale, call }: { locale: Locale; call: CallToDecide }) {
  const t = getTranslator(locale, "admin.calls");
  const { known: facts, knownAdmissions: admissions } = call;
  return (
    <Card locale={locale} call={call} said={<CallSaid locale={locale} call={call} known={{ facts, admissions }} />}>
      {call.isLeftToOthers ? (
        <p>{t("leftToOthers")}</p>
      ) : (
        <CallDecisionForm id={call.id} place={fullTitle(call.listing)} />
      )}
    </Card>
  );
}

/** One's own call, and what became of it. */
function Own({ locale, call }: { locale: Locale; call: OwnCall }) {
  const t = getTranslator(locale, "admin.calls.state");
  const { decision, decidedAt, reason } = call;
  const moment = decidedAt && formatMoment(locale, decidedAt);
  return (
    <Card locale={locale} call={call} said={<CallSaid locale={locale} call={call} />}>
      <p className="font-semibold wrap-anywhere">
        {decision && moment ? t(decision, { moment, reason: reason ?? "" }) : t("open")}
      </p>
    </Card>
  );
}

interface CardProps {
  locale: Locale;
  call: ProposedCall;
  said: ReactNode;
  children: ReactNode;
}

function Card({ locale, call, said, children }: CardProps) {
  const t = getTranslator(locale, "admin.calls");
  const { id, listing, caller, asOf, evidence } = call;
  return (
    <section aria-labelledby={`title-${id}`} className="space-y-3 rounded-md border border-line bg-surface p-4">
      <h3 id={`title-${id}`} className="text-lg">
        {t("heading", { place: fullTitle(listing) })}
      </h3>
      <p className="text-sm wrap-anywhere text-muted">
        {t("by", { name: caller ?? t("gone"), day: formatDay(locale, asOf), evidence })}
      </p>
      {said}
      {children}
    </section>
  );
}
