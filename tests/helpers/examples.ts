export interface Example {
  /** Line of the page on which the example's fence stands. */
  readonly line: number;
  readonly format: string;
  readonly options: object;
  readonly text: string;
  /** What must be found, a line each; empty for good examples. */
  readonly findings: readonly string[];
}

const FENCE = /^```(\w+)[ \t]*(\{.*\})?\n([\s\S]*?)^```$/gm;

/** The files of an example in the format `files`: each begins with a line `== NAME`. */
export function filesOf({text}: Example): Record<string, string> {
  const parts = text.split(/^== (.+)\n/m).slice(1);
  return Object.fromEntries(parts.flatMap((name, index) => (index % 2 === 0 ? [[name, parts[index + 1]!]] : [])));
}

/** The examples of a rule's page: fences below 错误示例, each followed by a fence `findings`, and below 正确示例. */
export function examplesOf(page: string): {bad: Example[]; good: Example[]} {
  return {bad: read(section(page, '错误示例'), page), good: read(section(page, '正确示例'), page)};
}

function section(page: string, title: string): string {
  const start = page.indexOf(`\n## ${title}\n`);
  if (start === -1) throw new Error(`the page has no section ${title}`);
  const end = page.slice(start + 1).search(/\n(?:## |<!-- generated)/);
  return end === -1 ? page.slice(start) : page.slice(start, start + 1 + end);
}

function read(text: string, page: string): Example[] {
  const examples: Example[] = [];
  for (const [fence, format = '', options, content = ''] of text.matchAll(FENCE)) {
    const lineNumber = page.slice(0, page.indexOf(fence)).split('\n').length;
    if (format === 'findings') {
      const last = examples.pop();
      if (!last) throw new Error(`line ${lineNumber}: findings without an example before them`);
      examples.push({...last, findings: content.trimEnd().split('\n')});
    } else {
      examples.push({
        line: lineNumber,
        format,
        options: options ? JSON.parse(options) : {},
        text: content,
        findings: [],
      });
    }
  }
  return examples;
}
