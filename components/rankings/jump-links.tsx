import type { Band } from "@/lib/rankings/band";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Pills } from "./pills";

/** Links to the bands that have a place, and to what is not ranked. */
export function JumpLinks({ locale, bands }: { locale: Locale; bands: readonly Band[] }) {
  const t = getTranslator(locale, "rankings");
  const links = [
    ...bands.map((band) => ({ href: `#band-${band}`, label: t(`band.b${band}`) })),
    { href: "#not-ranked", label: t("jump.excluded") },
  ];
  return <Pills label={t("jump.label")} links={links} />;
}
