// The desk's way from an inquiry to a place: needs, suggestions, a call, a mail as it is read before, the receipt, and
// what a withdrawal stops. With scripts and without.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { accessibilityFailures } from "../../support/accessibility";
import { patience } from "../../support/patience.mjs";
import { openInquiry } from "../../support/desk";
import { newCaller, sendInquiry } from "../../support/public-forms";
import { AURORA, TWIN_TOWN } from "../../support/public-pages";
import { unique } from "../../support/unique";
import { expect, test, type Page } from "../../support/writing-test";

const mailbox = path.join(path.resolve(process.env.DATA_DIR || ".data"), "mail");
const WITHOUT_MAILBOX = TWIN_TOWN;
const FULL_NAME = /Aurora Charter Oak/;

/** Writes the place's email into its listing, or takes it out again. */
async function setMailbox(page: Page, email: string, source: string, seenOn: string): Promise<void> {
  await page.goto("/admin/listings?status=published&q=Aurora+Charter");
  await page.locator("tbody a").first().click();
  const fields = page.getByRole("group", { name: "E-mail for people who look for care" });
  await fields.getByLabel("E-mail address").fill(email);
  await fields.getByLabel("Where it is published").fill(source);
  await fields.getByLabel("Seen on").fill(seenOn);
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

function mailsTo(email: string): string[] {
  const sources = readdirSync(mailbox).map((name) => readFileSync(path.join(mailbox, name), "utf8"));
  return sources.filter((source) => source.includes(`\nTo: ${email}`));
}

for (const scripts of [true, false]) {
  test(`${scripts ? "with" : "without"} scripts, staff find a place, call it, write to it, and the person sees and stops it`, async ({
    staff: members,
    browser,
  }) => {
    const staff = await members.page("admin", { javaScriptEnabled: scripts });
    const email = `intake-${unique()}@place.example`;
    await setMailbox(staff, email, "", "");
    await expect(
      staff.getByRole("link", { name: "Say where the address is published, or who gave it." }),
    ).toBeVisible();
    await setMailbox(staff, email, "https://place.example/new-clients", "2026-11-20");
    await expect(staff.getByText("Saved. Public pages are up to date.")).toBeVisible();

    const visitor = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
    const person = newCaller("Ana");
    const phone = `+1${person.phone.replaceAll("-", "")}`;
    const reference = await sendInquiry(visitor, person, { scripts });
    await visitor.getByRole("link", { name: "Open my private page" }).click();
    await expect(visitor.getByText("None so far.")).toBeVisible();

    await openInquiry(staff, reference);
    const inquiry = staff.url();
    await staff.locator("summary", { hasText: "Paying" }).click();
    await staff.getByRole("checkbox", { name: "Medi-Cal", exact: false }).first().check();
    await staff.getByLabel("Near ZIP code").fill("90033");
    await staff.getByRole("button", { name: "Save and show what fits" }).click();
    await expect(staff.getByText("Needs saved.")).toBeVisible();
    const suggestions = staff.getByRole("region", { name: "Places that fit" }).getByRole("listitem");
    await expect(suggestions.first()).toContainText(/straight line|ZIP code/);

    await staff.getByLabel("Another place").fill("aurora charter");
    await staff.getByRole("button", { name: "Look up" }).click();
    await staff.getByRole("link", { name: FULL_NAME }).first().click();
    const contact = staff.getByRole("region", { name: /^Contact Aurora/ });
    await expect(contact.getByText(email)).toBeVisible();
    for (const refused of ["the name", "the e-mail address"])
      await expect(contact.getByRole("checkbox", { name: refused }).first()).toBeDisabled();
    await contact.getByLabel("What the mail asks").selectOption({ label: "Would it contact the person directly?" });
    await contact.getByRole("button", { name: "Show the mail" }).click();
    await expect(contact.getByText("Tick the e-mail address or the phone number below").first()).toBeVisible();
    await contact.getByRole("checkbox", { name: "the phone number" }).last().check();
    await contact.getByRole("button", { name: "Show the mail" }).click();
    const preview = contact.getByRole("region", { name: "The mail as it will leave" });
    await expect(preview).toContainText(email);

    await expect(preview).toContainText(phone);
    await expect(preview).not.toContainText("A story that no place is told");
    if (scripts) expect(await accessibilityFailures(staff, "everything")).toEqual([]);
    await preview.getByRole("button", { name: "Send this mail" }).click();
    await expect(staff.getByText("The mail is on its way.")).toBeVisible();
    await expect(async () => {
      await staff.goto(inquiry);
      await expect(staff.getByText(/^The mail left /)).toBeVisible({ timeout: patience(1_000) });
    }).toPass();
    const letters = mailsTo(email);
    expect(letters).toHaveLength(1);
    expect(letters[0]).not.toContain("A story that no place is told");

    await staff.goto(`${inquiry}?place=${AURORA}#contact-form`);
    await staff.getByRole("button", { name: "I am contacting this place now" }).click();
    await staff.getByLabel("What came of it").selectOption({ label: "Has room" });
    await staff.getByLabel("Next step").selectOption({ label: "The place contacts the person" });
    await staff.getByRole("button", { name: "Save", exact: true }).first().click();
    await expect(staff.getByText("Noted. The person sees it on their receipt.")).toBeVisible();

    await visitor.reload();
    const contacts = visitor.getByRole("region", { name: "Places we contacted" });
    await expect(contacts.getByText(/^It left /)).toBeVisible();
    await expect(contacts.getByText("It has room.")).toBeVisible();
    await expect(contacts.getByText("What we told it: what is looked for, your phone number.")).toBeVisible();
    await visitor.getByRole("button", { name: "Withdraw my permission" }).click();
    await expect(visitor.getByText("Your permission is withdrawn.")).toBeVisible();

    // An old tab, and the page as it is now.
    await expect(staff.getByRole("heading", { name: "Contacts made" })).toBeVisible();
    await staff.goto(`${inquiry}?place=${AURORA}#contact-form`);
    await expect(staff.getByText("No place may be contacted: the person withdrew the permission.")).toBeVisible();
    await expect(staff.getByRole("button", { name: "Contact this place" })).toBeDisabled();
    await expect(staff.getByRole("button", { name: "Show the mail" })).toHaveCount(0);

    await setMailbox(staff, "", "", "");
    await expect(staff.getByText("Saved. Public pages are up to date.")).toBeVisible();
    await visitor.context().close();
  });
}

test("an old tab's button writes nothing once the consent is withdrawn, and says why", async ({
  staff: members,
  browser,
}) => {
  const staff = await members.page("admin");
  const visitor = await (await browser.newContext()).newPage();
  const reference = await sendInquiry(visitor, newCaller("Bea"));
  await visitor.getByRole("link", { name: "Open my private page" }).click();
  await openInquiry(staff, reference);
  await staff.goto(`${staff.url()}?place=${WITHOUT_MAILBOX}#contact-form`);
  await expect(staff.getByText("No e-mail address is known for this place.")).toBeVisible();
  await expect(staff.getByRole("button", { name: "Show the mail" })).toBeDisabled();
  await visitor.getByRole("button", { name: "Withdraw my permission" }).click();
  await expect(visitor.getByText("Your permission is withdrawn.")).toBeVisible();
  await staff.getByRole("button", { name: "I am contacting this place now" }).click();
  await expect(staff.getByText("No place may be contacted: the person withdrew the permission.").first()).toBeVisible();
  await visitor.reload();
  await expect(visitor.getByText("None so far.")).toBeVisible();
  await visitor.context().close();
});
