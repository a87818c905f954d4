import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface PostPreviewProps {
  locale: Locale;
  post: {
    locale: string;
    summary: string;
    /** Markdown rendered through the allow-list, like `answerHtml`. */
    html: string;
    tags: { slug: string; name: string }[];
    relatedQuestions: { question: string; answerHtml: string }[];
    credits: { role: "author" | "editor" | "medical_reviewer" | "translator"; name: string }[];
    references: { title: string; publisher: string; year: number | null; url: string }[];
  };
}

/** A post's texts as readers would see them. */
export function PostPreview({ locale, post }: PostPreviewProps) {
  const t = getTranslator(locale, "admin.post");
  return (
    <article lang={post.locale} className="space-y-6 rounded-md border border-line bg-surface p-6">
      <p className="max-w-prose text-lg text-muted">{post.summary}</p>
      <p className="text-sm text-muted">{post.tags.map(({ name }) => name).join(" · ")}</p>
      <div className="prose" dangerouslySetInnerHTML={{ __html: post.html }} />
      {post.relatedQuestions.length > 0 && (
        <section className="prose">
          <h2>{t("groups.questions")}</h2>
          {post.relatedQuestions.map(({ question, answerHtml }) => (
            <details key={question}>
              <summary className="font-semibold">{question}</summary>
              <div dangerouslySetInnerHTML={{ __html: answerHtml }} />
            </details>
          ))}
        </section>
      )}
      {post.credits.length > 0 && (
        <section className="prose">
          <h2>{t("groups.credits")}</h2>
          <ul>
            {post.credits.map(({ role, name }) => (
              <li key={`${role} ${name}`}>
                {t(`creditRole.${role}`)}: {name}
              </li>
            ))}
          </ul>
        </section>
      )}
      {post.references.length > 0 && (
        <section className="prose">
          <h2>{t("groups.references")}</h2>
          <ol>
            {post.references.map(({ title, publisher, year, url }, at) => (
              <li key={url} id={`ref-${at + 1}`}>
                {publisher}: <a href={url}>{title}</a>
                {year && `, ${year}`}
              </li>
            ))}
          </ol>
        </section>
      )}
    </article>
  );
}
