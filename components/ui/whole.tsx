import { Fragment } from "react";

const WHOLE = /\d{3}-\d{3}-\d{4}|Medi-Cal/g;

/** A text in which telephone numbers, where a row can hold them, and Medi-Cal stay whole: lines break at a hyphen else. */
export function Whole({ children: text }: { children: string }) {
  const found = [...text.matchAll(WHOLE)].map(({ 0: word, index }) => ({ word, index, end: index + word.length }));
  return (
    <>
      {found.map(({ word, index }, at) => (
        <Fragment key={index}>
          {text.slice(found[at - 1]?.end ?? 0, index)}
          <span className={word === "Medi-Cal" ? "whole" : "whole-number"}>{word}</span>
        </Fragment>
      ))}
      {text.slice(found.at(-1)?.end ?? 0)}
    </>
  );
}
