interface PillsProps {
  /** What the links have in common, for screen readers. */
  label: string;
  links: { href: string; label: string; isCurrent?: boolean }[];
}

/** A few links in a row, one of which may be the page itself. */
export function Pills({ label, links }: PillsProps) {
  return (
    <nav aria-label={label} className="no-print mt-4">
      <ul className="flex flex-wrap gap-x-2 gap-y-1">
        {links.map(({ href, label: words, isCurrent }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={isCurrent ? "page" : undefined}
              className="inline-flex min-h-11 items-center rounded-3xl border border-line-strong bg-surface px-3 py-2 text-sm leading-snug font-semibold no-underline hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:underline"
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
