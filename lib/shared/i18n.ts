import { createTranslator, type NamespaceKeys, type NestedKeyOf } from "use-intl/core";
import en from "@/messages/en";
import es from "@/messages/es";
import { LANGUAGE_TAG } from "./language-tag";
import { LOCALES, type Locale } from "./locales";

export { LOCALES, type Locale };
export type Messages = typeof en;

const MESSAGES: Record<Locale, Messages> = { en, es };

export function isLocale(value: string): value is Locale {
  return LOCALES.includes(value as Locale);
}

export function messagesOf(locale: Locale): Messages {
  return MESSAGES[locale];
}

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
type Translator<Of extends Namespace> = ReturnType<typeof createTranslator<Messages, Of>>;

/** Each translator is made once, because it caches the parsed messages. */
const translators = new Map<string, unknown>();

/** The words of one namespace in one language; keys are checked against messages/en. */
export function getTranslator<Of extends Namespace>(locale: Locale, namespace: Of): Translator<Of> {
  const key = `${locale} ${namespace}`;
  const known = translators.get(key) as Translator<Of> | undefined;
  if (known) return known;
  const made = createTranslator<Messages, Of>({
    locale: LANGUAGE_TAG[locale],
    messages: MESSAGES[locale],
    namespace,
  });
  translators.set(key, made);
  return made;
}

/** The public URL of a page: English at the root, Spanish below /es. `path` begins with "/". */
export function localizedPath(locale: Locale, path: string): string {
  if (locale === "en") return path;
  return path === "/" ? "/es" : `/es${path}`;
}
