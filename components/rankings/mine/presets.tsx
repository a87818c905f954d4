import { useTranslations } from "use-intl/react";
import { MAX_WEIGHT, type Weights } from "@/lib/rankings/own-weights";

export interface OfferedPreset {
  key: string;
  name: string;
  /** The group of criteria that it raises. */
  group: string;
  /** The criterion that the reader has in mind; null when it is the whole group. */
  part: { criterion: string; points: number } | null;
  /** The points of the group. */
  whole: number;
  /** The search for places that offer it; null when no filter means the same. */
  searchPath: string | null;
  weights: Weights;
}

interface MinePresetsProps {
  presets: OfferedPreset[];
  weights: Weights;
  onChoose: (weights: Weights) => void;
}

/** Weights to begin with, on a phone in one row that moves sideways. */
export function MinePresets({ presets, weights, onChoose }: MinePresetsProps) {
  const t = useTranslations("mine.presets");
  const chosen = chosenOf(presets, weights);
  return (
    <fieldset aria-describedby="preset-explanation" className="min-w-0">
      <legend className="font-semibold max-lg:sr-only">{t("title")}</legend>
      <ul className="mt-1 -ml-1 flex gap-1.5 overflow-x-auto py-1 pl-1 whitespace-nowrap lg:flex-wrap">
        {presets.map((preset) => (
          <li key={preset.key}>
            <button
              type="button"
              className="min-h-11 rounded-full border border-line-strong bg-surface px-3.5 text-sm font-semibold hover:bg-accent-soft aria-pressed:border-accent aria-pressed:bg-accent-soft"
              aria-pressed={preset === chosen}
              onClick={() => onChoose(preset.weights)}
            >
              {preset.name}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/**
 * What the chosen preset did. It stands below the sliders: above them it would push away the one that a reader moves,
 * whenever the weights happen to be those of a preset.
 */
export function PresetExplanation({ presets, weights }: Pick<MinePresetsProps, "presets" | "weights">) {
  const t = useTranslations("mine.presets");
  const chosen = chosenOf(presets, weights);
  return (
    <div className={chosen ? "" : "sr-only lg:not-sr-only"}>
      <p id="preset-explanation" className="text-sm text-muted">
        {chosen ? t("does", { group: chosen.group, weight: MAX_WEIGHT }) : t("explanation")}{" "}
        {chosen?.part && t("part", { ...chosen.part, whole: chosen.whole })}
      </p>
      {chosen?.searchPath && (
        <a href={chosen.searchPath} className="text-link inline-flex min-h-11 items-center text-sm">
          {t("search")}
        </a>
      )}
    </div>
  );
}

function chosenOf(presets: OfferedPreset[], weights: Weights): OfferedPreset | undefined {
  return presets.find((preset) => preset.weights.every((weight, index) => weight === weights[index]));
}
