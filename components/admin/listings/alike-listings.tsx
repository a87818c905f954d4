"use client";

import { useTranslations } from "use-intl/react";
import { Checkbox } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { fullTitle } from "@/lib/facts/listing-title";
import type { AlikeListing } from "@/lib/listing-table/types";

/** Listings that a new one may be already, each with what speaks for it, and the word that it is none of them. */
export function AlikeListings({ alike }: { alike: readonly AlikeListing[] }) {
  const t = useTranslations("admin");
  return (
    <Notice tone="warning" title={t("listingTable.alikeTitle")} role="alert">
      <p>{t("listingTable.alikeLead")}</p>
      <ul className="my-3 list-disc space-y-2 pl-5">
        {alike.map(({ id, status, signs, ...listing }) => (
          <li key={id}>
            {/* In another tab: what was typed here stays. */}
            <a href={`/admin/listings/${id}`} target="_blank" rel="noreferrer" className="text-link">
              {fullTitle(listing)}
            </a>{" "}
            ({t(`status.${status}`)};{" "}
            {signs
              .map((sign) => (sign === "alike" ? t("listingTable.alikeName") : t(`duplicates.signs.${sign}`)))
              .join(", ")}
            )
          </li>
        ))}
      </ul>
      <input type="hidden" name="others" value={alike.map(({ id }) => id).join(",")} />
      <Checkbox name="isOther" label={t("listingTable.isOther")} />
    </Notice>
  );
}
