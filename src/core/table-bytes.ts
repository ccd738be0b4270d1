/** What Node and newer browsers decode base64 with, several times as fast as `atob`. */
interface Decoders {
  readonly Buffer?: {from(text: string, encoding: 'base64'): Uint8Array};
  readonly Uint8Array: {fromBase64?(text: string): Uint8Array};
}

/** The bytes of a table as it ships: in base64, or its bytes where a bundle keeps them in a file. */
export function tableBytes(table: string | Uint8Array): Uint8Array {
  if (typeof table !== 'string') return table;
  const {Buffer, Uint8Array: Bytes} = globalThis as unknown as Decoders;
  if (Buffer) return Buffer.from(table, 'base64');
  return Bytes.fromBase64?.(table) ?? Uint8Array.from(atob(table), unit => unit.charCodeAt(0));
}
