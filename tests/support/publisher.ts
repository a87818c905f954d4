import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, beforeEach } from "vitest";

/** A server on this machine that stands for a publisher, and what it was asked. */
export interface Publisher {
  /** Such as http://127.0.0.1:40001. */
  origin: string;
  /** What it answers, by path without parameters; 404 for others. */
  answers: Record<string, RequestListener | string | Buffer>;
  requests: { path: string; headers: IncomingMessage["headers"]; at: number }[];
}

/** Serves during the tests of a file; each test begins with nothing to answer. */
export function publisher(): Publisher {
  const own: Publisher = { origin: "", answers: {}, requests: [] };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    own.requests.push({ path, headers: request.headers, at: performance.now() });
    const answer = own.answers[path.split("?")[0] ?? ""];
    if (typeof answer === "function") answer(request, response);
    else if (answer === undefined) response.writeHead(404).end("nothing here");
    else response.end(answer);
  });
  beforeAll(async () => {
    await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
    own.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    own.answers = {};
    own.requests = [];
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((closed) => void server.close(closed));
  });
  return own;
}

/** Where nobody listens: the port of a server that has ended. */
export async function closedOrigin(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => void server.close(closed));
  return `http://127.0.0.1:${port}`;
}

/** Answers with a file that has a name for its state, and 304 to who has it. */
export function tagged(file: Buffer | string, etag: string): RequestListener {
  return (request, response) => {
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else response.writeHead(200, { etag }).end(file);
  };
}

type Row = Record<string, string>;

/** Rows of a list in our columns as the state's map layer has them: other names, several things in one column, a row number. */
export function layerFile(file: string, change: (row: Row, at: number) => Row | null = (row) => row): Buffer {
  const rows = parse<Row>(readFileSync(file), { columns: true });
  const kept = rows.map(change).filter((row) => row !== null);
  return Buffer.from(`\uFEFF${stringify(kept.map(layerRow).reverse(), { header: true, record_delimiter: "\r\n" })}`);
}

function layerRow(row: Row, at: number): Row {
  const [year, month, day] = (row.license_expiration ?? "").split("-");
  const authorizations = [row.is_licensed === "true" && "Licensed", row.is_certified === "true" && "Certified"];
  return {
    OBJECTID: String(at + 1),
    Application_Number: row.license_number ?? "",
    Facility_Name: row.facility_name ?? "",
    Legal_Entity_Name: row.legal_entity ?? "",
    Facility_Address1: row.address_line1 ?? "",
    Facility_Address2: row.address_line2 ?? "",
    Additional_Facility_Locations: row.additional_locations ?? "",
    Facility_City: row.city ?? "",
    Facility_State: row.state ?? "CA",
    Facility_Zip: row.zip ?? "",
    CountyName: row.county ?? "",
    County_Code: row.county_code ?? "",
    Facility_Phone: row.phone ?? "",
    Program_Code: `${row.setting_code}${row.offers_detox === "true" ? "-DETOX" : ""}`,
    Type_of_Application: authorizations.filter(Boolean).join(" and "),
    Lic_Expiration_Date: year ? `${Number(month)}/${Number(day)}/${year}` : "",
    Treatment_Capacity: row.treatment_capacity ?? "",
    Total_Capacity: row.total_capacity ?? "",
    Target_Population: row.target_population ? `${row.target_population_code ?? ""}---${row.target_population}` : "",
    Incident_Medical_Services: row.incidental_medical_services === "true" ? "Yes" : "No",
    Adolescent_Waiver: row.adolescent_waiver === "true" ? "Yes" : "No",
    F20: "",
    F21: "",
    Latitude: row.latitude ?? "",
    Longitude: row.longitude ?? "",
  };
}

/** What CKAN says of the state's dataset. */
export function ckanPackage(...resources: { format: string; url: string; name?: string }[]): string {
  return JSON.stringify({ help: "…", success: true, result: { name: "sud-recovery-treatment-facilities", resources } });
}

const PROGRAM = {
  "Program Name": "Harbor Clinic",
  Street: "100 Main Street",
  City: "Los Angeles",
  State: "CA",
  "Zip Code": "90012",
  Phone: "213-555-2368",
  Certification: "Certified",
  "First Full Certification Date/CMS Use": "01/02/2003",
};

/** A list of opioid treatment programs: rows differ from a plain program by what is given. */
export function programList(...rows: Partial<typeof PROGRAM>[]): string {
  return stringify(
    rows.map((row) => ({ ...PROGRAM, ...row })),
    { header: true },
  );
}
