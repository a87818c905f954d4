import { holdScripts, untilHydrated } from "../../support/page-watch";
import {
  ageCorrection,
  CORRECTED,
  CORRECTION_REFERENCE,
  correctionReference,
  fillCorrection,
  newMistake,
  send,
  typeCorrection,
} from "../../support/public-forms";
import { answerOf } from "../../support/staff-browser";
import { expect, test, type Page } from "../../support/writing-test";

/** Longer than a report may be. */
const TOO_LONG = "x".repeat(2001);

function postsOf(page: Page): string[] {
  const posts: string[] = [];
  page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
  return posts;
}

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

    test("a form that lacks something lists each problem, keeps what was typed, and is sent when it is mended", async ({
      page,
    }) => {
      const mistake = `Palabras que no deben perderse.\n${newMistake()}`;
      await page.goto(`/es${CORRECTED}/correction`);
      await page.getByLabel("¿De qué se trata?").selectOption({ label: "Medicamentos" });
      await page.getByLabel("¿Qué está mal?").fill(mistake);
      await page.getByLabel("¿Qué es lo correcto? (opcional)").fill(TOO_LONG);
      await page.getByLabel("¿Dónde podemos comprobarlo? (opcional)").fill("Llamé el lunes");
      await page.getByLabel("Correo electrónico (opcional)").fill("ana@");
      await ageCorrection(page, { scripts });
      await page.getByRole("button", { name: "Enviar" }).click();
      const summary = page.getByRole("alert").filter({ hasText: "Hay un problema" });
      await expect(summary.getByRole("link")).toHaveText([
        "Acorte el texto a 2,000 caracteres o menos",
        "Elija cómo lo sabe",
        "Escriba un correo electrónico como nombre@example.com o deje el campo vacío",
      ]);
      for (const field of ["right", "grounds", "email"]) {
        await expect(summary.locator(`a[href="#${field}"]`)).toBeVisible();
        await expect(page.locator(`#${field}`)).toHaveAttribute("aria-invalid", "true");
        await expect(page.locator(`#${field}`)).toHaveAttribute("aria-describedby", new RegExp(`${field}-error`));
      }
      await expect(page.getByLabel("¿De qué se trata?")).toHaveValue("medication");
      await expect(page.getByLabel("¿Qué está mal?")).toHaveValue(mistake);
      await expect(page.getByLabel("¿Qué es lo correcto? (opcional)")).toHaveValue(TOO_LONG);
      await expect(page.getByLabel("¿Dónde podemos comprobarlo? (opcional)")).toHaveValue("Llamé el lunes");
      await expect(page.getByLabel("Correo electrónico (opcional)")).toHaveValue("ana@");
      await page.getByLabel("¿Qué es lo correcto? (opcional)").fill("Metadona, no naltrexona");
      await page.getByLabel("¿Cómo lo sabe?").selectOption({ label: "Trabajo allí" });
      await page.getByLabel("Correo electrónico (opcional)").fill("ana@example.org");
      await page.getByRole("button", { name: "Enviar" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gracias. Recibimos su reporte.");
    });

    test("going back and sending the same again leads to the same reference", async ({ page }) => {
      const mistake = newMistake();
      await page.goto(`${CORRECTED}/correction`);
      const references: string[] = [];
      for (let times = 0; times < 2; times += 1) {
        await fillCorrection(page, { mistake, scripts });
        await send(page);
        references.push(await correctionReference(page));
        await page.goBack();
        await page.waitForURL(/correction$/);
      }
      expect(references[1]).toBe(references[0]);
    });

    test("who leaves the form and comes back finds what they typed", async ({ page }) => {
      const mistake = newMistake();
      await page.goto(`${CORRECTED}/correction`);
      await fillCorrection(page, { mistake, scripts });
      await page.getByRole("link", { name: "See what we have corrected" }).click();
      await expect(page).toHaveURL(/\/corrections$/);
      await page.goBack();
      if (scripts) await untilHydrated(page);
      await expect(page.getByLabel("What is it about?")).toHaveValue("contact");
      await expect(page.getByLabel("What is wrong?")).toHaveValue(mistake);
      await send(page);
      expect(await correctionReference(page)).toMatch(CORRECTION_REFERENCE);
    });
  });
}

test("the browser finds what is wrong before anything is sent, and its summary takes the focus each time", async ({
  page,
}) => {
  await page.goto(`${CORRECTED}/correction`);
  await page.getByLabel("What is wrong?").fill("Words that must not be lost");
  await ageCorrection(page);
  const posts = postsOf(page);
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await send(page);
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: "Choose what it is about" }).click();
  await expect(page.getByLabel("What is it about?")).toBeFocused();
  await send(page);
  await expect(summary).toBeFocused();
  await expect(page.getByLabel("What is wrong?")).toHaveValue("Words that must not be lost");
  expect(posts).toEqual([]);
});

test("a double click sends one report, and sends nothing twice when no answer comes", async ({ page, context }) => {
  await page.goto(`${CORRECTED}/correction`);
  await fillCorrection(page);
  const posts = postsOf(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Send" }).dblclick();
  await expect(page.getByText("We did not get an answer")).toBeVisible();
  expect(posts).toHaveLength(1);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Send" }).dblclick();
  expect(await correctionReference(page)).toMatch(CORRECTION_REFERENCE);
  expect(posts).toHaveLength(2);
});

test("what was typed before the scripts arrived stays, and is sent", async ({ page }) => {
  const { release } = await holdScripts(page);
  await page.goto(`${CORRECTED}/correction`, { waitUntil: "commit" });
  const mistake = newMistake();
  await typeCorrection(page, mistake);
  await page.getByLabel("Email (optional)").fill("reporter@example.org");
  release();
  await ageCorrection(page);
  await expect(page.getByLabel("What is it about?")).toHaveValue("contact");
  await expect(page.getByLabel("What is wrong?")).toHaveValue(mistake);
  await expect(page.getByLabel("How do you know?")).toHaveValue("asked_them");
  await expect(page.getByLabel("Email (optional)")).toHaveValue("reporter@example.org");
  await send(page);
  expect(await correctionReference(page)).toMatch(CORRECTION_REFERENCE);
});

test("what was mended before the scripts arrived is checked as it stands", async ({ page }) => {
  const { release } = await holdScripts(page);
  await page.goto(`${CORRECTED}/correction`, { waitUntil: "commit" });
  await typeCorrection(page, TOO_LONG);
  await send(page);
  await expect(page.getByRole("link", { name: "Shorten this to 2,000 characters or fewer" })).toBeVisible();
  const mistake = newMistake();
  await page.getByLabel("What is wrong?").fill(mistake);
  await page.getByLabel("What is it about?").selectOption({ label: "Medications" });
  // So that nothing more happens in the box above.
  await page.getByLabel("Email (optional)").fill("reporter@example.org");
  release();
  await ageCorrection(page);
  await expect(page.getByLabel("What is wrong?")).toHaveValue(mistake);
  await expect(page.getByLabel("What is it about?")).toHaveValue("medication");
  await expect(page.getByLabel("How do you know?")).toHaveValue("asked_them");
  await send(page);
  expect(await correctionReference(page)).toMatch(CORRECTION_REFERENCE);
});

test("a server that cannot be reached leaves what was typed in the form, which can be sent again", async ({
  page,
  context,
}) => {
  await page.goto(`${CORRECTED}/correction`);
  const mistake = newMistake();
  await fillCorrection(page, { mistake });
  for (let times = 0; times < 2; times += 1) {
    await context.setOffline(true);
    await send(page);
    await expect(page.locator(":focus")).toContainText("We did not get an answer");
    await expect(page.getByLabel("What is it about?")).toHaveValue("contact");
    await expect(page.getByLabel("What is wrong?")).toHaveValue(mistake);
    await expect(page.getByLabel("How do you know?")).toHaveValue("asked_them");
    await page.getByLabel("What is wrong?").focus();
  }
  await context.setOffline(false);
  await send(page);
  expect(await correctionReference(page)).toMatch(CORRECTION_REFERENCE);
});

test("the form of a place that never was leads to its 404, and the log has no page that is not there", async ({
  request,
}) => {
  expect(await answerOf(request, "/listings/no-such-place/correction")).toBe("307 /listings/no-such-place");
  expect((await request.get("/es/listings/no-such-place/correction")).status()).toBe(404);
  expect((await request.get("/corrections/page/99")).status()).toBe(404);
});

test("staff open a report beside the listing, accept it without a change, and everybody reads why", async ({
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
  await expect(desk.getByLabel("Phone", { exact: true })).toBeVisible();
  await desk.getByRole("button", { name: "Save and accept" }).click();
  await expect(desk.getByRole("alert").filter({ hasText: "Change something on the listing" })).toBeVisible();
  await desk.getByLabel("Nothing to change; the note says why").check();
  await desk.getByLabel("Note for the public log").fill("The page said so already.");
  await desk.getByRole("button", { name: "Save and accept" }).click();
  await expect(desk.getByText("Saved. Public pages are up to date.")).toBeVisible();

  await page.goto("/corrections");
  const entry = page.getByRole("listitem").filter({ hasText: reference });
  await expect(entry).toContainText("The page said so already.");
  await expect(page.getByRole("main")).not.toContainText(mistake);
  await expect(page.getByRole("main")).not.toContainText("reporter@example.org");
  await page.goto("/es/corrections");
  await expect(page.getByRole("main")).toContainText(reference);
});
