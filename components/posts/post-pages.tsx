import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import type { PostPage } from "@/lib/posts/types";

/** Where page `page` of the blog lives; the first is the blog itself. */
export function blogPath(page: number): string {
  return page === 1 ? "/blog" : `/blog/page/${page}`;
}

/** Older and newer; nothing while all posts fit on one page. */
export function PostPages({ locale, page, pageCount }: { locale: Locale } & Omit<PostPage, "posts">) {
  const t = getTranslator(locale, "blog.pages");
  if (pageCount === 1) return null;
  return (
    <nav aria-label={t("label")} className="mt-6 flex flex-wrap items-center justify-between gap-4">
      <PageLink locale={locale} page={page - 1} pageCount={pageCount} words={t("newer")} />
      <p className="text-sm text-muted">{t("position", { page, count: pageCount })}</p>
      <PageLink locale={locale} page={page + 1} pageCount={pageCount} words={t("older")} />
    </nav>
  );
}

function PageLink({
  locale,
  page,
  pageCount,
  words,
}: {
  locale: Locale;
  page: number;
  pageCount: number;
  words: string;
}) {
  if (page < 1 || page > pageCount) return <span />;
  return (
    <a
      href={localizedPath(locale, blogPath(page))}
      className="text-link inline-flex min-h-11 items-center font-semibold"
    >
      {words}
    </a>
  );
}
