import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import type { ListPart } from "@/lib/rankings/list-pages";

interface MinePagesProps {
  part: Pick<ListPart<unknown>, "page" | "pageCount">;
  onTurn: (page: number) => void;
}

/** Turns the pages of the reader's list. It is on their device whole, so turning asks nobody. */
export function MinePages({ part: { page, pageCount }, onTurn }: MinePagesProps) {
  const t = useTranslations("mine.pages");
  if (pageCount === 1) return null;
  return (
    <nav aria-label={t("label")} className="no-print border-t border-line py-3 noscript:hidden">
      <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
        {page > 1 && (
          <Button type="button" look="quiet" onClick={() => onTurn(page - 1)}>
            {t("previous")}
          </Button>
        )}
        <span className="tabular text-sm text-muted">{t("position", { page, count: pageCount })}</span>
        {page < pageCount && (
          <Button type="button" look="quiet" onClick={() => onTurn(page + 1)}>
            {t("next")}
          </Button>
        )}
      </p>
    </nav>
  );
}
