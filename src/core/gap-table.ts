// The file of a model of missing marks that a site has adapted to its own archive (`govlint train`).
import {encode, FEATURES} from './gap-features.js';
import {forEachGap, type GapModel, packModel, unpackModel} from './gap-model.js';
import {UserError} from './user-error.js';

const MAGIC = 'govlint model\n\0\0';
const VERSION = 1;
const HEADER = 32;

/** Header: 16 bytes of name, then 32-bit numbers: version, key of the features, length and checksum of the packed model. */
export function packTable(model: GapModel): Uint8Array {
  const packed = packModel(model);
  const bytes = new Uint8Array(HEADER + packed.length);
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i);
  const header = new DataView(bytes.buffer);
  header.setUint32(16, VERSION, true);
  header.setUint32(20, featuresKey(), true);
  header.setUint32(24, packed.length, true);
  header.setUint32(28, checksum(packed), true);
  bytes.set(packed, HEADER);
  return bytes;
}

/** @throws {UserError} when the bytes are no table, are damaged, or go with other features than this version has. */
export function unpackTable(bytes: Uint8Array): GapModel {
  const name = String.fromCharCode(...bytes.subarray(0, MAGIC.length));
  if (bytes.length < HEADER || name !== MAGIC)
    throw new UserError({
      zh: '不是 govlint train 生成的模型文件',
      en: 'it is no model that govlint train wrote',
    });
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER);
  if (header.getUint32(16, true) !== VERSION || header.getUint32(20, true) !== featuresKey()) throw otherVersion();
  const packed = bytes.subarray(HEADER);
  if (packed.length !== header.getUint32(24, true) || checksum(packed) !== header.getUint32(28, true))
    throw new UserError({
      zh: '文件已损坏或不完整：请用 govlint train 重新生成',
      en: 'the file is damaged or incomplete: write it again with govlint train',
    });
  try {
    return unpackModel(packed);
  } catch {
    throw otherVersion();
  }
}

function otherVersion(): UserError {
  return new UserError({
    zh: '由另一版本的 govlint 生成，与这一版不能通用：请用 govlint train 重新生成',
    en: 'another version of govlint wrote it, and this one cannot use it: write it again with govlint train',
  });
}

/** A number that changes with the templates of the features: a weight means nothing to other ones. */
export function featuresKey(): number {
  const hashes = new Int32Array(FEATURES);
  let key = FEATURES;
  const add = () => {
    for (const hash of hashes) key = (Math.imul(key, 31) + hash) | 0;
  };
  forEachGap(encode('会议强调，各部门要加强协调配合形成合力，确保2025年任务完成；要抓好落实、注重实效。'), add, hashes);
  return key >>> 0;
}

/** Tells damage, not forgery. */
function checksum(bytes: Uint8Array): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  return sum >>> 0;
}
