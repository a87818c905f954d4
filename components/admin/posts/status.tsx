import { ButtonLink } from "@/components/ui/button";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { SaveOnEnter, StepButton } from "../step-button";

interface PostStatusProps {
  locale: Locale;
  id: string;
  status: "draft" | "published" | "archived";
  slug: string;
  /** The language of the post, whose page in that language is shown. */
  language: Locale;
}

/** The buttons for the whole post, which also save its form. */
export function PostStatus({ locale, id, status, slug, language }: PostStatusProps) {
  const t = getTranslator(locale, "admin.post");
  return (
    <div className="flex flex-wrap gap-2">
      <SaveOnEnter />
      {status !== "published" && (
        <StepButton step="publish" look="primary">
          {t("publish")}
        </StepButton>
      )}
      {status !== "draft" && <StepButton step="unpublish">{t("unpublish")}</StepButton>}
      {status !== "archived" && (
        <StepButton step="archive" look="danger">
          {t("archive")}
        </StepButton>
      )}
      <ButtonLink look="quiet" href={`/admin/posts/${id}/preview`}>
        {t("preview")}
      </ButtonLink>
      {status === "published" && (
        <ButtonLink look="quiet" href={localizedPath(language, `/blog/${slug}`)}>
          {getTranslator(locale, "admin.listing")("view")}
        </ButtonLink>
      )}
    </div>
  );
}
