import type { ListingKind } from "@/lib/facts/kind";
import type { PageForm } from "@/lib/server/page-metadata";

/** A page in one language that search engines may find. */
export interface SitemapPage extends PageForm {
  /** Where it is in each language that it exists in, the original first. */
  forms: readonly PageForm[];
  /** When what stands on it last changed: an ISO day or moment; null where nobody recorded it. */
  changedAt: string | null;
}

/** What the sitemap is made of. Moments are ISO. */
export interface Published {
  listings: readonly { slug: string; changedAt: string }[];
  /** Newest first. */
  editions: readonly SitemapEdition[];
  /** Of the newest edition, without what is no longer published. */
  newestLists: RankedPages & { kinds: ReadonlyMap<ListingKind, number> };
  /** Of every page of the map, in English. */
  mapPaths: readonly string[];
  methods: readonly { version: number; sections: readonly string[]; changedAt: string | null }[];
  posts: readonly SitemapPost[];
  blogPages: number;
  corrections: { pages: number; changedAt: string | null };
}

/** How many pages its lists have. */
interface RankedPages {
  pages: number;
  notRankedPages: number;
}

export interface SitemapEdition extends RankedPages {
  number: number;
  changedAt: string;
}

export interface SitemapPost {
  id: string;
  /** Of a translation: its original. */
  translatesId: string | null;
  slug: string;
  locale: PageForm["locale"];
  updatedAt: string;
  tags: readonly { slug: string }[];
}
