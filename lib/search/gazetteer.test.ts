import { expect, test } from "vitest";
import { isWithin } from "@/lib/facts/served-area";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { milesBetween } from "@/lib/shared/geo";
import { countyOfZip, zipsOfCounty } from "@/lib/sources/county";
import { COUNTY_PARTS, isWholeCounty, AREA_NAMES, areaCalled } from "./gazetteer";
import gazetteer from "./gazetteer.json";
import { plainWords } from "./words";
import { middleOfZip } from "./zip-middle";

interface Row {
  name: string;
  source: string;
  at?: number[];
  zips?: string;
  parts?: string;
  es?: string;
  also?: string;
  vague?: string;
  or?: string;
}
const rows: Row[] = gazetteer.places;
const listed = (text = "") => text.split(", ").filter(Boolean);

test("every place has one way to its position, and names a source that says what it is, its license and its day", () => {
  const WAYS = { geonames: "at", postal: "zips", communities: "zips", wikipedia: "zips", parts: "parts" } as const;
  for (const row of rows) {
    const ways = (["at", "zips", "parts"] as const).filter((way) => row[way] !== undefined);
    expect([row.name, ...ways]).toEqual([row.name, WAYS[row.source as keyof typeof WAYS]]);
  }
  expect(Object.keys(gazetteer.sources).toSorted()).toEqual(Object.keys(WAYS).toSorted());
  for (const { what, license, read } of Object.values(gazetteer.sources)) {
    expect(what.length).toBeGreaterThan(20);
    expect([license, read]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/^\d{4}-\d\d-\d\d$/)]);
  }
});

test("every place lies in the county, near a ZIP code of it, and its ZIP codes are the county's", () => {
  const middles = zipsOfCounty(SERVED_COUNTY).flatMap((zip) => middleOfZip(zip) ?? []);
  for (const { name, zips = "" } of rows) {
    const { position } = areaCalled(plainWords(name).join(" "))!.start;
    expect([name, isWithin(position, "CA", SERVED_COUNTY)]).toEqual([name, true]);
    const nearest = Math.min(...middles.map((middle) => milesBetween(position, middle)));
    expect([name, nearest < 8]).toEqual([name, true]);
    for (const zip of zips.split(" ").filter(Boolean)) expect([zip, countyOfZip(zip)]).toEqual([zip, SERVED_COUNTY]);
  }
});

test("every ZIP code of the county is somewhere, those of post-office boxes too", () => {
  const nowhere = zipsOfCounty(SERVED_COUNTY).filter((zip) => middleOfZip(zip) === null);
  expect(nowhere).toEqual([]);
  expect(middleOfZip("90050")).not.toBeNull();
  for (const text of ["00000", "9003", "toString", ""]) expect(middleOfZip(text)).toBeNull();
});

test("a name belongs to one place; one that means several says which else, and those are places", () => {
  const owners = new Map<string, string>();
  for (const { name, es, also, vague } of rows)
    for (const each of new Set(
      [name, ...listed(es), ...listed(also), ...listed(vague)].map((one) => plainWords(one).join(" ")),
    )) {
      expect([each, owners.get(each)]).toEqual([each, undefined]);
      owners.set(each, name);
    }
  for (const { vague, or, parts } of rows) {
    expect(vague === undefined).toBe(or === undefined);
    for (const each of [...listed(or), ...listed(parts)])
      expect([each, rows.some(({ name }) => name === each)]).toEqual([each, true]);
  }
  for (const part of COUNTY_PARTS) expect(areaCalled(plainWords(part).join(" "))?.start.name).toBe(part);
  expect(AREA_NAMES.filter(isWholeCounty)).toEqual([]);
});

/** The cities of the county (Los Angeles County, Cities within the County), Los Angeles itself left out. */
const CITIES =
  "Agoura Hills, Alhambra, Arcadia, Artesia, Avalon, Azusa, Baldwin Park, Bell, Bell Gardens, Bellflower, Beverly Hills, " +
  "Bradbury, Burbank, Calabasas, Carson, Cerritos, Claremont, Commerce, Compton, Covina, Cudahy, Culver City, " +
  "Diamond Bar, Downey, Duarte, El Monte, El Segundo, Gardena, Glendale, Glendora, Hawaiian Gardens, Hawthorne, " +
  "Hermosa Beach, Hidden Hills, Huntington Park, City of Industry, Inglewood, Irwindale, La Cañada Flintridge, " +
  "La Habra Heights, La Mirada, La Puente, La Verne, Lakewood, Lancaster, Lawndale, Lomita, Long Beach, Lynwood, " +
  "Malibu, Manhattan Beach, Maywood, Monrovia, Montebello, Monterey Park, Norwalk, Palmdale, Palos Verdes Estates, " +
  "Paramount, Pasadena, Pico Rivera, Pomona, Rancho Palos Verdes, Redondo Beach, Rolling Hills, " +
  "Rolling Hills Estates, Rosemead, San Dimas, San Fernando, San Gabriel, San Marino, Santa Clarita, " +
  "Santa Fe Springs, Santa Monica, Sierra Madre, Signal Hill, South El Monte, South Gate, South Pasadena, " +
  "Temple City, Torrance, Vernon, Walnut, West Covina, West Hollywood, Westlake Village, Whittier";

test("every city is there, and what people call neighborhoods and parts, in Spanish too", () => {
  const cities = CITIES.split(", ");
  expect(cities).toHaveLength(87);
  expect(cities.filter((city) => areaCalled(plainWords(city).join(" "))?.start.name !== city)).toEqual([]);
  const everyday: [string, string][] = [
    ["k town", "Koreatown"],
    ["dtla", "Downtown Los Angeles"],
    ["sfv", "San Fernando Valley"],
    ["the valley", "San Fernando Valley"],
    ["sgv", "San Gabriel Valley"],
    ["south central", "South Los Angeles"],
    ["the westside", "Westside"],
    ["weho", "West Hollywood"],
    ["noho", "North Hollywood"],
    ["este de los angeles", "East Los Angeles"],
    ["sur de los angeles", "South Los Angeles"],
    ["valle de san fernando", "San Fernando Valley"],
    ["barrio coreano", "Koreatown"],
  ];
  expect(everyday.map(([phrase]) => areaCalled(phrase)?.start.name)).toEqual(everyday.map(([, name]) => name));
});

test.each([
  ["East Hollywood", "East Hollywood"],
  ["E. Hollywood", "East Hollywood"],
  ["thai town", "East Hollywood"],
  ["mac arthur park", "Westlake"],
  ["san fer", "San Fernando"],
  ["hollywood", "Hollywood"],
])("%s is %s", (typed, name) => {
  expect(areaCalled(plainWords(typed).join(" "))?.start.name).toBe(name);
});
