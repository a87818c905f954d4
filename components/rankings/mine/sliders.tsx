import { useState } from "react";
import { useTranslations } from "use-intl/react";
import type { Weighing } from "@/lib/rankings/weighing";
import { MAX_WEIGHT, shareOf, type Weights } from "@/lib/rankings/own-weights";

interface MineSlidersProps {
  groups: Weighing["groups"];
  weights: Weights;
  onChange: (weights: Weights) => void;
  onReset: () => void;
  /** What the groups mean comes with the scripts: without them nobody needs it. */
  isReady: boolean;
}

/**
 * A slider and a number for each group of criteria, always equal, in one line, so that a phone shows them together; in
 * more where text of double size leaves no room.
 */
export function MineSliders({ groups, weights, onChange, onReset, isReady }: MineSlidersProps) {
  const t = useTranslations("mine.sliders");
  const set = (index: number, weight: number) => onChange(weights.map((each, at) => (at === index ? weight : each)));
  return (
    <fieldset className="min-w-0">
      <legend className="font-semibold">{t("title")}</legend>
      <ul className="tabular mt-1 [&_input]:scroll-mb-40">
        {groups.map((group, index) => (
          <li key={group.key} className="flex flex-wrap items-center gap-x-3">
            <Slider
              group={group}
              weight={weights[index] ?? 0}
              share={shareOf(weights, index)}
              isExplained={isReady}
              onChange={(weight) => set(index, weight)}
            />
          </li>
        ))}
      </ul>
      <button type="button" className="text-link float-end min-h-11 text-sm font-semibold" onClick={onReset}>
        {t("reset")}
      </button>
      <details>
        <summary className="inline-flex min-h-11 items-center text-sm font-medium text-accent underline">
          {t("groups")}
        </summary>
        <dl className="text-sm">
          {isReady &&
            groups.map(({ key, name, explanation }) => (
              <div key={key} className="border-t border-line py-1.5">
                <dt className="font-medium">{name}</dt>
                <dd id={hintId(key)} className="text-muted">
                  {explanation}
                </dd>
              </div>
            ))}
        </dl>
      </details>
    </fieldset>
  );
}

const hintId = (key: string) => `weight-${key}-hint`;

interface SliderProps {
  group: Weighing["groups"][number];
  weight: number;
  share: number;
  /** The page says what the group means. */
  isExplained: boolean;
  onChange: (weight: number) => void;
}

function Slider({ group, weight, share, isExplained, onChange }: SliderProps) {
  const t = useTranslations("mine.sliders");
  const id = `weight-${group.key}`;
  return (
    <>
      <span className="w-27 text-sm leading-tight">
        <label htmlFor={id} className="font-medium">
          {group.name}
        </label>{" "}
        <span className="text-muted">{t("share", { share })}</span>
      </span>
      <input
        id={id}
        type="range"
        min={0}
        max={MAX_WEIGHT}
        value={weight}
        aria-valuetext={t("value", { weight, share })}
        aria-describedby={isExplained ? hintId(group.key) : undefined}
        className="h-11 min-w-20 flex-1 accent-accent"
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <WeightNumber label={t("number", { group: group.name })} weight={weight} onChange={onChange} />
    </>
  );
}

interface WeightNumberProps {
  label: string;
  weight: number;
  onChange: (weight: number) => void;
}

/** The field keeps what is typed until the reader leaves it; whole numbers within bounds count at once. */
function WeightNumber({ label, weight, onChange }: WeightNumberProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="number"
      inputMode="numeric"
      min={0}
      max={MAX_WEIGHT}
      aria-label={label}
      value={typed ?? weight}
      className="h-10 w-16 rounded-md border border-line-strong bg-surface px-2 text-right"
      onChange={({ target: { value } }) => {
        setTyped(value);
        if (/^\d{1,3}$/.test(value) && Number(value) <= MAX_WEIGHT) onChange(Number(value));
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
