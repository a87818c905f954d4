interface MarkerShapeProps {
  x: number;
  y: number;
  radius: number;
  label: string;
  isRanked: boolean;
  isApproximate: boolean;
}

/** A number or letter in a disk: filled where the address is known, open and dashed where only the ZIP code is. */
export function MarkerShape({ x, y, radius, label, isRanked, isApproximate }: MarkerShapeProps) {
  const filled = isRanked ? "fill-accent" : "fill-muted";
  const lined = isRanked ? "stroke-accent" : "stroke-muted";
  const letters = isApproximate ? "fill-ink" : isRanked ? "fill-accent-ink" : "fill-surface";
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r={radius - 0.75}
        className={isApproximate ? `fill-surface ${lined}` : `${filled} stroke-surface`}
        strokeWidth={isApproximate ? 1.6 : 0.75}
        strokeDasharray={isApproximate ? "2.6 1.7" : undefined}
      />
      <text
        x={x}
        y={y}
        dy="0.35em"
        textAnchor="middle"
        fontSize={radius * (label.length > 2 ? 0.8 : 1.1)}
        className={`font-sans font-bold ${letters}`}
      >
        {label}
      </text>
    </>
  );
}
