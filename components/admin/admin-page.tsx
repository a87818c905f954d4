import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { getTranslator, type Locale, type Messages } from "@/lib/shared/i18n";
import type { StaffForms } from "@/lib/staff/types";
import { DeskWords, type DeskWord } from "./desk-words";
import { KeptNotice } from "./kept-notice";
import { StaffFormsOf } from "./staff-forms";

const OUTCOMES = {
  saved: "success",
  checked: "success",
  called: "success",
  call_proposed: "success",
  call_accepted: "success",
  call_refused: "success",
  retracted: "success",
  created: "success",
  retried: "success",
  test_mail: "info",
  mails_released: "success",
  mails_dropped: "success",
  noted: "success",
  needs: "success",
  answered: "success",
  mailed: "success",
  erased: "success",
  already_erased: "warning",
  withdrawn: "success",
  already_withdrawn: "warning",
  conflict: "warning",
  gone: "warning",
  incomplete: "warning",
  interested: "warning",
  busy: "warning",
  draft_saved: "success",
  kept: "success",
  handed_in: "success",
  approved: "success",
  returned: "success",
  method_published: "success",
  discarded: "success",
  no_method: "warning",
  no_change: "warning",
  no_changelog: "warning",
  not_ready: "warning",
  own_work: "warning",
  another_person: "warning",
  proposed: "info",
  same_list: "info",
  edition_published: "success",
  left_to_others: "warning",
  overtaken: "warning",
  overtaken_same: "warning",
  bulk_done: "success",
  bulk_changed: "warning",
  bulk_undone: "success",
  bulk_too_late: "warning",
  brought_back: "success",
  undone: "success",
  undo_too_late: "warning",
} as const satisfies Record<keyof Messages["admin"]["done"], "success" | "info" | "warning">;

interface AdminPageProps {
  locale: Locale;
  title: ReactNode;
  /** What the page's forms need; null where nobody is signed in. */
  forms: StaffForms | null;
  /** What the last action answered, from the URL (`?done=saved`); anything else is ignored. */
  done?: string | string[] | undefined;
  /** Beside the title: state, links. */
  aside?: ReactNode;
  /** Words of the page that are explained below its title. */
  words?: readonly DeskWord[];
  children: ReactNode;
}

/** The `<main>` of an admin page. */
export function AdminPage({ locale, title, forms, done, aside, words, children }: AdminPageProps) {
  const t = getTranslator(locale, "admin.done");
  const outcome = Object.keys(OUTCOMES).find((key): key is keyof typeof OUTCOMES => key === done);
  return (
    <main id="content" tabIndex={-1} className="shell space-y-6 pt-6 pb-16">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="mr-auto text-2xl">{title}</h1>
        {aside}
      </div>
      {words && <DeskWords locale={locale} words={words} />}
      {outcome && (
        <Notice tone={OUTCOMES[outcome]} role="alert">
          {t(outcome)}
        </Notice>
      )}
      {forms && <KeptNotice locale={locale} forms={forms} />}
      {forms ? <StaffFormsOf forms={forms}>{children}</StaffFormsOf> : children}
    </main>
  );
}
