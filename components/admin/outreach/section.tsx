import { listingTitle } from "@/components/listings/listing-name";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { NamedListing } from "@/lib/facts/listing-title";
import type { InquiryDetail } from "@/lib/inquiries/types";
import { FACT_GROUPS } from "@/lib/facts/filter-options";
import { groupLabel, optionLabel } from "@/lib/facts/filter-labels";
import { NEEDS, partsOf } from "@/lib/outreach/needs";
import type { OutreachDesk, Suggestion } from "@/lib/outreach/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { OutreachContactForm } from "./contact-form";
import { OutreachLog } from "./log";
import { OutreachMailForm } from "./mail-form";
import { OutreachLookup } from "./lookup";
import { OutreachNeedsForm } from "./needs-form";
import { OutreachSuggestion } from "./suggestion";

interface OutreachSectionProps {
  locale: Locale;
  inquiry: InquiryDetail;
  desk: OutreachDesk;
  /** Words somebody looks a place up by, and what they found. */
  sought: string;
  found: NamedListing[];
  /** The contact whose outcome is being noted. */
  noting: string | undefined;
}

/** What the person needs, which places fit, and whom we contacted for them. */
export function OutreachSection({ locale, inquiry, desk, sought, found, noting }: OutreachSectionProps) {
  const t = getTranslator(locale, "admin.outreach");
  const { id, version, erasedAt } = inquiry;
  return (
    <section id="outreach" aria-labelledby="outreach-title" className="space-y-4">
      <h2 id="outreach-title" className="text-xl">
        {t("title")}
      </h2>
      {!erasedAt && (
        <>
          <h3 className="text-lg">{t("needs")}</h3>
          <OutreachNeedsForm id={id} version={version} needs={desk.needs} groups={needGroups(locale)} />
        </>
      )}
      {desk.refusal ? (
        <div className="space-y-3">
          <Notice tone="danger">
            <span id="outreach-refusal">{t(`refusal.${desk.refusal}`)}</span>
          </Notice>
          <Button type="button" disabled aria-describedby="outreach-refusal" className="disabled:opacity-60">
            {t("choose")}
          </Button>
        </div>
      ) : (
        <>
          {desk.chosen && <Contact locale={locale} inquiry={inquiry} desk={desk} chosen={desk.chosen} />}
          <Suggestions locale={locale} inquiryId={id} desk={desk} />
          <OutreachLookup locale={locale} inquiryId={id} sought={sought} found={found} />
        </>
      )}
      <OutreachLog locale={locale} inquiryId={id} log={desk.log} noting={noting} isClosed={erasedAt !== null} />
    </section>
  );
}

function needGroups(locale: Locale) {
  return FACT_GROUPS.map((group) => ({
    label: groupLabel(locale, group),
    options: NEEDS.filter((need) => partsOf(need).group === group).map((need) => {
      return { need, label: optionLabel(locale, group, partsOf(need).option) };
    }),
  }));
}

interface ContactProps {
  locale: Locale;
  inquiry: InquiryDetail;
  desk: OutreachDesk;
  chosen: Suggestion;
}

function Contact({ locale, inquiry, desk, chosen }: ContactProps) {
  const t = getTranslator(locale, "admin.outreach");
  const { id, hasEmail, hasPhone } = inquiry;
  const { place, refusal } = chosen;
  const missing = [!hasEmail && ("email" as const), !hasPhone && ("phone" as const)].filter((field) => field !== false);
  const form = { inquiryId: id, listingId: place.id, mayShare: desk.mayShare, missing };
  return (
    <section
      id="contact-form"
      aria-labelledby="contact-title"
      className="space-y-3 rounded-md border border-accent p-4"
    >
      <h3 id="contact-title" className="text-lg wrap-anywhere">
        {t("contactTitle", { name: listingTitle(locale, place) })}
      </h3>
      <OutreachSuggestion locale={locale} suggestion={chosen} hasDistances={desk.isNearKnown} />
      <h4 className="font-semibold">{t("byCall")}</h4>
      <OutreachContactForm key={`call ${place.id}`} {...form} refusal={refusal} />
      <h4 className="border-t border-line pt-4 font-semibold">{t("byMail")}</h4>
      {place.mailbox && (
        <p className="text-sm wrap-anywhere">
          {place.mailbox.email}{" "}
          <span className="text-muted">
            {t("mailboxSource", {
              source: place.mailbox.source,
              day: formatDay(locale, place.mailbox.seenOn),
            })}
          </span>
        </p>
      )}
      <OutreachMailForm key={`mail ${place.id}`} {...form} refusal={refusal ?? (place.mailbox ? null : "no_email")} />
      <a href={`/admin/inquiries/${id}#outreach`} className="text-link inline-flex min-h-11 items-center">
        {t("cancel")}
      </a>
    </section>
  );
}

function Suggestions({ locale, inquiryId, desk }: { locale: Locale; inquiryId: string; desk: OutreachDesk }) {
  const t = getTranslator(locale, "admin.outreach");
  const { needs, scope, suggestions, isNearKnown } = desk;
  return (
    <section aria-labelledby="suggestions-title" className="space-y-3">
      <h3 id="suggestions-title" className="text-lg">
        {t("suggestions")}
      </h3>
      <p className="text-sm text-muted">
        {t(scope === "named" ? "namedRule" : "rule")}
        {needs.codes.length === 0 && <> {t("noNeeds")}</>}
        {needs.near && !isNearKnown && <> {t("nearUnknown", { zip: needs.near })}</>}
      </p>
      {suggestions.length === 0 && <p>{t("noneFits")}</p>}
      <ol className="grid gap-3 lg:grid-cols-2">
        {suggestions.map((suggestion) => (
          <li key={suggestion.place.id} className="min-w-0 rounded-md border border-line bg-surface p-4">
            <OutreachSuggestion locale={locale} suggestion={suggestion} hasDistances={isNearKnown}>
              <ChooseLink locale={locale} inquiryId={inquiryId} suggestion={suggestion} />
            </OutreachSuggestion>
          </li>
        ))}
      </ol>
    </section>
  );
}

function ChooseLink({ locale, inquiryId, suggestion }: { locale: Locale; inquiryId: string; suggestion: Suggestion }) {
  const t = getTranslator(locale, "admin.outreach");
  const { place, refusal } = suggestion;
  const why = `why-${place.slug}`;
  if (refusal)
    return (
      <>
        <p id={why} className="mb-2 text-sm font-semibold text-danger">
          {t(`refusal.${refusal}`)}
        </p>
        <Button type="button" look="quiet" disabled aria-describedby={why} className="disabled:opacity-60">
          {t("choose")}
        </Button>
      </>
    );
  return (
    <p className="mt-2">
      <a href={`/admin/inquiries/${inquiryId}?place=${place.slug}#contact-form`} className={buttonClass("quiet")}>
        {t("choose")}
        <span className="sr-only">: {listingTitle(locale, place)}</span>
      </a>
    </p>
  );
}
