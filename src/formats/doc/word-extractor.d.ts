declare module 'word-extractor' {
  interface Options {
    /** False keeps “” and —— as they are; else they become " and -. */
    filterUnicode?: boolean;
    includeHeadersAndFooters?: boolean;
  }

  interface Extracted {
    getBody(options?: Options): string;
    getFootnotes(options?: Options): string;
    getEndnotes(options?: Options): string;
    getTextboxes(options?: Options): string;
  }

  export default class WordExtractor {
    extract(source: Uint8Array): Promise<Extracted>;
  }
}
