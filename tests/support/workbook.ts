import { crc32, deflateRawSync } from "node:zlib";

/**
 * A cell of a workbook, as a spreadsheet keeps it: text, number, yes or no, a true date (its serial number), a fault, a formula without its
 * result. */
export type Cell = string | number | boolean | { serial: number } | { fault: string } | { formula: string };

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = "http://schemas.openxmlformats.org";

/** The bytes of an Excel workbook with one sheet. */
export function workbookOf(rows: readonly (readonly Cell[])[]): Buffer {
  const cells = rows.map(
    (row, index) => `<row r="${index + 1}">${row.map((each, at) => cellOf(each, at, index)).join("")}</row>`,
  );
  return zipOf({
    "[Content_Types].xml":
      `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types">` +
      '<Default Extension="xml" ContentType="application/xml"/></Types>',
    "xl/workbook.xml":
      `${HEAD}<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${OFFICE}/officeDocument/2006/relationships">` +
      '<sheets><sheet name="Places" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${OFFICE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="rId2" Type="${OFFICE}/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    // Style 1 shows a number as a date.
    "xl/styles.xml":
      `${HEAD}<styleSheet xmlns="${OFFICE}/spreadsheetml/2006/main">` +
      '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml": `${HEAD}<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetData>${cells.join("")}</sheetData></worksheet>`,
  });
}

function cellOf(cell: Cell, column: number, row: number): string {
  const at = `r="${String.fromCodePoint(65 + column)}${row + 1}"`;
  if (typeof cell === "number") return `<c ${at}><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c ${at} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") return `<c ${at} t="inlineStr"><is><t>${cell}</t></is></c>`;
  if ("formula" in cell) return `<c ${at}><f>${cell.formula}</f></c>`;
  return "serial" in cell ? `<c ${at} s="1"><v>${cell.serial}</v></c>` : `<c ${at} t="e"><v>${cell.fault}</v></c>`;
}

function zipOf(files: Record<string, string>): Buffer {
  const [entries, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(text), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(Buffer.byteLength(text), 18);
    fields.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), packed);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\0"), fields, place, Buffer.from(name));
    offset += 4 + fields.length + name.length + packed.length;
  }
  const count = Object.keys(files).length;
  const end = Buffer.alloc(18);
  for (const at of [4, 6]) end.writeUInt16LE(count, at);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...entries, ...directory, Buffer.from("PK\u0005\u0006"), end]);
}
