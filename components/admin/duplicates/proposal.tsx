import type { ReactNode } from "react";
import { addressLine } from "@/components/listings/address";
import { PhoneLink } from "@/components/listings/phone-link";
import { listingTitle } from "@/components/listings/listing-name";
import type { DuplicateSide, DuplicateProposal } from "@/lib/duplicates/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { VerdictForm } from "./verdict-form";

/** Two listings side by side, what speaks for one place, and the two answers. */
export function Duplicate({ locale, proposal }: { locale: Locale; proposal: DuplicateProposal }) {
  const t = getTranslator(locale, "admin.duplicates");
  const { id, former, later, signs, miles, isApproximate, keptSlug, isBlocked, leavesWork } = proposal;
  const away =
    miles === null ? null : t(isApproximate ? "milesAbout" : "miles", { miles: Math.round(miles * 10) / 10 });
  return (
    <section aria-labelledby={`title-${id}`} className="space-y-4 rounded-md border border-line bg-surface p-4">
      <h2 id={`title-${id}`} className="text-xl">
        {listingTitle(locale, former)}
      </h2>
      <p>
        <strong>{t("signsTitle")}</strong>{" "}
        {[...signs.map((sign) => t(`signs.${sign}`)), away].filter(Boolean).join("; ")}
      </p>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Side locale={locale} title={t("former")} side={former} />
        <Side locale={locale} title={t("later")} side={later} />
      </div>
      <p className="text-sm text-muted">
        {isBlocked ? t("blocked") : t("kept", { slug: keptSlug })} {leavesWork && t("leavesWork")}
      </p>
      <VerdictForm id={id} mayBeSame={!isBlocked} />
    </section>
  );
}

function Side({ locale, title, side }: { locale: Locale; title: string; side: DuplicateSide }) {
  const t = getTranslator(locale, "admin.duplicates");
  const { id, unit, phone, phoneExtension, namedIn } = side;
  return (
    <div>
      <h3 className="font-sans text-sm font-semibold text-muted">{title}</h3>
      <dl className="mt-1 grid gap-x-4 sm:grid-cols-[7rem_1fr]">
        <Entry term={t("name")}>
          <a href={`/admin/listings/${id}`} className="text-link">
            {listingTitle(locale, side)}
          </a>
        </Entry>
        <Entry term={t("program")}>{unit}</Entry>
        <Entry term={t("address")}>{side.street ? addressLine(side) : `${t("confidential")}, ${side.zip}`}</Entry>
        <Entry term={t("phone")}>
          {phone && <PhoneLink locale={locale} place={side} phone={phone} extension={phoneExtension} />}
        </Entry>
        <Entry term={t("namedIn")}>{namedIn.join(", ")}</Entry>
      </dl>
    </div>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="font-semibold">{term}</dt>
      <dd className="mb-2 wrap-anywhere sm:mb-0">{children || "–"}</dd>
    </>
  );
}
