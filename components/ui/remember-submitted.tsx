"use client";

import { useEffect } from "react";
import { rememberSubmitted } from "./send-as-page";

/** Is once in a layout whose error page calls `sendLastAsPage`. */
export function RememberSubmitted() {
  useEffect(() => {
    document.addEventListener("submit", rememberSubmitted, { capture: true });
    return () => document.removeEventListener("submit", rememberSubmitted, { capture: true });
  }, []);
  return null;
}
