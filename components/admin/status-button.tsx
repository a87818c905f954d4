import { Button } from "@/components/ui/button";

interface StatusButtonProps {
  id: string;
  /** The version on screen; a newer one refuses the change. */
  version: number;
  look?: "primary" | "quiet" | "danger";
  action: (form: FormData) => Promise<void>;
  children: string;
}

/** One button that moves a listing or a post to another state. */
export function StatusButton({ id, version, look = "quiet", action, children }: StatusButtonProps) {
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button look={look}>{children}</Button>
    </form>
  );
}
