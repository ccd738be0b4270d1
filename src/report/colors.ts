/** What a report for people marks up; the colours that every terminal has. */
export type Colors = Readonly<
  Record<'red' | 'yellow' | 'blue' | 'green' | 'dim' | 'underline', (text: string) => string>
>;

const same = (text: string) => text;
const NONE: Colors = {red: same, yellow: same, blue: same, green: same, dim: same, underline: same};

/** chalk's colours, loaded only for a terminal: a report in a pipe has none. */
export async function colorsFor(color: boolean): Promise<Colors> {
  if (!color) return NONE;
  const {Chalk} = await import('chalk');
  return new Chalk({level: 1});
}
