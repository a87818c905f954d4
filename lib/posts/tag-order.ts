/** Tags in the order of their slugs in `order`; those that are not in it come after, as they came. */
export function tagsInOrder<Tag extends { slug: string }>({
  tags,
  tagOrder,
}: {
  tags: readonly Tag[];
  tagOrder: readonly string[];
}): Tag[] {
  const place = ({ slug }: Tag) => (tagOrder.includes(slug) ? tagOrder.indexOf(slug) : tagOrder.length);
  return tags.toSorted((one, other) => place(one) - place(other));
}
