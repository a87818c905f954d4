import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { crc32 } from "node:zlib";

/** A workbook (.xlsx) of text cells, as small as readers take it. */
export function workbookFile(sheets: Record<string, readonly (readonly string[])[]>): string {
  const names = Object.keys(sheets);
  const parts: [name: string, text: string][] = [
    ["xl/workbook.xml", workbook(names)],
    ["xl/_rels/workbook.xml.rels", relations(names)],
    ...Object.values(sheets).map((rows, index): [string, string] => [
      `xl/worksheets/sheet${index + 1}.xml`,
      sheet(rows),
    ]),
  ];
  const file = path.join(mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-workbook-")), "rows.xlsx");
  writeFileSync(file, zip(parts));
  return file;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

function workbook(names: readonly string[]): string {
  const list = names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`);
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join("")}</sheets></workbook>`;
}

function relations(names: readonly string[]): string {
  const list = names.map(
    (_, index) =>
      `<Relationship Id="r${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${list.join("")}</Relationships>`;
}

function sheet(rows: readonly (readonly string[])[]): string {
  const text = (cell: string) => cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const lines = rows.map((cells, row) => {
    const list = cells.map(
      (cell, column) =>
        `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${text(cell)}</t></is></c>`,
    );
    return `<row r="${row + 1}">${list.join("")}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${lines.join("")}</sheetData></worksheet>`;
}

/** Entries stored as they are, then the directory of them, then its end. */
function zip(parts: readonly [name: string, text: string][]): Buffer {
  const [files, directory]: Buffer[][] = [[], []];
  let offset = 0;
  for (const [name, text] of parts) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(data), 10);
    shared.writeUInt32LE(data.length, 14);
    shared.writeUInt32LE(data.length, 18);
    shared.writeUInt16LE(path.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    files!.push(Buffer.from("PK\u0003\u0004"), shared, path, data);
    directory!.push(Buffer.from("PK\u0001\u0002\u0014\u0000"), shared, rest, path);
    offset += 4 + shared.length + path.length + data.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory!).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files!, ...directory!, Buffer.from("PK\u0005\u0006"), end]);
}
