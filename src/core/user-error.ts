import type {Text} from './rule.js';

/** Something that cannot be done as the user asked; the words say what, where, and the way out. */
export class UserError extends Error {
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
