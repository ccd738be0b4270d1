import * as Flags from '@oclif/core/flags';
import {gateFlags} from './gate.js';

/** The options of `govlint check`, in the groups that its help shows. */
export const checkFlags = {
  ...gateFlags,
  config: Flags.string({char: 'c', helpValue: 'FILE', description: '使用这个配置文件 / use this configuration file'}),
  preset: Flags.option({
    options: ['gate', 'recommended', 'strict'] as const,
    description: '用这组规则代替配置里的级别 / use this set of rules over the configuration',
  })(),
  rule: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'ID=LEVEL',
    description: '规则=off|note|warning|error，可重复 / repeatable',
  }),
  'print-config': Flags.string({
    helpValue: 'FILE',
    description: '显示对这个文件生效的配置 / show the configuration that applies to this file',
  }),

  fix: Flags.option({
    helpGroup: 'FIXING',
    options: ['safe', 'suggested'] as const,
    helpValue: 'safe|suggested',
    description: '修复文件，默认只改有把握的 / fix files (default: safe fixes alone)',
    exclusive: ['stdin', 'staged', 'since', 'diff', 'baseline', 'update-baseline'],
  })(),
  'fix-dry-run': Flags.option({
    helpGroup: 'FIXING',
    options: ['safe', 'suggested'] as const,
    helpValue: 'safe|suggested',
    description: '只显示会怎样修改，不改文件 / print what --fix would change as a diff, change nothing',
    exclusive: ['since', 'diff', 'baseline', 'update-baseline'],
  })(),

  stdin: Flags.boolean({
    helpGroup: 'WHAT IS CHECKED',
    description: '从标准输入读一篇文章 / read one article from standard input',
    dependsOn: ['stdin-filename'],
    exclusive: ['staged', 'since', 'diff'],
  }),
  'stdin-filename': Flags.string({
    helpGroup: 'WHAT IS CHECKED',
    helpValue: 'NAME',
    description: '标准输入的文件名，决定格式和配置 / its name, for format and configuration',
    dependsOn: ['stdin'],
  }),
  watch: Flags.boolean({
    helpGroup: 'WHAT IS CHECKED',
    description: '文件一有改动就重新检查 / check again whenever files change',
    exclusive: ['stdin', 'staged', 'update-baseline'],
  }),
  staged: Flags.boolean({
    helpGroup: 'WHAT IS CHECKED',
    description: '检查 git 暂存的文件，以暂存的内容为准 / check what is staged in git, as it is staged',
    exclusive: ['since'],
  }),
  since: Flags.string({
    helpGroup: 'WHAT IS CHECKED',
    helpValue: 'REV',
    description: '只报自某个提交以来改动的行 / report only lines changed since a commit',
  }),
  shard: Flags.string({
    helpGroup: 'WHAT IS CHECKED',
    helpValue: 'I/N',
    description: '只检查 N 份里的第 I 份，见 govlint merge / check part I of N, see govlint merge',
  }),
  diff: Flags.boolean({
    helpGroup: 'WHAT IS CHECKED',
    description: '只报尚未提交的改动行 / report only lines changed since the last commit',
    exclusive: ['since'],
  }),
  annotate: Flags.string({
    helpValue: 'DIR',
    description:
      '把每个 .docx 的副本写到这个文件夹，问题处加 Word 批注 / write a copy of each .docx with Word comments at its findings',
    exclusive: ['stdin', 'staged', 'watch'],
  }),

  baseline: Flags.string({
    helpGroup: 'KNOWN FINDINGS',
    helpValue: 'FILE',
    description: '不报这个基线文件里已知的问题 / leave out the findings known in this file',
  }),
  'update-baseline': Flags.boolean({
    helpGroup: 'KNOWN FINDINGS',
    description: '把现有的问题写进基线 / write the present findings into the baseline (default: govlint-baseline.json)',
    exclusive: ['staged', 'since', 'diff', 'stdin'],
  }),
  cache: Flags.boolean({
    helpGroup: 'SPEED',
    description: '没有改动的文件用上次的结果 / use the last results for unchanged files',
  }),
  concurrency: Flags.integer({
    min: 1,
    max: 64,
    helpGroup: 'SPEED',
    helpValue: 'N',
    description: '同时检查的线程数 / threads that check (default: number of cores)',
  }),
  timing: Flags.boolean({
    helpGroup: 'SPEED',
    description: '显示各规则用的时间 / show the time of each rule (one thread)',
  }),
  'cache-location': Flags.string({
    helpGroup: 'SPEED',
    helpValue: 'FILE',
    default: '.govlintcache',
    description: '缓存文件 / the cache file',
  }),
};
