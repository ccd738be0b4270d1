import type {CellPlace, Table} from './paragraph.js';

interface OpenTable {
  readonly table: Table;
  row: number;
  /** Columns of the row up to and with the open cell. */
  columns: number;
  /** How many of them the open cell takes. */
  span: number;
}

/** Keeps count of rows and columns; tables stand in cells of others. */
export class Tables {
  readonly #open: OpenTable[] = [];

  openTable(): void {
    this.#open.push({table: {cells: 0}, row: -1, columns: 0, span: 1});
  }

  closeTable(): void {
    this.#open.pop();
  }

  openRow(): void {
    const table = this.#open.at(-1);
    if (!table) return;
    table.row++;
    table.columns = 0;
  }

  openCell(): void {
    const table = this.#open.at(-1);
    if (!table) return;
    table.table.cells++;
    table.columns++;
    table.span = 1;
  }

  /** The open cell takes this many columns. */
  span(columns: number): void {
    const table = this.#open.at(-1);
    if (!table) return;
    const span = Math.min(Math.max(columns || 1, 1), 100);
    table.columns += span - table.span;
    table.span = span;
  }

  /** The open cell, undefined outside tables. */
  get cell(): CellPlace | undefined {
    const open = this.#open.at(-1);
    if (!open || open.row < 0) return undefined;
    return {table: open.table, row: open.row, column: open.columns - open.span};
  }
}
