/** What the `style` attribute of an element says that matters here; undefined where it says nothing of it. */
export interface Css {
  readonly hidden: boolean;
  readonly align: Align | undefined;
  /** Font size in points. */
  readonly size: number | undefined;
  readonly bold: boolean | undefined;
}

export type Align = 'left' | 'center' | 'right' | 'justify';

const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const ALIGN = /(?:^|[;\s])text-align\s*:\s*([a-z]+)/i;
const WEIGHT = /(?:^|[;\s])font-weight\s*:\s*(bold|[6-9]00|normal|400)/i;
const SIZE = /(?:^|[;\s])font-size\s*:\s*(\d+(?:\.\d+)?)(pt|px)/i;

/** Reads the value of a `style` attribute. */
export function readCss(css: string): Css {
  const align = ALIGN.exec(css);
  const weight = WEIGHT.exec(css);
  const size = SIZE.exec(css);
  return {
    hidden: HIDDEN.test(css),
    align: align ? alignOf(align[1]!) : undefined,
    size: size ? Number(size[1]) * (size[2]!.toLowerCase() === 'px' ? 0.75 : 1) : undefined,
    bold: weight ? /^(?:bold|[6-9])/i.test(weight[1]!) : undefined,
  };
}

/** The value of `text-align` or of an `align` attribute, in any letter case. */
export function alignOf(written: string): Align | undefined {
  const value = written.toLowerCase();
  return value === 'center' || value === 'right' || value === 'left' || value === 'justify' ? value : undefined;
}
