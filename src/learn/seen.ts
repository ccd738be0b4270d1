/** Bits of the filter: of 20 million paragraphs, 10 GB of text, it takes about one in twenty for one seen before. */
const BITS = 2 ** 27;
const PROBES = 4;

/** Remembers texts in a fixed space (a Bloom filter), so that what an archive repeats is learned once. */
export class Seen {
  readonly bits = new Uint8Array(BITS / 8);

  /** Whether the text is new; it is not any more. Texts that differ only in their digits are the same: so they are to the model. */
  add(text: string): boolean {
    return this.#visit(text, true);
  }

  has(text: string): boolean {
    return !this.#visit(text, false);
  }

  #visit(text: string, mark: boolean): boolean {
    const [first, step] = hashesOf(text);
    let isNew = false;
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = (first + Math.imul(probe, step)) & (BITS - 1);
      if ((this.bits[bit >> 3]! >> (bit & 7)) & 1) continue;
      isNew = true;
      if (mark) this.bits[bit >> 3]! |= 1 << (bit & 7);
    }
    return isNew;
  }
}

function hashesOf(text: string): readonly [number, number] {
  let a = 0x2545f491;
  let b = 0x5bd1e995;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const read = unit >= 48 && unit <= 57 ? 48 : unit;
    a = Math.imul(a ^ read, 0x9e3779b1);
    b = Math.imul(b ^ read, 0x85ebca77);
  }
  a ^= a >>> 15;
  b ^= b >>> 13;
  return [Math.imul(a, 0xc2b2ae3d) ^ (a >>> 7), Math.imul(b, 0x27d4eb2f) | 1];
}
