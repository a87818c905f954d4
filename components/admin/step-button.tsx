import { Button } from "@/components/ui/button";

/** The id of a page's form, so that buttons elsewhere on the page can belong to it. */
export const EDITOR_FORM = "editor";

interface StepButtonProps {
  /** What happens with the record after the fields are saved. */
  step: string;
  look?: "primary" | "quiet" | "danger";
  children: string;
}

/**
 * A button that moves a record to another state. It belongs to the form with the record's fields, so it sends
 * everything that was typed, with scripts or without.
 */
export function StepButton({ step, look = "quiet", children }: StepButtonProps) {
  return (
    <Button look={look} form={EDITOR_FORM} name="step" value={step}>
      {children}
    </Button>
  );
}

/**
 * Before all other buttons of the form: Enter in a field presses the first button, which must be the one that saves.
 */
export function SaveOnEnter() {
  return <button type="submit" form={EDITOR_FORM} tabIndex={-1} aria-hidden="true" className="sr-only" />;
}
