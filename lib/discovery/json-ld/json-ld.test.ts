import { describe, expect, test } from "vitest";
import type { PostView } from "@/lib/posts/types";
import { breadcrumbs } from "./breadcrumbs";
import { rankingDataset } from "./dataset";
import { listingPage } from "./listing";
import { posting, questions } from "./post";
import { rankedList } from "./ranking";
import { siteThings } from "./site";

const SITE = "https://x.example";
const listing = {
  slug: "sunrise",
  name: "Sunrise House",
  unit: null,
  kind: "opioid_treatment_program",
  street: "1 Elm Street",
  street2: "Suite 2",
  city: "Malibu",
  state: "CA",
  zip: "90265",
  phone: "+12135550123",
  phoneExtension: "7",
  closedOn: null,
} as const;
const ofPlace = (changes: object) =>
  listingPage({ locale: "en", listing: { ...listing, ...changes }, operatorName: null, url: `${SITE}/x` }) as {
    about: Record<string, unknown>;
  };

describe("the page of a place", () => {
  test("says what the place is, and no more than we know", () => {
    expect(ofPlace({}).about).toMatchObject({
      "@type": "MedicalClinic",
      name: "Sunrise House",
      telephone: "+12135550123;ext=7",
      address: { streetAddress: "1 Elm Street, Suite 2", postalCode: "90265" },
    });
    const types = ["outpatient", "residential", "hospital"].map((kind) => ofPlace({ kind }).about["@type"]);
    expect(types).toEqual(["MedicalBusiness", "MedicalBusiness", "Hospital"]);
    expect(JSON.stringify(ofPlace({}))).not.toMatch(/rating|review|price/i);
  });

  test("does not name the street of a confidential site, nor a phone that it has not", () => {
    const { about } = ofPlace({ street: "", street2: null, phone: null });
    expect(about).not.toHaveProperty("telephone");
    expect(about.address).not.toHaveProperty("streetAddress");
  });

  test("says when it closed", () => {
    expect(ofPlace({ closedOn: "2026-05-01" }).about).toHaveProperty("dissolutionDate", "2026-05-01");
    expect(ofPlace({}).about).not.toHaveProperty("dissolutionDate");
  });
});

test("the site's search is asked in the language of the page", () => {
  const [, website] = siteThings("es", SITE);
  expect(website).toMatchObject({
    url: `${SITE}/es`,
    potentialAction: { target: { urlTemplate: `${SITE}/es/listings?q={search_term_string}` } },
  });
});

test("the way to a page leads over whole URLs of its language", () => {
  const way = [
    { name: "Blog", path: "/blog" },
    { name: "La metadona", path: "/blog/la-metadona" },
  ];
  expect(breadcrumbs("es", SITE, way)).toMatchObject({
    itemListElement: [
      { position: 1, name: "Blog", item: `${SITE}/es/blog` },
      { position: 2, name: "La metadona", item: `${SITE}/es/blog/la-metadona` },
    ],
  });
});

test("a ranking counts all its programs, and names those of its page in their order", () => {
  const entries = Array.from({ length: 5 }, (_, at) => ({
    listing: { ...listing, slug: `place-${at}`, fromStateList: false, presence: "open" as const },
  }));
  const list = rankedList("en", SITE, { name: "Ranked", part: { entries, from: 26, total: 30 } });
  expect(list).toMatchObject({ numberOfItems: 30 });
  expect(list.itemListElement).toHaveLength(5);
  expect(list.itemListElement).toHaveProperty("4", {
    "@type": "ListItem",
    position: 30,
    url: `${SITE}/listings/place-4`,
  });
});

test("the data is dated by its edition, and its files are whole URLs", () => {
  const computedAt = new Date("2026-11-10T08:00:00Z");
  const dataset = rankingDataset("en", SITE, { number: 3, computedAt });
  expect(dataset).toMatchObject({
    version: "3",
    dateModified: "2026-11-10T08:00:00.000Z",
    license: `${SITE}/rankings/data#terms`,
  });
  const urls = (dataset.distribution as readonly { contentUrl: string }[]).map(({ contentUrl }) => contentUrl);
  expect(urls.every((url) => url.startsWith(`${SITE}/api/v1/`))).toBe(true);
});

describe("a post", () => {
  const asked = (answerHtml: string, question = "Is it safe?") => ({ question, answerHtml });
  const post = {
    slug: "one",
    locale: "en",
    title: "Methadone",
    summary: "What it is.",
    publishedOn: "2026-11-10",
    updatedAt: "2026-11-20T08:00:00.000Z",
    tags: [{ name: "Heroin" }],
    credits: [
      { role: "author", name: "Ana B." },
      { role: "author", name: "Editorial Board" },
      { role: "editor", name: "C. D." },
    ],
    references: [{ url: "https://source.example/1" }],
    other: { slug: "uno", locale: "es", title: "La metadona" },
    isTranslation: false,
    relatedQuestions: [],
  } as unknown as PostView;
  const people = { crafted: "Ana B.", polished: "C. D.", evaluated: "E. F." };

  test("names its authors, dates, sources and its translation", () => {
    expect(posting({ post, people, site: SITE })).toMatchObject({
      datePublished: "2026-11-10",
      dateModified: "2026-11-20T08:00:00.000Z",
      author: [
        { "@type": "Person", name: "Ana B.", url: `${SITE}/editorial-team#crafted` },
        { "@type": "Organization", name: "Editorial Board" },
      ],
      citation: ["https://source.example/1"],
      workTranslation: { url: `${SITE}/es/blog/uno` },
    });
  });

  test("says its questions with the words of their answers", () => {
    const answerHtml = '<p>Yes, <a href="/x">with care</a>.</p>\n<p>Less than 5 &#x26; more than &lt;2&gt;.</p>';
    expect(questions({ ...post, relatedQuestions: [asked(answerHtml)] })).toMatchObject({
      "@type": "FAQPage",
      mainEntity: [{ name: "Is it safe?", acceptedAnswer: { text: "Yes, with care. Less than 5 & more than <2>." } }],
    });
  });

  test("leaves out whole questions where they would be long together, and says nothing without any", () => {
    const many = Array.from({ length: 5 }, (_, at) => asked(`<p>${"a".repeat(380)}</p>`, `Question ${at}`));
    expect(questions({ ...post, relatedQuestions: many })?.mainEntity).toHaveLength(2);
    expect(questions(post)).toBeNull();
  });
});
