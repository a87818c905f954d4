import type { Presence } from "@/lib/facts/presence";
import type { Locale } from "@/lib/shared/i18n";

export const CREDIT_ROLES = ["author", "editor", "medical_reviewer", "translator"] as const;
export type CreditRole = (typeof CREDIT_ROLES)[number];

export interface TagView {
  slug: string;
  name: string;
  /** The language of the name. */
  locale: Locale;
}

/** A tag of at least one published post. */
export interface TagCount extends TagView {
  posts: number;
}

/** A post in a list. */
export interface PostCard {
  slug: string;
  /** The language of title, summary and body. */
  locale: Locale;
  title: string;
  summary: string;
  /** YYYY-MM-DD. */
  publishedOn: string;
  readingMinutes: number;
  tags: TagView[];
}

/** A post as feeds and the sitemap name it. */
export interface PublicPost extends Omit<PostCard, "readingMinutes"> {
  id: string;
  /** Of a translation: its original, which may not be public. */
  translatesId: string | null;
  /** ISO moment of the last change. */
  updatedAt: string;
  authors: string[];
}

/** A heading of a rendered text; `id` is its anchor, `level` 2 to 4. */
export interface Heading {
  id: string;
  text: string;
  level: number;
}

export interface CreditView {
  role: CreditRole;
  name: string;
}

export interface ReferenceView {
  title: string;
  publisher: string;
  year: number | null;
  url: string;
  /** The day (YYYY-MM-DD) an editor opened the URL and found the claim there; null until somebody has. */
  checkedOn: string | null;
  /** Only when the URL is the page of one of our listings. */
  presence?: Presence;
}

export interface RelatedQuestionView {
  question: string;
  /** Safe HTML, like all HTML below. */
  answerHtml: string;
}

/** The same post in the other language. */
export interface OtherVersion {
  slug: string;
  locale: Locale;
  title: string;
}

export interface PostView extends PostCard {
  /** Only while it is public. */
  other: OtherVersion | null;
  isTranslation: boolean;
  html: string;
  /** The main sections of a long post; empty for a short one. */
  contents: Heading[];
  /** ISO moment of the last change. */
  updatedAt: string;
  relatedQuestions: RelatedQuestionView[];
  credits: CreditView[];
  references: ReferenceView[];
}

/**
 * What a post's URL leads to; null when there is no such post and never was. It has moved when its slug is another now, or
 * when the reader's language has a version of it.
 */
export type PostAnswer =
  { status: "found"; post: PostView } | { status: "moved"; slug: string } | { status: "gone" } | null;

export interface PostPage {
  posts: PostCard[];
  /** 1-based. */
  page: number;
  pageCount: number;
}
