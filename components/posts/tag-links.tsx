import { localizedPath, type Locale } from "@/lib/shared/i18n";
import type { TagView } from "@/lib/posts/types";

/** Tags as links to the posts that share them. */
export function TagLinks({ locale, tags, label }: { locale: Locale; tags: TagView[]; label: string }) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-x-2 gap-y-1">
      {tags.map((tag) => (
        <li key={tag.slug}>
          <a
            href={localizedPath(locale, `/blog/tags/${tag.slug}`)}
            lang={foreignOf(tag, locale)}
            className="group inline-flex min-h-11 items-center text-sm font-medium no-underline"
          >
            <span className="rounded-full border border-line-strong px-3 py-0.5 group-hover:bg-accent-soft">
              {tag.name}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The language of a tag's name where it is not the page's. */
export function foreignOf(tag: TagView, locale: Locale): Locale | undefined {
  return tag.locale === locale ? undefined : tag.locale;
}
