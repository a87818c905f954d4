import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ThankYouShown } from "@/lib/inquiries/thank-you";
import { getTranslator, LOCALES } from "@/lib/shared/i18n";
import { ThankYou } from "./thank-you";

const TEAM = { email: "team@example.org", phone: "+12135550100", answersWithin: null };
const TOKEN = "t".repeat(43);

describe.each(LOCALES)("%s", (locale) => {
  const t = getTranslator(locale, "contact.thankYou");
  const shown = (receipt: ThankYouShown["receipt"]) =>
    renderToStaticMarkup(
      <ThankYou
        locale={locale}
        inquiry={{ reference: "BHR-7K3M9Q", confirmation: null }}
        receipt={receipt}
        teamContact={TEAM}
      />,
    );

  test.each([
    ["with the link", { token: TOKEN }, ["receipt.save"], ["receipt.mailed", "receipt.later"]],
    ["to who proves nothing but the words", "mailed", ["receipt.mailed"], ["receipt.save", "receipt.later"]],
    ["while the database is away", "later", ["receipt.later", "receipt.mailed"], ["receipt.save"]],
  ] as const)("says that we have it, the reference and how to reach the receipt: %s", (_, receipt, says, doesNot) => {
    const page = shown(receipt);
    expect(page).toContain("BHR-7K3M9Q");
    for (const key of ["title", "nextTitle", "nextRead", ...says] as const) expect(page).toContain(t(key));
    for (const key of doesNot) expect(page).not.toContain(t(key));
    expect(page.includes("/inquiry/")).toBe(receipt !== "mailed" && receipt !== "later");
  });
});
