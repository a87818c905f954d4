import type { RankedProgram } from "@/lib/rankings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const WIDTH = 400;
const MARGIN = 12;
const HEAD = 24;
/** Height of a place's line with its gap. */
const ROW = 3;
/** Between two marks of the scale. */
const STEPS = [10, 25, 50, 100, 250, 500, 1000];
const MAX_MARKS = 6;

interface RangesPlotProps {
  locale: Locale;
  entries: readonly RankedProgram[];
}

/** The ranks of every place, one line each. All lines are three SVG paths, so that two hundred places stay small. */
export function RangesPlot({ locale, entries }: RangesPlotProps) {
  const t = getTranslator(locale, "rankings.stability");
  const rows = entries.flatMap(({ rank, ranks }, index) =>
    ranks ? [{ rank, ...ranks, y: HEAD + (index + 0.5) * ROW }] : [],
  );
  const last = Math.max(2, ...rows.map(({ worst }) => worst));
  const x = (rank: number) => Math.round(10 * (MARGIN + ((rank - 1) * (WIDTH - 2 * MARGIN)) / (last - 1))) / 10;
  const line = (from: number, to: number, y: number) => `M${x(from) - 1} ${y}H${x(to) + 1}`;
  const height = HEAD + rows.length * ROW + 4;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={t("rangesLabel", { count: rows.length })}
      className="mt-3 block w-full max-w-lg"
    >
      {scaleOf(last).map((rank) => (
        <g key={rank}>
          <path d={`M${x(rank)} ${HEAD - 6}V${height}`} className="stroke-line" />
          <text x={x(rank)} y="13" textAnchor="middle" fontSize="13" className="fill-muted">
            {rank}
          </text>
        </g>
      ))}
      <path d={rows.map(({ best, worst, y }) => line(best, worst, y)).join("")} className="stroke-line-strong" />
      <path
        d={rows.map(({ usualBest, usualWorst, y }) => line(usualBest, usualWorst, y)).join("")}
        strokeWidth="2.2"
        className="stroke-accent"
      />
      <path d={rows.map(({ rank, y }) => `M${x(rank) - 1} ${y}h2`).join("")} strokeWidth="3" className="stroke-ink" />
    </svg>
  );
}

/** 1, and the multiples of a round step. */
function scaleOf(last: number): number[] {
  const step = STEPS.find((each) => last / each <= MAX_MARKS) ?? last;
  return [1, ...Array.from({ length: Math.floor(last / step) }, (_, index) => (index + 1) * step)];
}
