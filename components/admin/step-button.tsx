import { Button } from "@/components/ui/button";

/** The id of a page's form of fields, by which buttons elsewhere on the page belong to it. */
export const EDITOR_FORM = "editor";

interface StepButtonProps {
  /** What the form does with the record once its fields are saved. */
  step: string;
  look?: "primary" | "quiet" | "danger";
  children: string;
}

/**
 * A button that moves a record to another state with the words that stand in its form: it is one of that form's own
 * buttons, so nothing typed is left behind, with scripts or without.
 */
export function StepButton({ step, look = "quiet", children }: StepButtonProps) {
  return (
    <Button look={look} form={EDITOR_FORM} name="step" value={step}>
      {children}
    </Button>
  );
}

/** Before all other buttons of the form: Enter in a field presses the first one, and that saves, whatever stands above. */
export function SaveOnEnter() {
  return <button type="submit" form={EDITOR_FORM} tabIndex={-1} aria-hidden="true" className="sr-only" />;
}
