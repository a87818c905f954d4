"use client";

import { useTranslations } from "use-intl/react";
import { Select, TextField } from "@/components/ui/field";
import type { PostValues } from "@/lib/posts/schema";
import { CREDIT_ROLES } from "@/lib/posts/types";
import { Fieldset } from "../fieldset";
import { StaffArea } from "../staff-area";

interface RowsProps {
  values: PostValues;
  errors: Record<string, string>;
}

/** Empty rows offered after the filled ones; saving brings more. */
const SPARE_ROWS = 2;

export function QuestionRows({ values, errors }: RowsProps) {
  const t = useTranslations("admin.post");
  return (
    <Fieldset audience="public" legend={t("groups.questions")} hint={t("hints.rows")} stacked>
      {rowNumbers(values, "relatedQuestions", "question").map((at) => (
        <div key={at} className="space-y-3 border-b border-line pb-4">
          <TextField {...bind(`relatedQuestions.${at}.question`)} label={t("fields.question", { n: at + 1 })} />
          <StaffArea
            audience="public"
            {...bind(`relatedQuestions.${at}.answer`)}
            label={t("fields.answer", { n: at + 1 })}
            rows={4}
          />
        </div>
      ))}
    </Fieldset>
  );
  function bind(name: string) {
    return { name, defaultValue: values[name] ?? "", error: errors[name] };
  }
}

export function CreditRows({ values, errors }: RowsProps) {
  const t = useTranslations("admin.post");
  return (
    <Fieldset audience="public" legend={t("groups.credits")} hint={`${t("hints.credits")} ${t("hints.rows")}`}>
      {rowNumbers(values, "credits", "name").flatMap((at) => [
        <Select key={`${at}.role`} {...bind(`credits.${at}.role`)} label={t("fields.role", { n: at + 1 })}>
          {CREDIT_ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`creditRole.${role}`)}
            </option>
          ))}
        </Select>,
        <TextField key={`${at}.name`} {...bind(`credits.${at}.name`)} label={t("fields.name", { n: at + 1 })} />,
      ])}
    </Fieldset>
  );
  function bind(name: string) {
    return { name, defaultValue: values[name] ?? "", error: errors[name] };
  }
}

export function ReferenceRows({ values, errors }: RowsProps) {
  const t = useTranslations("admin.post");
  return (
    <Fieldset
      audience="public"
      legend={t("groups.references")}
      hint={`${t("hints.checkedOn")}. ${t("hints.rows")}`}
      stacked
    >
      {rowNumbers(values, "references", "title").map((at) => (
        <div key={at} className="grid gap-3 border-b border-line pb-4 sm:grid-cols-2">
          <TextField {...bind(`references.${at}.title`)} label={t("fields.refTitle", { n: at + 1 })} />
          <TextField {...bind(`references.${at}.publisher`)} label={t("fields.publisher", { n: at + 1 })} />
          <TextField {...bind(`references.${at}.url`)} label={t("fields.url", { n: at + 1 })} type="url" />
          <TextField {...bind(`references.${at}.year`)} label={t("fields.year", { n: at + 1 })} inputMode="numeric" />
          <TextField {...bind(`references.${at}.checkedOn`)} label={t("fields.checkedOn", { n: at + 1 })} />
        </div>
      ))}
    </Fieldset>
  );
  function bind(name: string) {
    return { name, defaultValue: values[name] ?? "", error: errors[name] };
  }
}

/** 0-based numbers of the filled rows of a group and the spare ones after them. */
function rowNumbers(values: PostValues, group: string, field: string): number[] {
  const filled = Object.entries(values).filter(([name, value]) => name.startsWith(`${group}.`) && value !== "");
  const last = Math.max(
    -1,
    ...filled.filter(([name]) => !name.endsWith(".role")).map(([name]) => Number(name.split(".")[1])),
  );
  const offered = Object.keys(values).filter((name) => name.startsWith(`${group}.`) && name.endsWith(`.${field}`));
  return Array.from({ length: Math.max(last + 1 + SPARE_ROWS, offered.length) }, (_, at) => at);
}
