import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import SourcesPage from "@/app/admin/sources/page";
import { system } from "@/lib/audit/actor";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { publishEdition } from "@/lib/rankings/mutations";
import { getNewestEdition } from "@/lib/rankings/queries";
import { dhcsLicenses } from "@/lib/refreshes/adapters/dhcs-licenses";
import { acceptProposal, refreshSource } from "@/lib/refreshes/jobs";
import { listProposals } from "@/lib/refreshes/queries";
import { resultLines } from "@/lib/refreshes/refresh-report";
import type { RefreshResult } from "@/lib/refreshes/types";
import type { Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";
import { STATE_LIST } from "../support/import-files";
import { ckanPackage, layerFile, publisher } from "../support/publisher";
import { browser } from "../support/staff-request";
import { as, signInTwo } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase({ seeded: true });
const server = publisher();
let result: RefreshResult;

/** Every second license of the county is gone from the newer list. */
beforeAll(async () => {
  await signInTwo();
  server.answers["/api/3/action/package_show"] = ckanPackage({ format: "CSV", url: `${server.origin}/list.csv` });
  server.answers["/list.csv"] = layerFile(STATE_LIST, (row, at) => {
    return row.county === "Los Angeles County" && at % 2 === 0 ? null : row;
  });
  result = await refreshSource(system("refresh"), dhcsLicenses(server.origin));
});

async function page(locale: Locale): Promise<string> {
  browser.headers.set("accept-language", locale);
  const shown = await as("second", () => SourcesPage());
  return "answer" in shown ? renderToStaticMarkup(shown.answer) : "";
}

test("staff see each source, what came of the last look, and the proposal with the command that takes it", async () => {
  const [proposal] = await listProposals();
  const html = await page("en");
  expect(html.match(/<h2/g)?.length).toBe(3);
  expect(html).toContain("There is a newer edition");
  expect(html).toContain(`npm run refresh -- --accept ${proposal?.number}`);
  const { leaves = [] } = proposal?.effect ?? {};
  expect(leaves.length).toBeGreaterThan(20);
  expect(html).toContain("What it would change of the ranking");
  expect(html).toContain(`Leave the list: ${leaves.length}`);
  for (const { id } of leaves) expect(html).toContain(`href="/admin/listings/${id}"`);
  expect(html).toContain("Nobody has looked yet");
  expect(html).toContain("2024, facts as of 2023");
  expect(await page("es")).toMatch(/Hay una edición nueva.*Para aceptarla:/s);
});

test("the effect on the ranking is what the next edition then is", async () => {
  const before = await getNewestEdition();
  const effect = result.outcome === "proposed" ? result.effect : null;
  expect(effect?.since).toBe(before?.number);
  expect(effect?.leaves.length).toBeGreaterThan(20);
  expect(resultLines(result).join("\n")).toMatch(/leave: \d+\n.*was rank \d+; no_current_authorization/);
  expect((await getNewestEdition())?.number).toBe(before?.number);

  const [proposal] = await listProposals();
  await acceptProposal(system("refresh"), proposal?.number ?? 0, { confirm: true });
  await publishEdition(system("rank"), { area: SERVED_COUNTY });
  const after = await getNewestEdition();
  expect(after?.entries.length).toBe(effect?.ranked.to);
  expect(after?.inputsChecksum).toBe(effect?.checksum.to);
});
