// npm run new-rule <id>: writes a rule, its page and its tests, and adds it to the list.
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const id = process.argv[2] ?? '';
if (!/^[a-z]+(?:-[a-z]+)+$/.test(id)) fail('用法 / usage: npm run new-rule <id>, such as no-double-space');

const root = new URL('..', import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, root));
const camel = id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
const files = {[`rules/${id}.ts`]: rule(), [`rules/${id}.md`]: page(), [`tests/rules/${id}.test.ts`]: test()};
for (const name of Object.keys(files)) if (existsSync(path(name))) fail(`${name} is there already`);
for (const [name, text] of Object.entries(files)) {
  writeFileSync(path(name), text);
  console.log(`wrote ${name}`);
}
const index = readFileSync(path('rules/index.ts'), 'utf8')
  .replace(/((?:^import \w+ from '\.\/.*\n)+)/m, imports => sortLines(`${imports}import ${camel} from './${id}.js';\n`))
  .replace(
    /(export const rules[^[]*\[\]? = \[\n)([^\]]*)\];/,
    (_, head: string, list: string) => `${head}${list}  ${camel},\n];`,
  );
writeFileSync(path('rules/index.ts'), index);
console.log('added it to rules/index.ts; now: npm run docs && npm test');

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function sortLines(text: string): string {
  return `${text
    .trimEnd()
    .split('\n')
    .sort((a, b) => (a.split("'")[1]! < b.split("'")[1]! ? -1 : 1))
    .join('\n')}\n`;
}

function rule(): string {
  return `import {defineRule} from '../src/core/rule.js';

export default defineRule({
  id: '${id}',
  // New rules start off: they go on when their findings on real articles hold up to an editor's reading.
  severity: 'off',
  basis: ['GB/T 15834-2011 …'],
  summary: {zh: '……', en: '…'},
  defaults: {},
  messages: {
    found: {zh: '“{found}”不规范：应为“{expected}”', en: 'Unexpected \`{found}\`, expected \`{expected}\`'},
  },
  check(article, {report}) {
    for (const block of article.blocks) {
      if (block.role !== 'paragraph') continue;
      for (const match of block.normalized.matchAll(/甲乙丙丁/g)) {
        const data = {found: match[0], expected: '甲、乙、丙、丁'};
        report(block, [match.index, match.index + match[0].length], 'found', {data});
      }
    }
  },
});
`;
}

function page(): string {
  return `# ${id}

……。

## 说明

……

## 依据

……

## 错误示例

\`\`\`txt
云岭县开展义务植树活动

来源：云岭县林业和草原局　发布时间：2024-03-12 16:20

甲乙丙丁。
\`\`\`

\`\`\`findings
5:1-5:5 warning “甲乙丙丁”不规范：应为“甲、乙、丙、丁”
\`\`\`

## 正确示例

\`\`\`txt
云岭县开展义务植树活动

来源：云岭县林业和草原局　发布时间：2024-03-12 16:20

甲、乙、丙、丁。
\`\`\`
`;
}

function test(): string {
  return `import rule from '../../rules/${id}.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: ['甲、乙、丙、丁。'],
  invalid: [{text: '甲乙丙丁。', findings: [{at: '1:1-1:5', message: 'found'}]}],
});
`;
}
