const NUMBER = /(\d{3}-\d{3}-\d{4})/;

/** A line in which telephone numbers stay whole, where a row can hold them. */
export function WholeNumbers({ children }: { children: string }) {
  return children.split(NUMBER).map((part, at) =>
    at % 2 === 1 ? (
      <span key={part} className="inline-block">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
