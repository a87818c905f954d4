import { MARKER_RADIUS } from "@/lib/map/drawing";

interface MarkerShapeProps {
  x: number;
  y: number;
  number: number;
  isRanked: boolean;
  isApproximate: boolean;
}

/** A number in a disk: filled where the address is known, open and dashed where only the ZIP code is. */
export function MarkerShape({ x, y, number, isRanked, isApproximate }: MarkerShapeProps) {
  const filled = isRanked ? "fill-accent" : "fill-muted";
  const lined = isRanked ? "stroke-accent" : "stroke-muted";
  const digits = isApproximate ? "fill-ink" : isRanked ? "fill-accent-ink" : "fill-surface";
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r={MARKER_RADIUS - 0.8}
        className={isApproximate ? `fill-surface ${lined}` : `${filled} stroke-surface`}
        strokeWidth={isApproximate ? 1.8 : 0.8}
        strokeDasharray={isApproximate ? "3.2 2" : undefined}
      />
      <text
        x={x}
        y={y}
        dy="0.35em"
        textAnchor="middle"
        fontSize={number > 99 ? 12 : 14}
        className={`font-sans font-bold ${digits}`}
      >
        {number}
      </text>
    </>
  );
}
