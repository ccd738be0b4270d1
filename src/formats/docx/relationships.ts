import {type Archive, damaged} from './archive.js';
import {walk} from './xml.js';

/** A part of the document and the parts it refers to. */
export interface Part {
  /** Its name in the archive. */
  readonly name: string;
  /** Name of the part with its relationships. */
  readonly relationships: string;
  /** Names of the parts it refers to, by the last word of the relationship's type: `styles`, `footnotes` … */
  readonly related: ReadonlyMap<string, string>;
}

/**
 * The part with the document's text, wherever the package keeps it.
 * @throws {UnreadableError} when the archive is no Word document.
 */
export function mainPart(archive: Archive): Part {
  const named = relationshipsOf(archive, '_rels/.rels', '').get('officeDocument') ?? 'word/document.xml';
  if (!archive.has(named)) throw damaged();
  const slash = named.lastIndexOf('/');
  const folder = named.slice(0, slash + 1);
  const relationships = `${folder}_rels/${named.slice(slash + 1)}.rels`;
  return {name: named, relationships, related: relationshipsOf(archive, relationships, folder)};
}

/** Name of the part with the document's properties. */
export function propertiesPart(archive: Archive): string {
  return relationshipsOf(archive, '_rels/.rels', '').get('core-properties') ?? 'docProps/core.xml';
}

function relationshipsOf(archive: Archive, name: string, folder: string): Map<string, string> {
  const targets = new Map<string, string>();
  const xml = archive.text(name);
  if (xml === undefined) return targets;
  walk(xml, {
    open(tag) {
      if (tag.name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
      const type = tag.attribute('Type') ?? '';
      const target = tag.attribute('Target') ?? '';
      const key = type.slice(type.lastIndexOf('/') + 1);
      if (!targets.has(key)) targets.set(key, resolveTarget(target, folder));
    },
    close() {},
  });
  return targets;
}

/** A target counts from the folder of the part that names it, or from the root when it begins with a slash. */
function resolveTarget(target: string, folder: string): string {
  const names: string[] = [];
  for (const name of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/');
}
