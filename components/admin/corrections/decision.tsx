"use client";

import type { ComponentProps } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import type { CorrectionStatus, CorrectionTopic } from "@/lib/corrections/types";
import type { Locale } from "@/lib/shared/locales";
import { aboutOf, TYPED_FIELDS, type TypedField } from "@/lib/desk/acceptance";
import { decideCorrectionAction, type CorrectingConflict } from "@/lib/desk/actions";
import type { ListingKind } from "@/lib/facts/kind";
import type { ListingValues } from "@/lib/listings/schema";
import { ConflictNotice } from "../conflict-notice";
import { useErrorWords } from "../error-words";
import { Fieldset } from "../fieldset";
import { LanguageSelect } from "../language-select";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";
import { FactParts, type Question } from "./fact-parts";
import { FieldParts } from "./field-parts";

interface CorrectionDecisionProps {
  id: string;
  /** The version on screen; when there is a newer one, the decision is refused. */
  version: number;
  status: CorrectionStatus;
  topic: CorrectionTopic;
  publicNote: string | null;
  publicNoteLocale: string | null;
  declineReason: string | null;
  listing: { version: number; values: ListingValues };
  kinds: Record<ListingKind, string>;
  questions: readonly Question[];
  known: ComponentProps<typeof FactParts>["known"];
  groups: ComponentProps<typeof FactParts>["groups"];
  /** YYYY-MM-DD. */
  today: string;
  /** The language that a note is written in unless they say otherwise. */
  staffLocale: Locale;
}

/**
 * Change the listing and accept, decline with a reason, or move the report: one form, so that a decision which would drop
 * something typed is refused and says so. A conflict loses nothing.
 */
export function CorrectionDecision(props: CorrectionDecisionProps) {
  const { id, version, status, topic, publicNote, publicNoteLocale, declineReason, listing, staffLocale } = props;
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("decision", decideCorrectionAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const conflict = state?.status === "conflict" ? state.current : null;
  const report = conflict?.of === "report" ? conflict : null;
  const changed = conflict?.of === "listing" ? conflict : null;
  const typed = typedIn(state);
  const now = report?.status ?? status;
  const about = aboutOf(topic);
  const values = { ...listing.values, ...typed };
  const outcome = typed?.outcome ?? "changed";
  return (
    <section aria-labelledby="decision-title" className="space-y-4">
      <h2 id="decision-title" className="text-xl">
        {t("correction.change")}
      </h2>
      <p className="max-w-prose text-muted">{t("correction.changeHint")}</p>
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {report && (
        <Notice tone="warning" role="alert">
          {t("correction.conflict", { status: t(`correction.status.${report.status}`) })}
        </Notice>
      )}
      {changed && <ListingConflict conflict={changed} id={id} groups={props.groups} />}
      {state?.status === "failed" && (
        <Notice tone="danger" role="alert">
          {t(state.code === "interested" ? "correction.interested" : "form.gone")}
        </Notice>
      )}
      <StaffForm key={JSON.stringify(typed)} name="decision" keeps action={action} className="space-y-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={report?.version ?? typed?.version ?? version} />
        <input
          type="hidden"
          name="listingVersion"
          value={changed?.version ?? typed?.listingVersion ?? listing.version}
        />
        {about.parts.length > 0 && (
          <FieldParts values={values} errors={errors} kinds={props.kinds} open={about.parts} />
        )}
        <FactParts
          questions={props.questions}
          known={props.known}
          groups={props.groups}
          open={about.facts}
          today={props.today}
          typed={typed}
          seen={Object.fromEntries((changed?.facts ?? []).map(({ attribute, value }) => [attribute, value]))}
          errors={errors}
        />
        {about.parts.length === 0 && <FieldParts values={values} errors={errors} kinds={props.kinds} open={[]} />}
        <Fieldset audience="public" legend={t("correction.outcome")} stacked>
          <div>
            {(["changed", "nothing"] as const).map((each) => (
              <Choice
                key={each}
                type="radio"
                name="outcome"
                id={each === "changed" ? "outcome" : undefined}
                value={each}
                defaultChecked={outcome === each}
                label={t(each === "changed" ? "correction.outcomeChanged" : "correction.outcomeNothing")}
              />
            ))}
            {errors.outcome && <p className="text-sm font-semibold text-danger">{errors.outcome}</p>}
          </div>
          <StaffArea
            audience="public"
            name="publicNote"
            label={t("correction.publicNote")}
            hint={t("correction.publicNoteHint")}
            rows={3}
            defaultValue={typed?.publicNote ?? publicNote ?? ""}
            error={errors.publicNote}
          />
          <LanguageSelect
            label={t("correction.publicNoteLocale")}
            value={typed?.locale ?? publicNoteLocale ?? staffLocale}
            error={errors.locale}
          />
          <Choice
            type="checkbox"
            name="hidesOld"
            defaultChecked={typed?.hidesOld === "on"}
            label={t("correction.hidesOld")}
          />
          <Decide to="accepted" look="primary" disabled={pending}>
            {t("correction.acceptButton")}
          </Decide>
        </Fieldset>
        <Fieldset audience="staff" legend={t("correction.decline")} stacked>
          <StaffArea
            audience="staff"
            name="declineReason"
            label={t("correction.declineReason")}
            rows={3}
            defaultValue={typed?.declineReason ?? declineReason ?? ""}
            error={errors.declineReason}
          />
          <Decide to="declined" disabled={pending}>
            {t("correction.declineButton")}
          </Decide>
        </Fieldset>
        <div className="flex flex-wrap gap-3">
          {now !== "new" && <Decide to="new">{t("correction.putBack")}</Decide>}
          {now !== "spam" && <Decide to="spam">{t("correction.markSpam")}</Decide>}
        </div>
      </StaffForm>
    </section>
  );
}

interface ListingConflictProps extends Pick<CorrectionDecisionProps, "id" | "groups"> {
  conflict: Extract<CorrectingConflict, { of: "listing" }>;
}

/** What a colleague saved beside what was typed, of fields and of facts. */
function ListingConflict({ conflict, id, groups }: ListingConflictProps) {
  const t = useTranslations("admin");
  const { saved, typed, facts } = conflict;
  const fields = TYPED_FIELDS.filter((field) => saved[field] !== plain(typed[field] ?? saved[field])).map(
    (field: TypedField) => ({
      field,
      label: t(`listing.fields.${field}`),
      saved: saved[field],
      typed: typed[field] ?? "",
    }),
  );
  const labels = new Map(groups.flatMap(({ attributes }) => attributes.map(({ code, label }) => [code, label])));
  const answered = facts.map(({ attribute, value }) => {
    const answer = attribute === typed.attribute ? typed.value : typed[`answer-${attribute}`];
    return {
      field: attribute,
      label: labels.get(attribute) ?? attribute,
      saved: t(`form.${value}`),
      typed: answer ? t(`form.${answer as typeof value}`) : "",
    };
  });
  return <ConflictNotice differences={[...fields, ...answered]} discardPath={`/admin/corrections/${id}`} />;
}

/** Browsers send line ends as CRLF. */
const plain = (text: string) => text.replace(/\r\n/g, "\n");

interface DecideProps extends ComponentProps<typeof Button> {
  to: CorrectionStatus;
}

/** One of the form's buttons; each is one decision. */
function Decide({ to, look = "quiet", ...rest }: DecideProps) {
  return <Button look={look} name="status" value={to} {...rest} />;
}
