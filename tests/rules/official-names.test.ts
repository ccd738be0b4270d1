import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import rule from '../../rules/official-names.js';
import {folder} from '../helpers/cli.js';
import {ruleTester} from '../helpers/rule-tester.js';

const options = {
  documents: [
    {name: '中华人民共和国政府信息公开条例'},
    {name: '《云岭县古树名木保护管理办法》'},
    {name: '云岭县2023年政务公开工作要点'},
  ],
  institutions: [{name: '云岭县行政审批服务局'}, {name: '云岭县人民政府办公室'}, {name: '云岭县委'}],
};

ruleTester(rule, {
  valid: [
    {name: 'without lists', text: '《政府信息公开条列》'},
    ...[
      '《政府信息公开条例》《中华人民共和国政府信息公开条例》《云岭县古树名木保护管理办法》',
      '《青山县古树名木保护管理办法》',
      '《云岭县2024年政务公开工作要点》',
      '《安全生产条例》《条例》《信息》',
      '云岭县行政审批服务局、云岭县人民政府、云岭县人民政府办公厅、云岭县行政区划',
    ].map(text => ({text, options})),
  ],
  invalid: [
    {
      text: '《政府信息公开条列》',
      options,
      findings: [{at: '1:2-1:10', message: 'document', severity: 'warning', fixed: '《政府信息公开条例》'}],
    },
    {
      text: '《中华人民共和国政府信息公开例》',
      options,
      findings: [{at: '1:2-1:16', message: 'document', fixed: '《中华人民共和国政府信息公开条例》'}],
    },
    {text: '《云岭县古树名树保护管理办法》', options, findings: [{at: '1:2-1:15', message: 'document'}]},
    {
      text: '云岭县行政审批服局、云岭县行政审比服务局。',
      options,
      findings: [
        {at: '1:1-1:10', message: 'institution'},
        {at: '1:11-1:21', message: 'institution', fixed: '云岭县行政审批服局、云岭县行政审批服务局。'},
      ],
    },
  ],
});

test('the list of names is written from a folder of texts', () => {
  const cwd = folder({
    'a.txt': '云岭县河道管护办法\n\n第一条 为了管护河道。\n',
    'b/c.md': '# 云岭县人民政府关于\n加强防汛工作的决定\n\n正文\n',
    'd.txt': '没有标题的文字。\n',
    'e.docx': 'x',
  });
  const script = fileURLToPath(new URL('../../scripts/official-names.mjs', import.meta.url));
  const {stdout, stderr, status} = spawnSync(process.execPath, [script, cwd], {encoding: 'utf8'});
  expect(status).toBe(0);
  expect(stdout).toBe('名称\n云岭县人民政府关于加强防汛工作的决定\n云岭县河道管护办法\n');
  expect(stderr).toMatch(/d\.txt\n$/);
});
