import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import type { Weights } from "@/lib/rankings/own-weights";

export interface OfferedPreset {
  key: string;
  name: string;
  /** What it does, in plain words. */
  explanation: string;
  /** The search for places that offer it; null when no filter means the same. */
  searchPath: string | null;
  weights: Weights;
}

interface MinePresetsProps {
  presets: OfferedPreset[];
  weights: Weights;
  onChoose: (weights: Weights) => void;
}

/** Weights to begin with, on a phone in one row that moves sideways. The chosen one says what it did. */
export function MinePresets({ presets, weights, onChoose }: MinePresetsProps) {
  const t = useTranslations("mine.presets");
  const isChosen = (preset: OfferedPreset) => preset.weights.every((weight, index) => weight === weights[index]);
  const chosen = presets.find(isChosen);
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{t("title")}</legend>
      <ul className="mt-1 -ml-1 flex gap-1.5 overflow-x-auto py-1 pl-1 lg:flex-wrap">
        {presets.map((preset) => (
          <li key={preset.key}>
            <Button
              type="button"
              look={preset === chosen ? "primary" : "quiet"}
              className="px-3! text-sm whitespace-nowrap"
              aria-pressed={preset === chosen}
              aria-describedby="preset-explanation"
              onClick={() => onChoose(preset.weights)}
            >
              {preset.name}
            </Button>
          </li>
        ))}
      </ul>
      <p id="preset-explanation" className={`mt-1 text-sm text-muted ${chosen ? "" : "sr-only lg:not-sr-only"}`}>
        {chosen?.explanation ?? t("explanation")}
      </p>
      {chosen?.searchPath && (
        <a href={chosen.searchPath} className="text-link inline-flex min-h-11 items-center text-sm">
          {t("search")}
        </a>
      )}
    </fieldset>
  );
}
