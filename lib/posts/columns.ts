import { fromIsoDate } from "@/lib/shared/dates";
import type { PostInput } from "./schema";
import type { NamedTag } from "./tag-names";

/** All of a post that is written at once. */
export type PostWords = Omit<PostInput, "id" | "version" | "tags"> & { tags: NamedTag[] };

const dateOf = (day: string | null) => day && fromIsoDate(day);
const placed = <Row>(rows: readonly Row[]) => rows.map((row, position) => ({ ...row, position }));

/** A post's words as the database takes them, for its first write and for each later one: columns, tags, and rows below it. */
export function columnsOf({ tags, relatedQuestions, credits, references, publishedOn, ...columns }: PostWords) {
  return {
    columns: { ...columns, publishedOn: dateOf(publishedOn), tagOrder: tags.map(({ slug }) => slug) },
    tags: { connectOrCreate: tags.map((tag) => ({ where: { slug: tag.slug }, create: tag })) },
    rows: {
      relatedQuestions: placed(relatedQuestions),
      credits: placed(credits),
      references: placed(references.map(({ checkedOn, ...rest }) => ({ ...rest, checkedOn: dateOf(checkedOn) }))),
    },
  };
}
