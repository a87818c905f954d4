/** Somebody whose every word can be found again, wherever it should not be. */
export const marked = {
  name: "Quetzalina Marcadora",
  email: "quetzalina.marcadora@privado.example.org",
  phone: "213-555-0187",
  message: "Busco metadona para mi hermana Xochiquetzal, cerca de Boyle Heights.",
};

/** What of them must be nowhere: parts long and rare enough not to turn up by chance. */
const SECRETS = [
  "Quetzalina",
  "Marcadora",
  "privado.example",
  "2135550187",
  "213-555-0187",
  "Xochiquetzal",
  "metadona para mi hermana",
];

const FORMS = SECRETS.flatMap((secret) =>
  [secret, secret.toLowerCase(), secret.toUpperCase()].flatMap((text) =>
    formsOf(text).map((form) => ({ secret, form })),
  ),
);

/** Which of their words stand in the bytes: plain, or in base64, hexadecimal, percent or UTF-16 form. */
export function tracesIn(bytes: Buffer | string): string[] {
  const searched = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  const found = FORMS.filter(({ form }) => searched.includes(form));
  return [...new Set(found.map(({ secret, form }) => `${secret} as ${JSON.stringify(form.toString("latin1"))}`))];
}

/** The text in each form in which a dump, a log or a URL might carry it. */
export function formsOf(text: string): Buffer[] {
  const bytes = Buffer.from(text, "utf8");
  const utf16 = Buffer.from(text, "utf16le");
  return [
    bytes,
    utf16,
    // Big-endian: shifted by one byte, and without the zero that stands before.
    Buffer.from(utf16.subarray(0, -1)),
    Buffer.from(bytes.toString("hex")),
    Buffer.from(bytes.toString("hex").toUpperCase()),
    Buffer.from(encodeURIComponent(text)),
    ...[0, 1, 2].flatMap((shift) => base64Within(bytes, shift)),
  ];
}

/** What stays the same of a text's base64 whatever stands before and after it, when it begins at the given byte of three. */
function base64Within(bytes: Buffer, shift: number): Buffer[] {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
    .toString("base64")
    .replace(/=+$/, "");
  const first = Math.ceil((shift * 8) / 6);
  const whole = Math.floor(((shift + bytes.length) * 8) / 6);
  const inner = encoded.slice(first, whole);
  return [...new Set([inner, inner.replaceAll("+", "-").replaceAll("/", "_")])].map((form) => Buffer.from(form));
}
