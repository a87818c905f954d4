import { Badge } from "@/components/ui/badge";
import type { MethodRow } from "@/lib/methods/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const TONE = { draft: "warning", handedIn: "accent", reviewed: "success", published: "plain" } as const;

interface MethodBadgeProps {
  locale: Locale;
  status: MethodRow["status"];
  /** A draft that waits for its review. */
  isHandedIn: boolean;
}

/** The state of a method. */
export function MethodBadge({ locale, status, isHandedIn }: MethodBadgeProps) {
  const step = status === "draft" && isHandedIn ? "handedIn" : status;
  return <Badge tone={TONE[step]}>{getTranslator(locale, "admin.ranking.methodStatus")(step)}</Badge>;
}
