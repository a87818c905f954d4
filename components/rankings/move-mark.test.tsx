import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Move } from "@/lib/rankings/moves";
import { MoveMark, moveText } from "./move-mark";

const move = (direction: Move["direction"], from: number | null, to: number | null): Move => {
  return { direction, from, to, causes: [] };
};

test.each([
  [move("up", 8, 5), "↑ 3", "Up 3 ranks since edition 4"],
  [move("down", 5, 6), "↓ 1", "Down 1 rank since edition 4"],
  [move("same", 5, 5), "=", "Same rank as in edition 4"],
  [move("new", null, 5), "new", "New since edition 4"],
  [move("returned", null, 5), "back", "Back in the ranking, which edition 4 left it out of"],
])("a move is a sign for the eye and a sentence for the ear: %j", (moved, sign, words) => {
  const html = renderToStaticMarkup(<MoveMark locale="en" move={moved} since={4} />);
  expect(html).toContain(`<span aria-hidden="true">${sign}</span><span class="sr-only"> ${words}</span>`);
});

test("a place that left has its old rank in words, and no mark in the list", () => {
  expect(renderToStaticMarkup(<MoveMark locale="en" move={move("left", 12, null)} since={4} />)).toBe("");
  expect(moveText("es", move("left", 12, null), 4)).toBe(
    "Ya no está clasificado. Tenía la posición 12 en la edición 4",
  );
});
