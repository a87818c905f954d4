// The same as ./jsx-runtime while pages are developed and tested: React checks more there.

import type { ElementType, Key } from "react";
import { jsxDEV as make, type JSXSource } from "react/jsx-dev-runtime";
import { keepWhole } from "./keep";

export { Fragment } from "react/jsx-dev-runtime";
export type { JSX } from "react/jsx-dev-runtime";

/** @param isStatic the children are written out in the source */
export function jsxDEV(
  type: ElementType,
  given: unknown,
  key: Key | undefined,
  isStatic: boolean,
  source?: JSXSource,
  self?: unknown,
) {
  const { props, isSplit } = keepWhole(type, given);
  return make(type, props, key, isStatic || isSplit, source, self);
}
