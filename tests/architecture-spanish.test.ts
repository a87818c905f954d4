// How the Spanish of the interface is written, held to its messages: a table of forms that a native health writer of Los
// Angeles does not use, each with its reason. What is wrong once is wrong in every message.
import { expect, test } from "vitest";
import es from "@/messages/es";

const textsOf = (value: object, path = ""): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]: [string, object | string]) =>
    typeof inner === "string" ? [[`${path}${key}`, inner]] : textsOf(inner, `${path}${key}.`),
  );
const messages = textsOf(es);

/** A word alone, not as a part of another; `\b` does not know Spanish letters. */
const word = (form: string) => new RegExp(`(?<!\\p{L})(?:${form})(?!\\p{L})`, "iu");

interface Forbidden {
  form: RegExp;
  reason: string;
  /** Words that the form finds and that are right. */
  right: string;
}

const FORBIDDEN: Forbidden[] = [
  {
    form: word("avis(?:ar|e|en|ó|aron|aban?|amos) de (?:un|este|el) error|avisar de uno|quien avisó"),
    reason: "An error is reported: reportar.",
    right: "Reportar un error",
  },
  {
    form: word("(?:no )?tienen? lugar(?=[.,:?]|$)"),
    reason: "“Tiene lugar” means that something happens. Room in a program is cupo.",
    right: "Tiene cupo.",
  },
  {
    form: word("puestos?(?! a mano| de trabajo)"),
    reason: "A place in the ranking is a posición; a puesto is a job or a stand.",
    right: "Puesto a mano, se conserva al importar",
  },
  { form: word("puli(?:r|do|da|dos)|pul(?:e|en)"), reason: "A text is corrected, not polished.", right: "corregido" },
  {
    form: word("propio peso"),
    reason: "One’s own weight is that of the body.",
    right: "Ordene la lista según lo que le importa",
  },
  {
    form: /tratamientos?(?: \p{L}+)? para la heroína/iu,
    reason: "Heroin is not treated, its use is: tratamiento del consumo de heroína.",
    right: "Tratamiento del consumo de heroína",
  },
  { form: word("números abiertos"), reason: "Open data are datos abiertos.", right: "Datos abiertos" },
  { form: word("vecinos"), reason: "Vecinos are people: lugares cercanos en la lista.", right: "lugares cercanos" },
  { form: word("dinero no mueve"), reason: "Money does not change the order.", right: "El dinero no cambia el orden" },
  {
    form: word("fij(?:an?|arán?|ar|e|en) (?:los |estos )?filtros"),
    reason: "A filter is used, not fixed.",
    right: "sirven para filtrar la búsqueda",
  },
  {
    form: word("algo falló de nuestro lado"),
    reason: "“On our side” is English: tuvimos un problema técnico.",
    right: "Tuvimos un problema técnico",
  },
  {
    form: word("hacer sitio|que convengan?|lugares que convienen|que corresponden?(?! a)"),
    reason: "Calques of “room” and “fits”: a place fits when it coincide or se ajusta a lo que se busca.",
    right: "lo que corresponde a su programa",
  },
  { form: word("no hacen falta"), reason: "An optional field is not obligatoria.", right: "no son obligatorias" },
  {
    form: word("trastornos? por (?:uso|abuso) de"),
    reason: "One word for use in all texts, that of NIDA and CDC: consumo.",
    right: "trastorno por consumo de opioides",
  },
  {
    form: word("adict[oa]s?|drogadict[oa]s?|toxicóman[oa]s?|exadict[oa]s?|abusador(?:es)?|enganchad[oa]s?"),
    reason: "A person is not their condition.",
    right: "conductas adictivas",
  },
  {
    form: word("(?:prueba|resultado|persona)s? (?:suci[oa]s?|limpi[oa]s?)"),
    reason: "A result is positivo or negativo.",
    right: "un resultado positivo",
  },
  {
    form: word("indigentes?|escala deslizante|rehabilitad[oa]s?"),
    reason: "See the words to avoid of the field: personas sin vivienda, pago según sus ingresos, en recuperación.",
    right: "pago según sus ingresos",
  },
  {
    form: word("sustitución|terapia de reemplazo"),
    reason: "Medication is treatment, and replaces no drug by another.",
    right: "Reemplazo de nicotina",
  },
  {
    form: word("tú|tu|tus|ti|contigo|puedes|tienes|quieres|necesitas|haz"),
    reason: "The reader is usted.",
    right: "usted puede, su lista",
  },
  {
    form: word("estar segur[oa]|médico/a|[\\p{L}]+o\\/a"),
    reason: "The reader has no gender here: tener certeza, equipo, quien.",
    right: "No hace falta tener certeza.",
  },
  {
    form: word("(?:de|a) el"),
    reason: "De and a contract with the article el.",
    right: "del código postal",
  },
  {
    form: /(?<!Cerca )(?<!\p{L})(?:de|a) \{place\}/u,
    reason: "A place can be “el código postal 90012”, whose article would contract: write desde {place}.",
    right: "Cerca de {place}",
  },
  {
    form: word("conflictos? de interés"),
    reason: "A conflict of interest is a conflicto de intereses.",
    right: "conflicto de intereses",
  },
  { form: word("consultas?"), reason: "A consulta is a visit to a doctor: solicitud.", right: "solicitud" },
  { form: word("código ZIP|aparatos?"), reason: "One word for one thing: código postal, dispositivo.", right: "ZIP" },
  {
    form: word("suma de comprobación"),
    reason: "A checksum is a suma de verificación.",
    right: "suma de verificación",
  },
  { form: word("puls(?:e|ar|ó|a)"), reason: "A button is oprimido, as 988 says it.", right: "oprima 2" },
  {
    form: word("añad\\p{L}+"),
    reason: "Spanish of the Americas says agregar, and one word is enough.",
    right: "Agregar a mi lista",
  },
  { form: word("libertad condicional"), reason: "That is parole; probation is libertad a prueba.", right: "(parole)" },
  { form: word("correo basura"), reason: "One word for spam: correo no deseado.", right: "correo no deseado" },
  {
    form: word("miercoles|sabado|telefono|direccion|informacion"),
    reason: "The accent is missing.",
    right: "dirección",
  },
  { form: /[“”]|(?<![\d\s])"/u, reason: "Spanish is quoted in angle quotes: « ».", right: "«Enviar»" },
];

test.each(FORBIDDEN)("every Spanish message heeds: $reason", ({ form }) => {
  expect(messages.filter(([, text]) => form.test(text))).toEqual([]);
});

test.each(FORBIDDEN)("the table leaves alone what is right: $right", ({ form, right }) => {
  expect(right).not.toMatch(form);
});

test.each([
  "Avisar de un error",
  "Tiene lugar.",
  "con su puesto en la clasificación",
  "pulido por Ana",
  "Dé su propio peso",
  "Tratamiento para la heroína",
  "tratamiento ambulatorio para la heroína",
  "muchos vecinos cambian",
  "solo fijan filtros",
  "Cualquier lugar que convenga",
  "trastorno por uso de opioides",
  "un adicto",
  "puedes llamar",
  "No tiene que estar seguro",
  "cerca de el código postal",
  "A menos de 5 millas de {place}",
  "con libertad condicional",
  "Pulse «Enviar»",
  "Añadir una nota",
  "“Enviar”",
])("the table knows %s", (wrong) => {
  expect(FORBIDDEN.some(({ form }) => form.test(wrong))).toBe(true);
});
