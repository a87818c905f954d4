import { editionDate } from "@/lib/sources/source-edition";
import { toProgramFile } from "../certified-programs";
import type { SourceAdapter } from "../types";

const DIRECTORY = "/find-help/locators/opioid-treatment-program-directory";

/** SAMHSA's list of certified opioid treatment programs, as it stands at the moment. */
export function samhsaOtp(origin = "https://www.samhsa.gov"): SourceAdapter {
  const landingUrl = origin + DIRECTORY;
  return {
    key: "samhsa-otp",
    publisher: "Substance Abuse and Mental Health Services Administration",
    title: "Opioid Treatment Program Directory",
    landingUrl,
    cadence: "live",
    license: "public_domain",
    feeds: null,
    maxBytes: 5_000_000,
    hosts: [new URL(origin).host],
    locate: () => Promise.resolve({ url: `${landingUrl}/export?page&_format=csv` }),
    // "samhsa" only tells how a day is read: the list is no edition of the directory.
    editionOf: (_url, fetchedOn) => ({ edition: fetchedOn, date: editionDate("samhsa", fetchedOn) }),
    toFile: toProgramFile,
  };
}
