import { Fragment, type ElementType, type ReactNode } from "react";
import { jsx, jsxs } from "react/jsx-runtime";
import { isWhole, splitWhole, wholeClass } from "./split";

interface Props {
  className?: unknown;
  children?: unknown;
}

/** Their content is text and nothing else. */
const TEXT_ONLY = new Set(["option", "title", "textarea", "script", "style", "text", "tspan", "desc"]);
const LAYS_OUT_PARTS = /(?:^|[\s:])(?:inline-)?(?:flex|grid)(?:\s|$)/;

/** The props of an element, its text with whole words; the very same props when it has none. */
export function keepWhole(type: ElementType, props: unknown): { props: unknown; isSplit: boolean } {
  const { children, className } = props as Props;
  if (children == null || (typeof type === "string" ? TEXT_ONLY.has(type) : type !== Fragment))
    return { props, isSplit: false };
  if (typeof children === "string" && type !== Fragment) {
    const parts = splitWhole(children);
    if (parts && isWhole(parts))
      return { props: { ...(props as object), className: joined(className, children) }, isSplit: false };
  }
  const kept = keptChildren(children, typeof className === "string" && LAYS_OUT_PARTS.test(className));
  return kept === children
    ? { props, isSplit: false }
    : { props: { ...(props as object), children: kept }, isSplit: Array.isArray(kept) };
}

/** @param isApart each child is laid out by itself, so a text stays one of them */
function keptChildren(children: unknown, isApart: boolean): unknown {
  if (typeof children === "string") return keptText(children, isApart, 0);
  if (!Array.isArray(children) || !children.some((child) => typeof child === "string" && splitWhole(child)))
    return children;
  return children.map((child: unknown, at) => (typeof child === "string" ? keptText(child, isApart, at) : child));
}

function keptText(text: string, isApart: boolean, at: number): ReactNode {
  const parts = splitWhole(text);
  if (!parts) return text;
  const kept = parts.map((part, index) =>
    index % 2
      ? jsx("span", { className: isApart ? wholeClass(part) : "whole", children: part }, `whole-${index}`)
      : part,
  );
  return jsxs(isApart ? "span" : Fragment, { children: kept.filter((part) => part !== "") }, `kept-${at}`);
}

function joined(className: unknown, word: string): string {
  return [className, wholeClass(word)].filter(Boolean).join(" ");
}
