// npm run docs: writes the generated part of each rule's page, and in the READMEs the rule tables and what the built CLI
// prints for the examples.
// npm run docs -- --check: exits 1 when one of them is not up to date, for the tests.
import {spawnSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {z} from 'zod';
import {rules} from '../rules/index.js';
import type {AnyRule, Language} from '../src/core/rule.js';

const MARK = '<!-- generated: npm run docs -->';
const END = '<!-- /generated -->';
const EXAMPLE = /(<!-- example: (.+?) -->\n```text\n)[\s\S]*?(```\n<!-- \/example -->)/g;
const SEVERITY = {error: '错误', warning: '警告', note: '提示', off: '关闭'} as const;
const FIX = {safe: '可自动修复', suggested: '给出建议', none: '无'} as const;

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const check = process.argv.includes('--check');
let stale = 0;

for (const rule of rules)
  update(`rules/${rule.id}.md`, page => `${page.split(`\n${MARK}`)[0]!.trimEnd()}\n\n${MARK}\n\n${reference(rule)}`);
update('README.md', page => withExamples(replaceBetween(page, table('en'))));
update('README.zh-CN.md', page => withExamples(replaceBetween(page, table('zh'))));
if (stale > 0) process.exitCode = 1;

function update(name: string, change: (text: string) => string): void {
  const before = readFileSync(path(name), 'utf8');
  const after = change(before);
  if (after === before) return;
  if (check) {
    stale++;
    console.error(`${name} is not up to date: npm run docs`);
  } else {
    writeFileSync(path(name), after);
    console.log(`wrote ${name}`);
  }
}

function replaceBetween(page: string, content: string): string {
  const start = page.indexOf(MARK);
  const end = page.indexOf(END, start);
  if (start === -1 || end === -1) throw new Error('the page has no generated part');
  return `${page.slice(0, start + MARK.length)}\n\n${content}\n${page.slice(end)}`;
}

/** Puts what `govlint ARGUMENTS` prints below each `<!-- example: ARGUMENTS -->`. */
function withExamples(page: string): string {
  return page.replace(EXAMPLE, (_, before: string, args: string, after: string) => {
    const {stdout, stderr} = spawnSync(process.execPath, [path('bin/run.js'), ...args.split(' ')], {
      cwd: path('.'),
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(`govlint ${args} printed nothing: build first (${stderr})`);
    return `${before}${stdout}${after}`;
  });
}

/** Severity, options and messages of a rule, as they are in the code. */
function reference(rule: AnyRule): string {
  const parts = [`## 级别\n\n${SEVERITY[rule.severity]}；修复：${FIX[rule.fix ?? 'none']}。`];
  const options = optionRows(rule);
  if (options.length > 0)
    parts.push(`## 选项\n\n| 选项 | 取值 | 默认 | 说明 |\n| --- | --- | --- | --- |\n${options.join('\n')}`);
  const messages = Object.entries(rule.messages).map(([key, {zh, en}]) => row([`\`${key}\``, zh, en]));
  parts.push(`## 消息\n\n| 键 | 中文 | English |\n| --- | --- | --- |\n${messages.join('\n')}`);
  return `${parts.join('\n\n')}\n`;
}

function optionRows(rule: AnyRule): string[] {
  if (!rule.options) return [];
  const shape = rule.options(z) as Record<string, z.ZodType>;
  return Object.entries(shape).map(([name, schema]) =>
    row([
      `\`${name}\``,
      typeOf(schema),
      `\`${JSON.stringify((rule.defaults as Record<string, unknown>)[name])}\``,
      schema.description ?? '',
    ]),
  );
}

function typeOf(schema: z.ZodType): string {
  const {
    type,
    enum: values,
    items,
  } = z.toJSONSchema(schema, {unrepresentable: 'any'}) as {type?: string; enum?: unknown[]; items?: {type?: string}};
  if (values) return values.map(value => `\`${JSON.stringify(value)}\``).join(' ');
  return items ? `${items.type ?? 'any'}[]` : (type ?? 'any');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
}

function table(language: Language): string {
  const head = language === 'zh' ? ['规则', '查什么', '级别'] : ['Rule', 'What it finds', 'Severity'];
  const rows = rules.map(({id, summary, severity}) =>
    row([`[${id}](rules/${id}.md)`, summary[language], language === 'zh' ? SEVERITY[severity] : severity]),
  );
  return `${row(head)}\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
