import { system } from "@/lib/audit/actor";
import { saveSetting } from "@/lib/settings/mutations";

/** What every mail needs of the settings. */
export async function saveMailSettings(): Promise<void> {
  const numbers = [
    { key: "emergency" as const, number: "911" },
    { key: "lifeline" as const, number: "988" },
    { key: "samhsa" as const, number: "1-800-662-4357" },
  ];
  await saveSetting(system("seed"), "crisisNumbers", numbers, "2026-11-22");
  await saveSetting(system("seed"), "teamContact", { email: "hello@example.com", phone: null }, "2026-11-22");
  await saveSetting(system("seed"), "footerCredits", { crafted: "A", polished: "B", evaluated: "C" }, "2026-11-22");
}
