// How much money or how long: "under $20 a day", "30 dólares al mes", "for two weeks". Our records have neither prices nor
// how long somebody waits or stays, so these words ask for nothing, and "day" is no street.

const NUMBER = String.raw`\d[\d.,]*(?:k|mil)?(?:\s?(?:-|–|to|a)\s?\d[\d.,]*k?)?`;
const FEW =
  "a|an|one|two|three|four|five|six|seven|eight|ten|twelve|few|several|couple of|half an?|" +
  "una?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|diez|doce|unos|unas|varios|varias|medio|media";
const UNIT =
  "seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?|" +
  "segundos?|minutos?|horas?|d[ií]as?|semanas?|mes|meses|a[nñ]os?";
const COIN = "dollars?|bucks|usd|d[oó]lar(?:es)?|pesos|cents|centavos";
const BOUND =
  "under|below|over|above|about|around|almost|nearly|only|just|up to|less than|more than|no more than|at least|at most|" +
  "maximum|max|between|menos de|m[aá]s de|no m[aá]s de|hasta|como|casi|solo|unos|unas|m[aá]ximo|al menos";
/** "A day", "per week", "/mo", "al mes". */
const EACH = `(?:\\s*/\\s*|\\s+(?:an?|per|each|every|al|a la|por|cada)\\s+)(?:${UNIT}|visit|session|dose|visita|sesi[oó]n|dosis)`;
const MONEY = `(?:\\$\\s?${NUMBER}|(?<=\\$\\s?)${NUMBER}|${NUMBER}\\s?(?:${COIN}))(?:\\s(?:${COIN}))?(?:${EACH})?`;
const LENGTH = `(?:(?:${NUMBER}|${FEW})(?:[\\s-]+(?:few|couple of))?[\\s-]?(?:${UNIT}))(?:${EACH})?`;
const RATE = `${NUMBER}${EACH}`;
const EVERY = `(?:per|every|each|por|cada|al)\\s(?:${UNIT})`;
const MEASURE = new RegExp(`(?:(?:${BOUND})\\s)?(?:${MONEY}|${LENGTH}|${RATE}|${EVERY})(?![\\p{L}\\p{N}])`, "iuy");

/** A word of a text, and where it stands. */
interface Word {
  plain: string;
  start: number;
  end: number;
}

/** How many words from one on say how much money or how long; 0 when they do not. */
export function measureAt(text: string, words: readonly Word[], at: number): number {
  MEASURE.lastIndex = words[at]!.start;
  const found = MEASURE.exec(text);
  if (!found) return 0;
  const end = found.index + found[0].length;
  return words.slice(at).filter((word) => word.start < end).length;
}
