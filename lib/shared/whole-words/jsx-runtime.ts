// What the compiler calls for each element (`jsxImportSource` in tsconfig.json): React's own, with whole words.

import type { ElementType, Key } from "react";
import { jsx as make, jsxs as makeOfSeveral } from "react/jsx-runtime";
import { keepWhole } from "./keep";

export { Fragment } from "react/jsx-runtime";
export type { JSX } from "react/jsx-runtime";

/** An element with at most one child. */
export function jsx(type: ElementType, given: unknown, key?: Key) {
  const { props, isSplit } = keepWhole(type, given);
  return (isSplit ? makeOfSeveral : make)(type, props, key);
}

/** An element whose children are written out in the source. */
export function jsxs(type: ElementType, given: unknown, key?: Key) {
  return makeOfSeveral(type, keepWhole(type, given).props, key);
}
