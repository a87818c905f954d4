"use client";

import { useTranslations } from "use-intl/react";
import type { SettingFormProps } from "./types";

/** The label of a field of a setting by its name, which also tells whom or which line it belongs to. */
export function useFieldLabels({ lines, people }: Pick<SettingFormProps, "lines" | "people">) {
  const t = useTranslations("admin.settings");
  return (name: string): string => {
    const [first = "", second = "", third = ""] = name.split(".");
    if (first === "crisisNumbers") return `${lines[Number(second)]?.label ?? second}: ${t(third as "number" | "tty")}`;
    const person = people.find(({ role }) => role === first);
    const own = t(`fields.${person && second ? second : first}`);
    return person && second ? `${person.name}: ${own}` : own;
  };
}
