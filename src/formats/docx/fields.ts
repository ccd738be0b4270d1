/** The fields that are open, such as a hyperlink or the number of a figure: their code is no text, their result is. */
export class Fields {
  readonly #open: Array<'code' | 'result'> = [];
  #codes = 0;

  /** @param type of a `w:fldChar`. */
  mark(type: string | undefined): void {
    if (type === 'begin') {
      this.#open.push('code');
      this.#codes++;
    } else if (type === 'separate' || type === 'end') {
      const open = this.#open.pop();
      if (open === 'code') this.#codes--;
      if (open && type === 'separate') this.#open.push('result');
    }
  }

  get inCode(): boolean {
    return this.#codes > 0;
  }

  /** A code ends in its own paragraph; where its end is missing, the text behind must not be lost. */
  endParagraph(): void {
    this.#open.fill('result');
    this.#codes = 0;
  }
}
