import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { DraftForStaff } from "@/lib/methods/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { MethodReviewFields } from "./review-fields";
import { Moment } from "../moment";
import { StepButton } from "../step-button";

interface MethodStepsProps {
  locale: Locale;
  draft: DraftForStaff;
}

/** The state of the draft, the next step, and who may take it. */
export function MethodSteps({ locale, draft }: MethodStepsProps) {
  const t = getTranslator(locale, "admin.method");
  const { version, people } = draft;
  return (
    <section aria-labelledby="steps-title" className="space-y-4">
      <h2 id="steps-title" className="text-xl">
        {t("steps.title")}
      </h2>
      <p className="max-w-prose text-muted">{t("steps.lead")}</p>
      {people.authors.length > 0 && <p>{t("steps.authors", { names: people.authors.join(", ") })}</p>}
      <NextStep locale={locale} draft={draft} />
      <div className="flex flex-wrap gap-2">
        <ButtonLink look="quiet" href={`/admin/rankings/methods/${version}/preview`}>
          {t("preview.link")}
        </ButtonLink>
        <details>
          <summary className="inline-flex min-h-11 items-center">{t("discard")}</summary>
          <div className="space-y-2 py-2">
            <p className="text-sm">{t("discardLead")}</p>
            <StepButton step="discard" look="danger">
              {t("discard")}
            </StepButton>
          </div>
        </details>
      </div>
    </section>
  );
}

function NextStep({ locale, draft }: MethodStepsProps) {
  const t = getTranslator(locale, "admin.method");
  const { status, reviewRequestedAt, reviewNote, isOwnWork } = draft;
  if (status === "reviewed") return <Reviewed locale={locale} draft={draft} />;
  if (!reviewRequestedAt)
    return (
      <>
        {reviewNote && (
          <Notice tone="warning" title={t("steps.sentBack")}>
            <p className="whitespace-pre-wrap">{reviewNote}</p>
          </Notice>
        )}
        <p>{t("steps.writing")}</p>
        <StepButton step="hand_in" look="primary">
          {t("steps.handIn")}
        </StepButton>
      </>
    );
  return (
    <>
      <p>
        {t("steps.handedIn")} <Moment locale={locale} at={reviewRequestedAt} />. {t("steps.editTakesBack")}
      </p>
      {isOwnWork ? <Notice>{t("steps.ownWork")}</Notice> : <MethodReviewFields />}
    </>
  );
}

function Reviewed({ locale, draft: { people, reviewedAt, reviewNote } }: MethodStepsProps) {
  const t = getTranslator(locale, "admin.method");
  return (
    <>
      <Notice tone="success" title={t("steps.reviewed", { name: people.reviewer ?? t("steps.formerMember") })}>
        <p className="whitespace-pre-wrap">{reviewNote}</p>
        {reviewedAt && (
          <p className="text-sm text-muted">
            <Moment locale={locale} at={reviewedAt} />
          </p>
        )}
      </Notice>
      <p className="max-w-prose">
        {t("steps.publishLead")} {t("steps.editTakesBack")}
      </p>
      <StepButton step="publish" look="primary">
        {t("steps.publish")}
      </StepButton>
    </>
  );
}
