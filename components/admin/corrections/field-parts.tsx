import { useTranslations } from "use-intl/react";
import { Select, TextField } from "@/components/ui/field";
import { FIELD_PARTS, PART_FIELDS, type FieldPart, type TypedField } from "@/lib/desk/acceptance";
import type { ListingKind } from "@/lib/facts/kind";
import { StaffArea } from "../staff-area";
import { Part } from "./part";

interface FieldPartsProps {
  /** The listing's, or what was typed. */
  values: Record<TypedField, string>;
  errors: Record<string, string>;
  /** The kinds of care in words. */
  kinds: Record<ListingKind, string>;
  /** What the report is about. */
  open: readonly FieldPart[];
}

/** The fields of the listing: first and open what the report is about, then the rest, folded unless something is wrong. */
export function FieldParts({ values, errors, kinds, open }: FieldPartsProps) {
  const t = useTranslations("admin.listing");
  const parts = [...open, ...FIELD_PARTS.filter((part) => !open.includes(part))];
  const bind = (name: TypedField) => ({
    name,
    label: t(`fields.${name}`),
    defaultValue: values[name],
    error: errors[name],
  });
  return parts.map((part) => (
    <Part
      key={part}
      title={t(`groups.${part}`)}
      isOpen={open.includes(part) || PART_FIELDS[part].some((field) => errors[field])}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {PART_FIELDS[part].map((field) => (
          <div key={field} className={isWide(field) ? "sm:col-span-2" : undefined}>
            <CorrectedField bind={bind(field)} kinds={kinds} />
          </div>
        ))}
      </div>
    </Part>
  ));
}

const isWide = (field: TypedField) => field === "intakePhones" || field === "closedReason";

interface CorrectedFieldProps {
  bind: { name: TypedField; label: string; defaultValue: string; error: string | undefined };
  kinds: Record<ListingKind, string>;
}

function CorrectedField({ bind, kinds }: CorrectedFieldProps) {
  const t = useTranslations("admin.listing.hints");
  switch (bind.name) {
    case "kind":
      return (
        <Select {...bind}>
          {Object.entries(kinds).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </Select>
      );
    case "intakePhones":
      return <StaffArea audience="public" {...bind} hint={t("intakePhones")} rows={2} />;
    case "closedReason":
      return <StaffArea audience="public" {...bind} rows={3} />;
    case "street":
      return <TextField {...bind} hint={t("street")} />;
    case "closedOn":
      return <TextField {...bind} hint={t("date")} />;
    case "phone":
      return <TextField {...bind} type="tel" />;
    case "zip":
    case "phoneExtension":
      return <TextField {...bind} inputMode="numeric" />;
    default:
      return <TextField {...bind} />;
  }
}
