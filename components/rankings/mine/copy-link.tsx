import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import type { Scale, Weights } from "@/lib/rankings/own-weights";
import { weightsUrl } from "./use-weights";

/** Copies the URL of the page with the weights that are set. */
export function CopyLink({ weighing, weights }: { weighing: Scale; weights: Weights }) {
  const t = useTranslations("mine.copy");
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(new URL(weightsUrl(weighing, weights), location.href).href);
      setOutcome("copied");
    } catch {
      setOutcome("refused");
    }
  }

  return (
    <>
      <Button type="button" look="quiet" onClick={() => void copy()}>
        {t("button")}
      </Button>
      <output className="w-full text-sm text-muted">{outcome && t(outcome)}</output>
    </>
  );
}
