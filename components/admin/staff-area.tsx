"use client";

import type { ComponentProps } from "react";
import { useTranslations } from "use-intl/react";
import { TextArea } from "@/components/ui/field";

/** Who will read the field. */
export type Audience = "public" | "staff";

interface StaffAreaProps extends ComponentProps<typeof TextArea> {
  audience: Audience;
}

/** A field for words, which says beside it who will read them. */
export function StaffArea({ audience, hint, ...rest }: StaffAreaProps) {
  const t = useTranslations("admin.audience");
  const words = (
    <>
      {hint} <strong className="block font-semibold">{t(audience)}</strong>
    </>
  );
  return <TextArea hint={words} {...rest} />;
}
