"use client";

import { type ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { saveListingAction, type ListingConflict } from "@/lib/listings/actions";
import type { ListingField, ListingValues } from "@/lib/listings/schema";
import type { ListingKind } from "@/lib/facts/kind";
import { ConflictNotice } from "../conflict-notice";
import { useErrorWords } from "../error-words";
import { Fieldset } from "../fieldset";
import { EDITOR_FORM } from "../step-button";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";

interface ListingFormProps {
  id: string;
  version: number;
  values: ListingValues;
  /** The kinds of care in words. */
  kinds: Record<ListingKind, string>;
}

/** Every column staff may set. What was typed stays after every answer. */
export function ListingForm({ id, version, values, kinds }: ListingFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("listing", saveListingAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const conflict = state?.status === "conflict" ? state.current : null;
  const typed = typedIn(state);
  const shown: ListingValues = { ...values, ...typed };
  const label = (field: ListingField) => t(`listing.fields.${field}`);
  const bind = (name: ListingField, hint?: ReactNode) => ({
    name,
    hint,
    label: label(name),
    defaultValue: shown[name],
    error: errors[name],
  });
  return (
    <StaffForm id={EDITOR_FORM} name="listing" saves keeps action={action} className="space-y-6">
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {state?.status === "failed" && (
        <Notice tone="warning" role="alert">
          {t(`done.${state.code}`)}
        </Notice>
      )}
      {conflict && <ConflictNotice differences={differences(conflict, label)} discardPath={`/admin/listings/${id}`} />}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={conflict?.version ?? typed?.version ?? version} />
      {/* A new answer brings new starting values, so the fields are made again with them. */}
      <div key={JSON.stringify(shown)} className="space-y-6">
        <Fieldset audience="public" legend={t("listing.groups.place")}>
          <TextField {...bind("name")} />
          <TextField {...bind("unit")} />
          <div className="sm:col-span-2">
            <TextField {...bind("slug", t("listing.hints.slug"))} />
          </div>
          <TextField {...bind("street", t("listing.hints.street"))} />
          <TextField {...bind("street2")} />
          <TextField {...bind("city")} />
          <TextField {...bind("state")} />
          <TextField {...bind("zip")} inputMode="numeric" />
          <TextField {...bind("county")} />
          <Select {...bind("kind")}>
            {Object.entries(kinds).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </Select>
        </Fieldset>
        <Fieldset audience="public" legend={t("listing.groups.contact")}>
          <TextField {...bind("phone")} type="tel" />
          <TextField {...bind("phoneExtension")} inputMode="numeric" />
          <StaffArea audience="public" {...bind("intakePhones", t("listing.hints.intakePhones"))} rows={3} />
        </Fieldset>
        <Fieldset
          audience="staff"
          legend={t("listing.groups.outreachEmail")}
          hint={t("listing.hints.outreachEmail")}
          stacked
        >
          <TextField {...bind("outreachEmail")} type="email" />
          <StaffArea
            audience="staff"
            {...bind("outreachEmailSource", t("listing.hints.outreachEmailSource"))}
            rows={2}
          />
          <TextField {...bind("outreachEmailSeenOn", t("listing.hints.date"))} />
        </Fieldset>
        <Fieldset audience="staff" legend={t("listing.groups.website")} stacked>
          <TextField {...bind("website", t("listing.hints.website"))} type="url" />
        </Fieldset>
        <Fieldset audience="public" legend={t("listing.groups.position")}>
          <TextField {...bind("latitude")} inputMode="text" />
          <TextField {...bind("longitude")} inputMode="text" />
        </Fieldset>
        <Fieldset audience="public" legend={t("listing.groups.closed")} hint={t("listing.hints.closed")} stacked>
          <TextField {...bind("closedOn", t("listing.hints.date"))} />
          <StaffArea audience="public" {...bind("closedReason")} rows={3} />
        </Fieldset>
        <Fieldset audience="public" legend={t("listing.groups.exemption")} hint={t("listing.hints.exemption")} stacked>
          <StaffArea audience="public" {...bind("exemptionReason")} rows={3} />
          <TextField {...bind("exemptionUrl", t("listing.hints.exemptionUrl"))} type="url" />
        </Fieldset>
      </div>
      <Button disabled={pending}>{pending ? t("form.saving") : t("form.save")}</Button>
    </StaffForm>
  );
}

function differences({ saved, typed }: ListingConflict, label: (field: ListingField) => string) {
  return (Object.keys(saved) as ListingField[])
    .filter((field) => saved[field] !== normalized(typed[field]))
    .map((field) => ({ field, label: label(field), saved: saved[field], typed: typed[field] ?? "" }));
}

/** Browsers send line ends as CRLF. */
function normalized(text = ""): string {
  return text.replace(/\r\n/g, "\n");
}
