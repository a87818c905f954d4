import { Badge } from "@/components/ui/badge";
import type { CorrectionStatus } from "@/lib/corrections/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const TONE = { new: "accent", accepted: "success", declined: "plain", spam: "warning" } as const;

export function CorrectionBadge({ locale, status }: { locale: Locale; status: CorrectionStatus }) {
  return <Badge tone={TONE[status]}>{getTranslator(locale, "admin.correction.status")(status)}</Badge>;
}
