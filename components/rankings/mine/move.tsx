import { useTranslations } from "use-intl/react";

interface MoveProps {
  /** How far the reader's weights move a place: up when above 0. */
  places: number;
  /** An arrow and a figure, without their word. */
  isShort?: boolean;
}

/** A place's move against our own order, with an arrow; nothing when it stays. */
export function Move({ places, isShort = false }: MoveProps) {
  const t = useTranslations("mine.list");
  if (places === 0) return null;
  const isUp = places > 0;
  const by = Math.abs(places);
  return (
    <strong className={isUp ? "text-success" : "text-warning"}>
      <span aria-hidden="true">{isUp ? " ▲ " : " ▼ "}</span>
      {isShort ? by : t(isUp ? "up" : "down", { places: by })}
    </strong>
  );
}
