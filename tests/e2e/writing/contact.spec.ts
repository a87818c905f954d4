import { overflowOf } from "../../support/accessibility";
import { holdScripts, untilHydrated, watch } from "../../support/page-watch";
import { fillInquiry, INQUIRY_REFERENCE, newPerson, CONSENT_LABEL, send } from "../../support/public-forms";
import { AURORA, TWIN_TOWN } from "../../support/public-pages";
import { unique, uniquePhone } from "../../support/unique";
import { expect, test, type Page } from "../../support/writing-test";

const LOST = "Words that must not be lost";

async function referenceOn(page: Page): Promise<string | undefined> {
  return INQUIRY_REFERENCE.exec((await page.getByText(INQUIRY_REFERENCE).textContent()) ?? "")?.[0];
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the page has the owner's words, and consent starts unticked", async ({ page }) => {
    await page.goto("/contact");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Get in touch");
    await expect(
      page.getByText("Fill out the form below for any queries you might have or reach out to our team via email."),
    ).toBeVisible();
    await expect(page.getByLabel(CONSENT_LABEL)).not.toBeChecked();
  });

  test("what is required is marked before it is sent, one tick among it, and who needs no form is shown our email", async ({
    page,
  }) => {
    await page.goto("/contact");
    const required = page.locator("main [aria-required=true]");
    await expect(required).toHaveCount(3);
    await expect(required.and(page.getByRole("checkbox"))).toHaveCount(1);
    await expect(page.getByText("(required)")).toHaveCount(2);
    await expect(page.getByText("(one of them is required)")).toBeVisible();
    await expect(page.getByText("Required. “Firms” are")).toBeVisible();
    await expect(page.getByText("Only a question, or no permission?").locator("..").getByRole("link")).toHaveAttribute(
      "href",
      "mailto:team@localhost",
    );
    await expect(page.getByRole("button", { name: "Send", exact: true })).toHaveAccessibleDescription(
      /we may answer you by the email or phone/,
    );
  });

  test("the form speaks Spanish", async ({ page }) => {
    await page.goto("/es/contact");
    await page.getByLabel("Nombre o apodo", { exact: true }).fill("Ana");
    await page.getByLabel("Teléfono", { exact: true }).fill(uniquePhone());
    await page.getByRole("button", { name: "Enviar" }).click();
    await expect(page.getByRole("link", { name: "Escriba un mensaje; bastan unas palabras" })).toBeVisible();
    await page.getByLabel("Su mensaje").fill(`¿Dónde empiezo? ${unique()}`);
    await page.getByLabel("Doy permiso a Best Heroin Rehab").check();
    await page.getByRole("button", { name: "Enviar" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gracias. Recibimos su mensaje.");
    expect(new URL(page.url()).pathname).toBe("/es/contact/thank-you");
  });
});

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a visitor who fills the form gets a reference, which stays when they reload", async ({ page }) => {
      await page.goto("/contact");
      await fillInquiry(page);
      await page.getByLabel(CONSENT_LABEL).check();
      await send(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you. We have your message.");
      const reference = await referenceOn(page);
      await page.reload();
      expect(await referenceOn(page)).toBe(reference);
      expect(page.url()).not.toContain("visitor");
    });

    test("a visitor who gives no consent is refused, told what to do instead, and keeps what they typed", async ({
      page,
    }) => {
      await page.goto("/contact");
      await fillInquiry(page, newPerson({ message: LOST }));
      await send(page);
      await expect(page.getByText("We cannot take the form without your permission")).toBeVisible();
      await expect(page.getByRole("link", { name: /Tick the box to give/ })).toHaveAttribute("href", "#consent");
      await expect(page.getByLabel("Your message")).toHaveValue(LOST);
      await expect(page.getByLabel(CONSENT_LABEL)).not.toBeChecked();
      await page.getByLabel(CONSENT_LABEL).check();
      await send(page);
      await expect(page.getByText(INQUIRY_REFERENCE)).toBeVisible();
    });

    test("a form sent empty lists each problem with a link to its field", async ({ page }) => {
      await page.goto("/contact");
      await send(page);
      const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
      for (const [field, words] of [
        ["name", "Enter a name or a nickname"],
        ["email", "Enter an email address or a phone number"],
        ["message", "Write a message"],
        ["consent", "Tick the box to give your permission"],
      ] as const) {
        await expect(summary.getByRole("link", { name: words })).toHaveAttribute("href", `#${field}`);
        await expect(page.locator(`#${field}`)).toHaveAttribute("aria-invalid", "true");
        await expect(page.locator(`#${field}`)).toHaveAttribute("aria-describedby", new RegExp(`${field}-error`));
      }
    });

    test("going back and sending the same again leads to the same reference", async ({ page }) => {
      const person = newPerson();
      await page.goto("/contact");
      const references: (string | undefined)[] = [];
      for (let times = 0; times < 2; times += 1) {
        await fillInquiry(page, person);
        await page.getByLabel(CONSENT_LABEL).check();
        await send(page);
        await page.waitForURL(/thank-you/);
        references.push(await referenceOn(page));
        await page.goBack();
        await page.waitForURL(/contact$/);
      }
      expect(references[0]).toMatch(INQUIRY_REFERENCE);
      expect(references[1]).toBe(references[0]);
    });

    test("who comes from a place's page permits that place only, may leave one out, or may permit any", async ({
      page,
    }) => {
      await page.goto(`/listings/${AURORA}`);
      await page.getByRole("link", { name: "Ask us to call" }).click();
      await expect(page).toHaveURL(`/contact?place=${AURORA}`);
      await expect(page.getByLabel(/Only the places ticked here/)).toBeChecked();
      await page.goto(`/contact?place=${AURORA}&place=${TWIN_TOWN}&place=no-such-place`);
      await expect(page.getByText("leads to no place we know")).toBeVisible();
      const places = page.getByRole("group", { name: "Which places may we contact for you?" });
      await expect(places.getByRole("checkbox", { checked: true })).toHaveCount(2);
      await fillInquiry(page);
      await page.getByLabel(CONSENT_LABEL).check();
      for (const box of await places.getByRole("checkbox").all()) await box.uncheck();
      await send(page);
      await expect(page.getByRole("link", { name: /Tick at least one place/ })).toHaveAttribute("href", "#place");
      await expect(page.getByLabel("Your message")).toHaveValue("Where can I start methadone?");
      await expect(places.getByRole("checkbox", { checked: true })).toHaveCount(0);
      await places.getByRole("checkbox").first().check();
      await send(page);
      await expect(page.getByText(INQUIRY_REFERENCE)).toBeVisible();
    });
  });
}

test("the summary of problems takes the focus each time, and its links lead to the fields", async ({ page }) => {
  await page.goto("/contact");
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await send(page);
  await expect(summary).toBeFocused();
  await page.getByRole("link", { name: /Enter a name/ }).click();
  await expect(page.getByLabel("Name or nickname", { exact: true })).toBeFocused();
  await send(page);
  await expect(summary).toBeFocused();
});

test("a double click sends one inquiry", async ({ page }) => {
  await page.goto("/contact");
  await fillInquiry(page);
  await page.getByLabel(CONSENT_LABEL).check();
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  await page.getByRole("button", { name: "Send" }).dblclick();
  await expect(page.getByText(INQUIRY_REFERENCE)).toBeVisible();
  expect(posts).toHaveLength(1);
});

test("what was typed before the scripts arrived stays, and is sent", async ({ page }) => {
  const { release } = await holdScripts(page);
  await page.goto("/contact", { waitUntil: "commit" });
  await fillInquiry(page, newPerson({ message: "Typed early" }));
  release();
  await untilHydrated(page);
  await expect(page.getByLabel("Your message")).toHaveValue("Typed early");
  await page.getByLabel(CONSENT_LABEL).check();
  await send(page);
  await expect(page.getByText(INQUIRY_REFERENCE)).toBeVisible();
});

test("a server that cannot be reached leaves what was typed in the form", async ({ page, context }) => {
  await page.goto("/contact");
  await fillInquiry(page, newPerson({ message: LOST }));
  await page.getByLabel(CONSENT_LABEL).check();
  await context.setOffline(true);
  await send(page);
  await expect(page.getByText("We did not get an answer")).toBeVisible();
  await expect(page.getByLabel("Your message")).toHaveValue(LOST);
  await context.setOffline(false);
  await send(page);
  await expect(page.getByText(INQUIRY_REFERENCE)).toBeVisible();
});

test.describe("the thank-you page", () => {
  for (const reference of ["", "?reference=BHR-222222", "?reference=%3Cscript%3E", "?reference=a&reference=b"]) {
    test(`shows no reference that is none: ${reference || "without one"}`, async ({ page }) => {
      await page.goto(`/contact/thank-you${reference}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("This page shows nothing to this browser");
      await expect(page.getByText(INQUIRY_REFERENCE)).toHaveCount(0);
    });
  }
});

test("the form fits a phone and raises no error in the browser", async ({ page }) => {
  const seen = await watch(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/contact");
  await fillInquiry(page);
  await untilHydrated(page);
  expect(await overflowOf(page)).toBe(0);
  expect(seen.errors).toEqual([]);
});
