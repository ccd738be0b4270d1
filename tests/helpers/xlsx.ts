import {strToU8, zipSync} from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook with one sheet, by name: the rows' XML, and other parts in place of these or besides. */
export function xlsx(rows: string, others: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': workbook('<sheet name="词表" sheetId="1" r:id="rId1"/>'),
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet(rows),
    ...others,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

export function workbook(sheets: string, properties = ''): string {
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${properties}/><sheets>${sheets}</sheets></workbook>`;
}

export function sheet(rows: string): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

export function shared(strings: readonly string[]): string {
  return `<sst xmlns="${MAIN}">${strings.map(string => `<si>${string}</si>`).join('')}</sst>`;
}

/** Cells of style 0 are plain, those of the others in order have these formats. */
export function styles(formats: readonly number[], codes = ''): string {
  const cells = [0, ...formats].map(format => `<xf numFmtId="${format}"/>`).join('');
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells}</cellXfs></styleSheet>`;
}
