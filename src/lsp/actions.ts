import {type CodeAction, CodeActionKind, type Diagnostic, type TextEdit} from 'vscode-languageserver/node';
import type {Finding, Fix} from '../core/finding.js';
import type {Language} from '../core/rule.js';
import {rangeOf} from './diagnostics.js';

/** What is offered in an editor's menu for a finding. */
export function actionsFor(
  {rule, fix, start}: Finding,
  diagnostic: Diagnostic,
  {uri, language, comments}: {uri: string; language: Language; comments: boolean},
): CodeAction[] {
  const zh = language === 'zh';
  const actions: CodeAction[] = [];
  if (fix) {
    actions.push({
      title: titleOf(fix, zh),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      isPreferred: fix.kind === 'safe',
      edit: {changes: {[uri]: editsOf(fix)}},
    });
  }
  if (comments) {
    const line = {line: start.line - 1, character: 0};
    const reason = zh ? '原因' : 'reason';
    actions.push({
      title: zh ? `屏蔽这一处：${rule}` : `Silence this one: ${rule}`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnostic],
      edit: {
        changes: {
          [uri]: [
            {range: {start: line, end: line}, newText: `<!-- govlint-disable-next-line ${rule} -- ${reason} -->\n`},
          ],
        },
      },
    });
  }
  return actions;
}

function titleOf({kind, edits}: Fix, zh: boolean): string {
  const [edit] = edits;
  const what =
    edits.length === 1 && edit!.start.offset === edit!.end.offset
      ? zh
        ? `补上“${edit!.text}”`
        : `Add ${edit!.text}`
      : zh
        ? '改正'
        : 'Correct it';
  return kind === 'safe' ? what : zh ? `${what}（请核对）` : `${what} (check it)`;
}

function editsOf({edits}: Fix): TextEdit[] {
  return edits.map(({start, end, text}) => ({range: rangeOf(start, end), newText: text}));
}
