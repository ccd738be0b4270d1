import type {Datum, Language, Text} from './rule.js';

/** Fills the `{keys}` of a message; a key without a value stays as it is, so that a mistake shows. */
export function render(message: Text, data: Readonly<Record<string, Datum>>, language: Language): string {
  return message[language].replace(/\{([a-zA-Z]+)\}/g, (whole, key: string) => {
    const value = data[key];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/** The `{keys}` of a template, sorted, each once. */
export function keysOf(template: string): string[] {
  return [...new Set(Array.from(template.matchAll(/\{([a-zA-Z]+)\}/g), match => match[1]!))].sort();
}

/** A list as each language writes it: 来源、发布日期 / source, publication date. */
export function list(items: readonly Text[]): Text {
  return {zh: items.map(item => item.zh).join('、'), en: items.map(item => item.en).join(', ')};
}
