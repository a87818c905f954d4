import { optionLabel } from "@/lib/facts/filter-labels";
import { getTranslator } from "@/lib/shared/i18n";
import { composeMail, type MailWords } from "@/lib/shared/mail-words";
import { partsOf, type Need } from "./needs";
import type { OutreachTemplate } from "./types";

/** What a mail to a place tells; null is not told. */
export interface OutreachLetter {
  template: OutreachTemplate;
  /** The contact's own: `contactNumber`. */
  number: string;
  needs: { codes: readonly Need[]; near: string | null } | null;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/**
 * A mail to a place, in English like the public records it is in. It tells what the letter has, and nothing of the
 * person's story.
 */
export function outreachMail({ template, number, needs, name, email, phone }: OutreachLetter): MailWords {
  const t = getTranslator("en", "mail.outreach");
  const looked = needs ? needLines(needs) : [];
  const person = [name && t("name", { name }), email && t("email", { email }), phone && t("phone", { phone })];
  const told = person.filter((line) => typeof line === "string");
  return composeMail("en", t(`${template}.subject`, { number }), [
    [t("greeting")],
    [t("who"), t(`${template}.why`)],
    looked.length > 0 ? [t("needs")] : [],
    { list: looked },
    told.length > 0 ? [t("person")] : [],
    { list: told },
    // The person allowed only us to leave a message, and nobody else.
    phone ? [t("noMessage")] : [],
    [t(`${template}.ask`)],
    [t("answer", { number })],
    [t("limits")],
    [t("independent")],
    [t("signature")],
  ]);
}

function needLines({ codes, near }: NonNullable<OutreachLetter["needs"]>): string[] {
  const t = getTranslator("en", "mail.outreach");
  const lines = codes.map((need) => {
    const { group, option } = partsOf(need);
    return optionLabel("en", group, option);
  });
  return near ? [...lines, t("near", { zip: near })] : lines;
}
