import { Badge } from "@/components/ui/badge";
import type { InquiryStatus } from "@/lib/inquiries/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const TONE = { new: "accent", in_progress: "warning", waiting: "warning", done: "success", spam: "plain" } as const;

export function InquiryBadge({ locale, status }: { locale: Locale; status: InquiryStatus }) {
  return <Badge tone={TONE[status]}>{getTranslator(locale, "admin.inquiry.status")(status)}</Badge>;
}
