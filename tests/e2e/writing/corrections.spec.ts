import {
  CORRECTED,
  CORRECTION_REFERENCE,
  correctionReference,
  fillCorrection,
  newMistake,
  send,
} from "../../support/public-forms";
import { answerOf } from "../../support/staff-browser";
import { expect, test } from "../../support/writing-test";

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a reader reports a mistake from a listing's page and gets a reference", async ({ page }) => {
      await page.goto(CORRECTED);
      await page.getByRole("link", { name: "Report a mistake" }).click();
      await expect(page.getByRole("main")).toContainText("Aurora Charter Oak Hospital");
      await fillCorrection(page, { scripts });
      await send(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you. We have your report.");
      expect(await correctionReference(page)).toMatch(CORRECTION_REFERENCE);
    });

    test("a form that lacks something lists each problem and keeps what was typed", async ({ page }) => {
      await page.goto(`/es${CORRECTED}/correction`);
      await page.getByLabel("¿Qué está mal?").fill("Palabras que no deben perderse");
      await page.getByLabel("Correo electrónico (opcional)").fill("ana@");
      await page.getByRole("button", { name: "Enviar" }).click();
      const summary = page.getByRole("alert").filter({ hasText: "Hay un problema" });
      for (const field of ["topic", "grounds", "email"]) {
        await expect(summary.locator(`a[href="#${field}"]`)).toBeVisible();
        await expect(page.locator(`#${field}`)).toHaveAttribute("aria-invalid", "true");
      }
      await expect(page.getByLabel("¿Qué está mal?")).toHaveValue("Palabras que no deben perderse");
    });
  });
}

test("a server that cannot be reached leaves what was typed in the form", async ({ page, context }) => {
  await page.goto(`${CORRECTED}/correction`);
  await fillCorrection(page, { mistake: "Words that must not be lost" });
  await context.setOffline(true);
  await send(page);
  await expect(page.getByText("We did not get an answer")).toBeVisible();
  await expect(page.getByLabel("What is wrong?")).toHaveValue("Words that must not be lost");
  await context.setOffline(false);
});

test("the form of a place that never was leads to its 404, and the log has no page that is not there", async ({
  request,
}) => {
  expect(await answerOf(request, "/listings/no-such-place/correction")).toBe("307 /listings/no-such-place");
  expect((await request.get("/es/listings/no-such-place/correction")).status()).toBe(404);
  expect((await request.get("/corrections/page/99")).status()).toBe(404);
});

test("staff open a report beside the listing, accept it with a note, and everybody reads the note", async ({
  staff,
  page,
}) => {
  const mistake = newMistake();
  await page.goto(`${CORRECTED}/correction`);
  await fillCorrection(page, { mistake });
  await page.getByLabel("Email (optional)").fill("reporter@example.org");
  await send(page);
  const reference = await correctionReference(page);

  const desk = await staff.page("admin");
  await desk.goto("/admin/corrections");
  await desk.getByRole("link", { name: reference }).click();
  await expect(desk.getByText(mistake)).toBeVisible();
  await expect(desk.getByRole("link", { name: "reporter@example.org" })).toBeVisible();
  await expect(desk.getByRole("link", { name: "Edit the listing" })).toBeVisible();
  await desk.getByRole("button", { name: "Accept and publish the note" }).click();
  await expect(desk.getByRole("alert").filter({ hasText: "Write what changed, for everybody to read." })).toBeVisible();
  await desk.getByLabel("Public note: what changed").fill("The phone number now reads as the place gave it to us.");
  await desk.getByRole("button", { name: "Accept and publish the note" }).click();
  await expect(desk.getByText("Saved. Public pages are up to date.")).toBeVisible();

  await page.goto("/corrections");
  const entry = page.getByRole("listitem").filter({ hasText: reference });
  await expect(entry).toContainText("The phone number now reads as the place gave it to us.");
  await expect(page.getByRole("main")).not.toContainText(mistake);
  await expect(page.getByRole("main")).not.toContainText("reporter@example.org");
  await page.goto("/es/corrections");
  await expect(page.getByRole("main")).toContainText(reference);
});
