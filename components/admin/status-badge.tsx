import { Badge } from "@/components/ui/badge";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const TONE = { draft: "warning", published: "success", archived: "plain" } as const;

/** Whether the public sees it. */
export function StatusBadge({ locale, status }: { locale: Locale; status: keyof typeof TONE }) {
  return <Badge tone={TONE[status]}>{getTranslator(locale, "admin.status")(status)}</Badge>;
}
