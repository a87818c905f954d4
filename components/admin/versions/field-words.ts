import { attributeLabel } from "@/lib/facts/attribute-labels";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, messagesOf, type Locale } from "@/lib/shared/i18n";
import { partsOfFactField } from "@/lib/versions/logged-acts";
import type { VersionedNoun, VersionedRecord } from "@/lib/versions/types";

type Words = Record<string, string>;

/** How the forms call a field of a record. */
export function fieldLabel(
  locale: Locale,
  { noun, names }: Pick<VersionedRecord, "noun" | "names">,
  field: string,
): string {
  const fact = partsOfFactField(field);
  if (fact) return `${attributeLabel(locale, fact.attribute)} (${formatDay(locale, fact.asOf)})`;
  if (field === "status") return getTranslator(locale, "admin.table")("status");
  if (field.startsWith("points.") && names[field]) return names[field];
  const group = Object.keys(names).find((name) => field.startsWith(`${name}.`));
  if (group) return `${names[group]}: ${labelIn(locale, noun, field.slice(group.length + 1))}`;
  return labelIn(locale, noun, field);
}

function labelIn(locale: Locale, noun: VersionedNoun, field: string): string {
  const labels = labelsOf(locale, noun);
  if (labels[field]) return labels[field];
  const [group = "", index, own = ""] = field.split(".");
  const at = Number(index);
  if (!own || !Number.isInteger(at)) return field;
  if (noun === "post") {
    const name = group === "references" && own === "title" ? "refTitle" : own;
    const t = getTranslator(locale, "admin.post.fields");
    return name in labels ? t(name as "url", { n: at + 1 }) : field;
  }
  return getTranslator(locale, "admin.versions")("row", { field: labels[own] ?? own, count: at + 1 });
}

function labelsOf(locale: Locale, noun: VersionedNoun): Words {
  const { listing, post, method, settings } = messagesOf(locale).admin;
  switch (noun) {
    case "listing":
      return listing.fields;
    case "post":
      return { ...post.fields, translates: post.fields.translatesId };
    case "method": {
      const entry = (language: string) => `${method.groups.changelog}: ${language}`;
      const { changelog, changelogEs } = method.fields;
      return { ...method.fields, changelog: entry(changelog), changelogEs: entry(changelogEs) };
    }
    case "setting":
      return { ...settings.fields, number: settings.number, tty: settings.tty };
  }
}

/** A value as people read it; what has no other words stands as it is. */
export function valueWords(locale: Locale, field: string, text: string): string {
  const { admin, facts, listings } = messagesOf(locale);
  const words = (of: Words) => of[text] ?? text;
  if (partsOfFactField(field)) return words({ yes: facts.yes, no: facts.no, unknown: facts.unknown });
  if (field === "status") return words(admin.status);
  if (field === "kind") return words(listings.kind);
  if (field === "answersWithin") return words(admin.settings.answersWithinTimes);
  if (field === "locale") return words({ en: "English", es: "Español" });
  return field.endsWith(".role") ? words(admin.post.creditRole) : text;
}
