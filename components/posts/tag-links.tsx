import { localizedPath, type Locale } from "@/lib/shared/i18n";
import type { TagView } from "@/lib/posts/types";

/** Tags as links to the posts that share them; their names are English. */
export function TagLinks({ locale, tags, label }: { locale: Locale; tags: TagView[]; label: string }) {
  return (
    <ul aria-label={label} lang="en" className="flex flex-wrap gap-x-2 gap-y-1">
      {tags.map(({ slug, name }) => (
        <li key={slug}>
          <a
            href={localizedPath(locale, `/blog/tags/${slug}`)}
            className="group inline-flex min-h-11 items-center text-sm font-medium no-underline"
          >
            <span className="rounded-full border border-line-strong px-3 py-0.5 group-hover:bg-accent-soft">
              {name}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
