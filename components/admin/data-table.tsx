import type { ReactNode } from "react";

const CELL = "border-b border-line px-3 py-2 text-left align-top";

interface Column {
  key: string;
  /** The words of the header, or a link that sorts. */
  head: ReactNode;
  sort?: "ascending" | "descending" | undefined;
}

interface DataTableProps {
  caption: string;
  columns: Column[];
  /** One row each, its cells in the order of the columns; the first names the row. */
  rows: { id: string; cells: ReactNode[] }[];
  /** A box in front of each row, which sends its id: the names of the field, of the column, and of each box. */
  choice?: { name: string; head: string; labels: ReadonlyMap<string, string> };
}

/** A table that scrolls sideways on a phone instead of breaking the page. */
export function DataTable({ caption, columns, rows, choice }: DataTableProps) {
  return (
    // With `relative`, words for screen readers do not widen the page.
    <section
      className="relative overflow-x-auto rounded-md border border-line bg-surface"
      aria-label={caption}
      // The keyboard must reach everything that scrolls.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className="w-full text-sm wrap-normal">
        <caption className="sr-only">{caption}</caption>
        <thead className="bg-sunken">
          <tr>
            {choice && (
              <th scope="col" className={CELL}>
                <span className="sr-only">{choice.head}</span>
              </th>
            )}
            {columns.map(({ key, head, sort }) => (
              <th key={key} scope="col" aria-sort={sort} className={`${CELL} font-semibold whitespace-nowrap`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [first, ...others] }) => (
            <tr key={id} className="hover:bg-accent-soft">
              {choice && (
                <td className={CELL}>
                  <input
                    type="checkbox"
                    name={choice.name}
                    value={id}
                    aria-label={choice.labels.get(id)}
                    className="m-1.5 size-6 accent-accent"
                  />
                </td>
              )}
              <th scope="row" className={`${CELL} font-semibold`}>
                {first}
              </th>
              {others.map((cell, at) => (
                <td key={columns[at + 1]?.key} className={CELL}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
