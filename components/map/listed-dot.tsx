import type { ReactNode } from "react";

interface ListedDotProps {
  x: number;
  y: number;
  isApproximate: boolean;
  children?: ReactNode;
}

const RADIUS = 2.2;

/** A place that the state's list alone names: filled where the address is known, open where only the ZIP code is. */
export function ListedDot({ x, y, isApproximate, children }: ListedDotProps) {
  return (
    <circle
      cx={x}
      cy={y}
      r={RADIUS}
      className={isApproximate ? "fill-surface stroke-muted" : "fill-muted stroke-surface"}
      strokeWidth={isApproximate ? 0.9 : 0.5}
    >
      {children}
    </circle>
  );
}
