function set(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}

const VOID = set('area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr');
const RAW = set('iframe noembed noframes script style textarea title xmp');
const SILENT = set(
  'aside audio button canvas datalist footer iframe map nav noembed noframes noscript object rp rt script select style svg template textarea video',
);
const BLOCKS = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead title tr ul video xmp',
);
const CLOSES_P = set(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul',
);
const SCOPES = set('button caption object select table td template th');
const LISTS = set('dir dl menu ol ul');
const TABLE_PARTS = set('caption table tbody td tfoot th thead tr');

/** What is to be known of an element by its name alone. */
export class Tag {
  readonly name: string;
  /** Has no content and no end tag. */
  readonly isVoid: boolean;
  /** Its content holds no tags. */
  readonly isRaw: boolean;
  /** Its content is no text, or text that is no part of an article. */
  readonly isSilent: boolean;
  /** Begins and ends a line. */
  readonly isBlock: boolean;
  readonly closesParagraph: boolean;
  /** An end tag closes nothing outside the innermost of these. */
  readonly isScope: boolean;
  readonly isList: boolean;
  readonly isTablePart: boolean;
  /** 1 to 6 for `h1` to `h6`, else 0. */
  readonly heading: number;

  constructor(name: string) {
    this.name = name;
    this.isVoid = VOID.has(name);
    this.isRaw = RAW.has(name);
    this.isSilent = SILENT.has(name);
    this.isBlock = BLOCKS.has(name);
    this.closesParagraph = CLOSES_P.has(name);
    this.isScope = SCOPES.has(name);
    this.isList = LISTS.has(name);
    this.isTablePart = TABLE_PARTS.has(name);
    this.heading = /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
  }
}

const KNOWN = new Map<string, Tag>();
for (const names of [VOID, RAW, SILENT, BLOCKS, SCOPES, set('a b i u font span strong em')]) {
  for (const name of names) KNOWN.set(name, new Tag(name));
}

/** The tag of a name, in any letter case. */
export function tagOf(written: string): Tag {
  const tag = KNOWN.get(written);
  if (tag) return tag;
  const name = written.toLowerCase();
  return KNOWN.get(name) ?? new Tag(name);
}
