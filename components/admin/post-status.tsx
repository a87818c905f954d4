import { ButtonLink } from "@/components/ui/button";
import { archivePostAction, publishPostAction, unpublishPostAction } from "@/lib/posts/actions";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { StatusButton } from "./status-button";

interface PostStatusProps {
  locale: Locale;
  id: string;
  version: number;
  status: "draft" | "published" | "archived";
  slug: string;
}

/** What can be done with the post as a whole. */
export function PostStatus({ locale, id, version, status, slug }: PostStatusProps) {
  const t = getTranslator(locale, "admin.post");
  return (
    <div className="flex flex-wrap gap-2">
      {status !== "published" && (
        <StatusButton id={id} version={version} look="primary" action={publishPostAction}>
          {t("publish")}
        </StatusButton>
      )}
      {status !== "draft" && (
        <StatusButton id={id} version={version} action={unpublishPostAction}>
          {t("unpublish")}
        </StatusButton>
      )}
      {status !== "archived" && (
        <StatusButton id={id} version={version} look="danger" action={archivePostAction}>
          {t("archive")}
        </StatusButton>
      )}
      <ButtonLink look="quiet" href={`/admin/posts/${id}/preview`}>
        {t("preview")}
      </ButtonLink>
      {status === "published" && (
        <ButtonLink look="quiet" href={`/blog/${slug}`}>
          {getTranslator(locale, "admin.listing")("view")}
        </ButtonLink>
      )}
    </div>
  );
}
