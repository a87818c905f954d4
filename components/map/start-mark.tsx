/** Where somebody asked from: a cross in a ring, which no place has. */
export function StartMark({ x, y }: { x: number; y: number }) {
  return (
    <>
      <circle cx={x} cy={y} r={8} className="fill-none stroke-danger" strokeWidth={2} />
      <path d={`M${x - 12} ${y}h24M${x} ${y - 12}v24`} className="stroke-danger" strokeWidth={2} />
    </>
  );
}
