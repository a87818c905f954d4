// Separate from the other words, because the error boundary of every page needs these few in the browser.
import words from "@/messages/failure.json";
import type { Locale } from "@/lib/shared/i18n";

const HOME: Record<Locale, string> = { en: "/", es: "/es" };

/** Our fault, in each of the given languages, and nothing of what went wrong. 503: it may work in a minute. */
export function Failure({ languages }: { languages: readonly Locale[] }) {
  return (
    <main id="content" data-status="503" className="shell space-y-12 py-10">
      {languages.map((language, index) => (
        <FailureIn key={language} language={language} level={index === 0 ? "h1" : "h2"} />
      ))}
    </main>
  );
}

function FailureIn({ language, level: Heading }: { language: Locale; level: "h1" | "h2" }) {
  const { title, lead, danger, home } = words[language];
  return (
    <section lang={language} className="max-w-prose">
      <Heading className="text-3xl">{title}</Heading>
      <p className="mt-3">{lead}</p>
      <p className="mt-3 font-semibold">{danger}</p>
      <p className="mt-3">
        <a href={HOME[language]} className="text-link inline-flex min-h-11 items-center">
          {home}
        </a>
      </p>
    </section>
  );
}
