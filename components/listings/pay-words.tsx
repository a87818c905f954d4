import { Whole } from "@/components/ui/whole";
import type { HowToPay, Way } from "@/lib/facts/how-to-pay";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { payTextInLine } from "./pay-text";

/** Few people have these: a card on a phone says how many of them there are, and the page of the place which. */
const RARE: readonly Way[] = ["other-state", "military", "tribal", "self-pay"];

/** How to pay, on a card. The rare ways stand last, whole where there is room for them. */
export function PayWords({ locale, pay }: { locale: Locale; pay: HowToPay }) {
  const t = getTranslator(locale, "facts.pay");
  const rare = pay.ways.filter((way) => RARE.includes(way));
  const common = pay.ways.filter((way) => !RARE.includes(way));
  if (common.length === 0 || rare.length < 2)
    return <Whole>{payTextInLine(locale, { ...pay, ways: [...common, ...rare] })}</Whole>;
  const names = (ways: readonly Way[]) => ways.map((way) => t(`ways.${way}`)).join(", ");
  const noMedicare = pay.noMedicare && !pay.ways.includes("free");
  return (
    <>
      <Whole>{names(common)}</Whole>
      <span className="max-md:hidden print:inline">{`, ${names(rare)}`}</span>
      <span className="md:hidden print:hidden">{`, ${t("more", { count: rare.length })}`}</span>
      {noMedicare && `; ${t("noMedicare")}`}
    </>
  );
}
