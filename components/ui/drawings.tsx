// Drawings of our own, for the few places where a page has room to be kind. One line-weight, and the page's own colors,
// so that they follow the dark scheme and the person's own. They say nothing that a page needs.

import type { ReactNode } from "react";

interface DrawingProps {
  /** How wide it is, and where it stands. */
  className: string;
}

const SOFT = "var(--accent-soft)";
const PAPER = "var(--bg)";

function Drawing({ className, box = "10 0 124 104", children }: DrawingProps & { box?: string; children: ReactNode }) {
  return (
    <svg
      viewBox={box}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={`no-print text-accent ${className}`}
    >
      {children}
    </svg>
  );
}

/** Hills of the county, and a way to a door: for the first page. */
export function Hills({ className }: DrawingProps) {
  return (
    <Drawing className={className} box="0 0 320 120">
      <circle cx="262" cy="40" r="17" fill={SOFT} />
      <path d="M96 96C130 52 158 40 186 54s40 34 64 40" fill={PAPER} />
      <path d="M208 96V66l14-12 14 12v30" fill={PAPER} />
      <path d="M218 92V73h8v19" fill={SOFT} />
      <path d="M4 112C40 86 74 78 112 88s66 14 104-2 74-6 100 26z" fill={SOFT} />
      <path d="M138 108c16-7 38-2 54-6s24-7 29-13" strokeDasharray=".1 7" />
      <path d="M58 85c3-18 1-36-6-52M52 33c-4-9-13-12-21-8M52 33c-9-4-17 1-20 10M52 33c0-10 7-16 16-15M52 33c8-5 16-1 19 7M52 33c5 4 7 10 6 17" />
      <path d="M84 82c2-9 1-18-2-26M82 56c-3-6-8-7-13-4M82 56c-5-2-10 1-12 6M82 56c1-6 5-9 11-8M82 56c5-3 10 0 12 5" />
    </Drawing>
  );
}

/** A glass that looks for a house: for a search that found nothing. */
export function Glass({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <circle cx="62" cy="44" r="33" fill={SOFT} />
      <path d="M31 55c10-12 20-14 30-6s18 8 31-4" />
      <path d="M84 70l6-6 24 22a5.5 5.5 0 0 1-7 8z" fill={PAPER} />
      <path d="M60 48V36l7-6 7 6v15M44 30c2-5 6-8 11-9" />
    </Drawing>
  );
}

/** A pad with a first line: for a list with nothing on it. */
export function Pad({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <path d="M14 94h116" />
      <path d="M40 94V20a6 6 0 0 1 6-6h44a6 6 0 0 1 6 6v74z" fill={SOFT} />
      <path d="M56 14V8M68 14V8M80 14V8" />
      <path d="M54 31l2.5 5 5.5.8-4 3.9 1 5.5-5-2.6-5 2.6 1-5.5-4-3.9 5.5-.8z" fill={PAPER} />
      <path d="M68 39h16M50 58h34M50 72h22" />
      <path d="M92 78l22-34 8 5-22 34-9 5z" fill={PAPER} />
    </Drawing>
  );
}

/** A letter in its envelope: for what was sent. */
export function Letter({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <path d="M34 46l38-30 38 30v46H34z" fill={PAPER} />
      <path d="M44 54V28h56v26L72 74z" fill={SOFT} />
      <path d="M56 38h32M56 48h20" />
      <path d="M34 46l38 28 38-28v46H34z" fill={SOFT} />
      <path d="M34 92l28-25M110 92L82 67M14 92h116" />
    </Drawing>
  );
}

/** A signpost: for a page that is not there. */
export function Signpost({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <path d="M14 94h116" />
      <path d="M72 94V12" />
      <path d="M72 18h38l12 10-12 10H72z" fill={SOFT} />
      <path d="M72 46H38L26 56l12 10h34z" fill={PAPER} />
      <path d="M84 28h20M40 56h20" />
      <path d="M100 94c0-8-2-14-6-18M100 94c0-10 3-17 8-21M52 94c0-6-2-10-5-13" />
    </Drawing>
  );
}

/** Two mugs: for a talk, and for the people behind the site. */
export function Mugs({ className }: DrawingProps) {
  return (
    <Drawing className={className}>
      <path d="M10 92h124" />
      <path d="M26 50h38v30a12 12 0 0 1-12 12H38a12 12 0 0 1-12-12z" fill={SOFT} />
      <path d="M26 58h-4a9 9 0 0 0 0 20h4" />
      <path d="M80 50h38v30a12 12 0 0 1-12 12H92a12 12 0 0 1-12-12z" fill={PAPER} />
      <path d="M118 58h4a9 9 0 0 1 0 20h-4" />
      <path d="M38 38c-4-6 4-8 0-14M51 38c-4-6 4-8 0-14M92 38c-4-6 4-8 0-14M105 38c-4-6 4-8 0-14" />
    </Drawing>
  );
}
