import { expect, test } from "vitest";
import { likenessOf, readName, townWords } from "./operator-names";

const TOWNS = new Set(["LOS ANGELES", "PASADENA", "TARZANA", "SAN FERNANDO", "MALIBU", "ALTADENA"].flatMap(townWords));

const like = (one: string, other: string) => {
  const [a, b] = [readName(one), readName(other)];
  expect(likenessOf(b, a, TOWNS)).toBe(likenessOf(a, b, TOWNS));
  return likenessOf(a, b, TOWNS);
};

test.each([
  ["Tarzana Treatment Centers Inc", "TARZANA TREATMENT CENTERS, INC."],
  ["Altadena Recovery Center", "ALTADENA RECOVERY CENTER"],
  ["LA Centers for Alcohol and Drug Abuse", "LOS ANGELES CENTERS FOR ALCOHOL AND DRUG ABUSE"],
  ["Special Services for Groups Inc", "SPECIAL SERVICE FOR GROUPS, INC."],
  ["National Council on Alc and Drug Dep", "NATIONAL COUNCIL ON ALCOHOL & DRUG DEPENDENCY"],
  ["House of Hope Foundation Inc", "HOUSE OF HOPE FOUNDATION, INC."],
  ["Child and Family Center", "CHILD & FAMILY CENTER"],
  ["Tessie Cleveland Community Servs Corp", "TESSIE CLEVELAND COMMUNITY SERVICES CORPORATION"],
  ["Elijahs House Treatment Center", "ELIJAH'S HOUSE TREATMENT CENTER"],
  ["Clear View Canyon Inc, DBA Veritas Detox", "VERITAS DETOX LLC"],
  ["Cliffside Malibu", "CLIFFSIDE MALIBU II"],
  ["Clinica Monsenor Oscar A Romero", "CLINICA MSR. OSCAR A. ROMERO"],
  ["449 Recovery", "449 RECOVERY LLC"],
  ["Recovery Beach", "RECOVERY BEACH"],
  ["Newport Academy", "NEWPORT ACADEMY INTENSIVE OUTPATIENT & DAY TREATMENT PROGRAM"],
  ["(LACADA)/Allen House", "ALLEN HOUSE"],
])("%s is the name %s", (one, other) => {
  expect(like(one, other)).toBe("same");
});

test.each([
  ["LA Centers for Alcohol and Drug Abuse", "L.A. CADA"],
  ["BHS High Gain Program", "BEHAVIORAL HEALTH SERVICES, INC."],
  ["Aurora Charter Oak Hospital", "CHARTER OAK RECOVERY CENTER"],
  ["Milestones Ranch Malibu", "MILESTONES 1, THE RANCH MALIBU VENTURE 1"],
])("%s has words of %s", (one, other) => {
  expect(like(one, other)).toBe("shared_words");
});

test.each([
  ["Los Angeles Detox", "LOS ANGELES RECOVERY"],
  ["West Hollywood House", "WEST HOUSE RECOVERY"],
  ["New Life Recovery", "NEW HOPE RECOVERY"],
  ["Insight Treatment Programs", "CLEAR BEHAVIORAL HEALTH"],
  ["Clear View Canyon Inc", "CLEAR RECOVERY CENTER, LLC"],
  ["Turning Point Alcohol and Drug Education Program Inc", "CALIFORNIA INSTITUTE ALCOHOL & DRUG EDUCATION PROGRAM"],
  ["Outpatient Treatment Program", "OUTPATIENT TREATMENT PROGRAM"],
  ["Youth Residential", "YOUTH RESIDENTIAL"],
  ["Pasadena Recovery", "PASADENA RECOVERY CENTER"],
  ["AM/PM Driver Safety", "AM REHABILITATION, INC."],
  ["Recovery Corps Health Group LLC", "RECOVERY HEALTH GROUP INC"],
  ["Los Angeles", "LOS ANGELES"],
  ["Recovery", "RECOVERY, INC."],
  ["New House", "NEW HOUSE OF PASADENA"],
  ["West", "WEST RECOVERY"],
  ["Inc", "LLC"],
])("%s is nobody of %s", (one, other) => {
  expect(like(one, other)).toBeNull();
});
