import { expect, test } from "vitest";
import { readPosition } from "./stated-position";

test("a place near its ZIP is where the row says", () => {
  expect(readPosition("34.05", "-118.24", "90012")).toEqual({ latitude: 34.05, longitude: -118.24 });
});

test.each([
  ["0/0", "0", "0"],
  ["no sign", "34.05", "118.24"],
  ["swapped", "-118.24", "34.05"],
  ["swapped, without its sign", "118.24", "34.05"],
  ["both negative", "-34.05", "-118.24"],
  ["in another country", "51.5", "-0.12"],
  ["in another state", "40.71", "-74.0"],
  ["in California, and far from its ZIP", "41.72", "-122.64"],
  ["beyond the poles", "134.05", "-118.24"],
  ["half", "34.05", ""],
  ["a word", "north", "west"],
  ["blank", "", ""],
])("%s is no position", (_, latitude, longitude) => {
  expect(readPosition(latitude, longitude, "90012")).toBeNull();
});
