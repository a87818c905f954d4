export interface GuideAnswer {
  value: string;
  label: string;
  /** Shown when it is chosen. */
  advice?: string | undefined;
}

interface GuideQuestionProps {
  name: string;
  type?: "radio" | "checkbox";
  /** The id of the form its answers belong to, when not the one around it. */
  form?: string;
  title: string;
  hint?: string;
  answers: GuideAnswer[];
  chosen: readonly string[];
}

/** One question. The advice for an answer appears beside it, by CSS alone. */
export function GuideQuestion({ name, type = "radio", form, title, hint, answers, chosen }: GuideQuestionProps) {
  const hintId = `${name}-hint`;
  return (
    <fieldset aria-describedby={hint ? hintId : undefined}>
      <legend className="font-serif text-xl font-semibold">{title}</legend>
      {hint && (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="mt-2 rounded-lg border border-line bg-surface px-4 py-1">
        {answers.map(({ value, label, advice }) => (
          <div
            key={value}
            className="grid grid-cols-[auto_1fr] items-center gap-x-3 border-t border-line first:border-t-0"
          >
            <input
              type={type}
              id={`${name}-${value}`}
              name={name}
              value={value}
              form={form}
              defaultChecked={chosen.includes(value)}
              aria-describedby={advice ? `${name}-${value}-advice` : undefined}
              className="peer size-5 accent-accent"
            />
            <label htmlFor={`${name}-${value}`} className="flex min-h-11 items-center py-2 leading-snug">
              {label}
            </label>
            {advice && (
              <p id={`${name}-${value}-advice`} className="col-start-2 hidden pb-3 text-sm peer-checked:block">
                {advice}
              </p>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
