import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {OptionFile} from '../core/option-file.js';
import type {AnyRule, Text} from '../core/rule.js';
import type {Problem} from '../core/run.js';
import {UserError} from '../core/user-error.js';
import type {ConfigFile, ConfigPath} from './file.js';
import type {UserConfig} from './schema.js';
import {problem} from './validate.js';

type Settings = NonNullable<UserConfig['rules']>;

/**
 * The settings with every file that a rule's option names by path read, its bytes in its place. Paths count from the
 * configuration file. A file that cannot be used is reported, and the option left out.
 */
export function withFiles(
  file: ConfigFile,
  at: ConfigPath,
  settings: Settings,
  known: ReadonlyMap<string, AnyRule>,
  report: (problem: Problem) => void,
): Settings {
  const read: Record<string, Settings[string]> = {...settings};
  for (const [id, setting] of Object.entries(settings)) {
    const files = known.get(id)?.files;
    if (!files || typeof setting === 'string' || setting[1] === undefined) continue;
    const options: Record<string, unknown> = {...setting[1]};
    for (const [name, accept] of Object.entries(files as Readonly<Record<string, (bytes: Uint8Array) => unknown>>)) {
      const path = options[name];
      if (typeof path !== 'string' || path === '') continue;
      try {
        const bytes = readFileSync(resolve(dirname(file.path), path));
        accept(bytes);
        options[name] = new OptionFile(path, createHash('sha1').update(bytes).digest('base64url'), bytes);
      } catch (error) {
        delete options[name];
        report(problem(file, [...at, id, 1, name], named(path, whyNot(error))));
      }
    }
    read[id] = [setting[0], options];
  }
  return read;
}

function named(path: string, {zh, en}: Text): Text {
  return {zh: `文件 ${path}：${zh}`, en: `file ${path}: ${en}`};
}

function whyNot(error: unknown): Text {
  if (error instanceof UserError) return error.text;
  if ((error as NodeJS.ErrnoException).code === 'ENOENT')
    return {
      zh: '没有这个文件（路径从配置文件所在的文件夹算起）',
      en: 'no such file (paths count from the configuration)',
    };
  const reason = error instanceof Error ? error.message : String(error);
  return {zh: `读不出来（${reason}）`, en: `it cannot be read (${reason})`};
}
