"use client";

import { useTranslations } from "use-intl/react";
import { Notice } from "@/components/ui/notice";
import { DataTable } from "./data-table";

interface ConflictNoticeProps {
  /** Fields that differ, in words, with both sides. */
  differences: { field: string; label: string; saved: string; typed: string }[];
  /** The page to edit the saved state. */
  discardPath: string;
}

/** Both sides of a change that conflicts with another; nothing was overwritten. */
export function ConflictNotice({ differences, discardPath }: ConflictNoticeProps) {
  const t = useTranslations("admin.conflict");
  const words = (text: string) => <span className="whitespace-pre-wrap">{text || "–"}</span>;
  return (
    <div className="space-y-3">
      <Notice tone="warning" title={t("title")} role="alert">
        {t("lead")}
      </Notice>
      {differences.length === 0 ? (
        <p>{t("same")}</p>
      ) : (
        <DataTable
          caption={t("title")}
          columns={(["field", "saved", "typed"] as const).map((key) => ({ key, head: t(key) }))}
          rows={differences.map(({ field, label, saved, typed }) => ({
            id: field,
            cells: [label, words(saved), words(typed)],
          }))}
        />
      )}
      <p>
        <a href={discardPath} className="text-link">
          {t("discard")}
        </a>
      </p>
    </div>
  );
}
