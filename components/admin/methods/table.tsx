import { Button } from "@/components/ui/button";
import { startDraftAction } from "@/lib/methods/actions";
import type { MethodRow } from "@/lib/methods/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { DataTable } from "../data-table";
import { MethodBadge } from "./badge";
import { Moment } from "../moment";

interface MethodTableProps {
  locale: Locale;
  methods: MethodRow[];
}

/** Every version of the method, and the button for the next one. */
export function MethodTable({ locale, methods }: MethodTableProps) {
  const t = getTranslator(locale, "admin.ranking");
  const columns = ["version", "status", "published", "editions", "changelog"] as const;
  const draft = methods.find(({ status }) => status !== "published");
  return (
    <>
      <DataTable
        caption={t("methods")}
        columns={columns.map((key) => ({ key, head: t(`columns.${key}`) }))}
        rows={methods.map(({ version, status, reviewRequestedAt, publishedAt, editionCount, changelog }) => ({
          id: String(version),
          cells: [
            <MethodLink key="version" version={version} isPublished={status === "published"} />,
            <MethodBadge key="status" locale={locale} status={status} isHandedIn={reviewRequestedAt !== null} />,
            publishedAt && <Moment key="published" locale={locale} at={publishedAt} />,
            editionCount,
            <p key="changelog" className="max-w-prose min-w-64">
              {changelog}
            </p>,
          ],
        }))}
      />
      {!draft && (
        <form action={startDraftAction} className="space-y-3">
          <p className="max-w-prose text-muted">{t("draftLead")}</p>
          <Button look="quiet">{t("startDraft")}</Button>
        </form>
      )}
    </>
  );
}

function MethodLink({ version, isPublished }: { version: number; isPublished: boolean }) {
  const path = isPublished ? "/rankings/method" : "/admin/rankings/methods";
  return (
    <a href={`${path}/${version}`} className="text-link inline-flex min-h-11 min-w-11 items-center">
      {version}
    </a>
  );
}
