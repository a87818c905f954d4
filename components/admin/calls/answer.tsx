interface CallAnswerProps {
  /** Of the field. */
  name: string;
  question: string;
  answers: readonly { value: string; label: string }[];
  /** What our records say now. */
  known: string;
  chosen: string | undefined;
  error: string | undefined;
}

const CHOICE =
  "inline-flex min-h-11 cursor-pointer items-center gap-1.5 rounded-md border border-line-strong px-2.5 has-checked:border-accent has-checked:bg-accent-soft";

/** One question with its answers; nothing is chosen until the place has answered. Few short ones stand beside it. */
export function CallAnswer({ name, question, answers, known, chosen, error }: CallAnswerProps) {
  const isShort = answers.length <= 3;
  return (
    <fieldset
      aria-describedby={error ? `${name}-known ${name}-error` : `${name}-known`}
      className={`grid items-center gap-x-4 gap-y-2 p-4 ${isShort ? "sm:grid-cols-[1fr_auto]" : ""}`}
    >
      <legend className="float-left font-semibold sm:contents">
        <span className="sm:col-start-1">{question}</span>
      </legend>
      <p id={`${name}-known`} className="text-sm text-muted sm:col-start-1">
        {known}
      </p>
      <div className={`flex flex-wrap gap-1.5 ${isShort ? "sm:col-start-2 sm:row-span-2 sm:row-start-1" : ""}`}>
        {answers.map(({ value, label }, index) => (
          <label key={value} className={CHOICE}>
            <input
              type="radio"
              id={index === 0 ? name : undefined}
              name={name}
              value={value}
              defaultChecked={chosen === value}
              className="size-4 accent-accent"
            />
            {label}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className={`text-sm font-semibold text-danger ${isShort ? "sm:col-span-2" : ""}`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
