import { Back } from "@/components/ui/arrows";
import type { ListPart } from "@/lib/rankings/list-pages";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface ListHeadProps {
  locale: Locale;
  /** Of the whole list. */
  title: string;
  part: Omit<ListPart<unknown>, "entries">;
  /** What this list is a part of, as an English path. */
  back: { path: string; words: string };
}

/** Title of one page of a list, and which of its entries stand there. */
export function ListHead({ locale, title, part, back }: ListHeadProps) {
  const t = getTranslator(locale, "rankings.pages");
  const { page, pageCount: count, from, to, total } = part;
  return (
    <header className="max-w-prose">
      <h1 className="text-2xl sm:text-4xl">{title}</h1>
      <p className="mt-2 flex flex-wrap items-center gap-x-5">
        <span>
          {t("position", { page, count })}
          {total > 0 && `: ${t("entries", { from, to, total })}`}
        </span>
        <a href={localizedPath(locale, back.path)} className="text-link inline-flex min-h-11 items-center">
          <Back>{back.words}</Back>
        </a>
      </p>
    </header>
  );
}
