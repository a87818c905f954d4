"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Select, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { ListingKind } from "@/lib/facts/kind";
import { enterListingAction } from "@/lib/listing-table/actions";
import type { NewListingField } from "@/lib/listings/schema";
import { useErrorWords } from "../error-words";
import { Fieldset } from "../fieldset";
import { StaffArea } from "../staff-area";
import { StaffForm, typedIn, useStaffAction } from "../staff-forms";
import { AlikeListings } from "./alike-listings";

interface NewListingFormProps {
  /** When all listings are in one state. */
  state: string;
  /** The kinds of care in words. */
  kinds: Record<ListingKind, string>;
}

/** What is needed for a draft. Listings that it may be already are shown before it is saved. */
export function NewListingForm({ state: ofAll, kinds }: NewListingFormProps) {
  const t = useTranslations("admin");
  const [state, action, pending] = useStaffAction("enterListing", enterListingAction);
  const errors = useErrorWords(state?.status === "invalid" ? state.fieldErrors : {});
  const alike = state?.status === "conflict" ? state.current.alike : [];
  const typed: Partial<Record<string, string>> = { state: ofAll, ...typedIn(state) };
  const bind = (name: Exclude<NewListingField, "others" | "isOther">, hint?: ReactNode) => ({
    name,
    hint,
    label: t(`listing.fields.${name}`),
    defaultValue: typed[name],
    error: errors[name],
  });
  return (
    <StaffForm name="enterListing" keeps action={action} className="space-y-6">
      <ErrorSummary title={t("form.errorTitle")} errors={errors} />
      {state?.status === "failed" && (
        <Notice tone="warning" role="alert">
          {t(`done.${state.code}`)}
        </Notice>
      )}
      {alike.length > 0 && <AlikeListings alike={alike} />}
      {/* A new answer brings new starting values, so the fields are made again with them. */}
      <div key={JSON.stringify(typed)} className="space-y-6">
        <Fieldset audience="public" legend={t("listing.groups.place")}>
          <TextField {...bind("name")} />
          <TextField {...bind("unit")} />
          <Select {...bind("kind")} defaultValue={typed.kind ?? ""}>
            <option value="">{t("form.choose")}</option>
            {Object.entries(kinds).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </Select>
          <TextField {...bind("street", t("listing.hints.street"))} />
          <TextField {...bind("street2")} />
          <TextField {...bind("city")} />
          <TextField {...bind("state")} />
          <TextField {...bind("zip")} inputMode="numeric" />
        </Fieldset>
        <Fieldset audience="public" legend={t("listing.groups.contact")}>
          <TextField {...bind("phone")} type="tel" />
          <TextField {...bind("phoneExtension")} inputMode="numeric" />
        </Fieldset>
        <Fieldset audience="staff" legend={t("listing.groups.evidence")} stacked>
          <TextField {...bind("website", t("listing.hints.website"))} type="url" />
          <StaffArea audience="staff" {...bind("evidence", t("listing.hints.evidence"))} rows={3} />
          <TextField {...bind("evidenceSeenOn", t("listing.hints.date"))} />
        </Fieldset>
      </div>
      <Button disabled={pending}>{t("listingTable.enter")}</Button>
    </StaffForm>
  );
}
