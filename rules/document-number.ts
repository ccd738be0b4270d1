import type {Block} from '../src/core/article.js';
import {HAN} from '../src/core/characters.js';
import type {Text} from '../src/core/rule.js';
import {defineRule} from '../src/core/rule.js';

/** What may stand for 〔 and 〕 in a number; half-width brackets next to Han are full-width ones in `normalized`. */
const OPEN = '[\\[［【（(〔﹝「〖{]';
const CLOSE = '[\\]］】）)〕﹞」〗}]';
const NUMBER = new RegExp(
  `([${HAN}])(\\s{0,2})(${OPEN})\\s{0,2}(\\d{4}|\\d{2})(年?)\\s{0,2}(${CLOSE})(\\s{0,2})(第?)(\\s{0,2})(\\d{1,5})(\\s{0,2})号(?![楼线院馆门车厅机井坑桥库区店厂站台床室地宗船炉仓塔路街令])`,
  'g',
);
/** Words at the end of an agency's code: the number is a document's beyond doubt. */
const CODE_END = /[发函办字令文电通报规告复批党政府委税财教建综价农]$/;
/** Words that end no code: 「出台了[2024]4号公告」. */
const NO_CODE = /[了的是为在与和及等布台过从按将被]$/;
/** Codes of certificates, land parcels and bids, which follow customs of their own. */
const OTHER_CODE = /[证照挂拍储宗标股]字?$|备案|许可证|地块|项目|编号|合同|协议/;

export default defineRule<object, 'found'>({
  id: 'document-number',
  severity: 'error',
  inspection: 'points',
  fix: 'safe',
  basis: ['GB/T 9704-2012 7.2.5', 'GB/T 15834-2011 4.9.3.4', '《党政机关公文处理工作条例》第九条（五）'],
  summary: {
    zh: '发文字号写作“国办发〔2017〕47号”：用六角括号，年份四位，不加“第”，不编虚位',
    en: 'A document number has 〔〕 round a four-digit year, no 第 and no leading zero',
  },
  defaults: {},
  messages: {
    found: {
      zh: '发文字号“{found}”不规范（{reason}）：应为“{expected}”',
      en: 'Malformed document number `{found}` ({reason}): expected `{expected}`',
    },
  },
  check(article, {report}) {
    for (const block of article.blocks) {
      if (block.role === 'furniture' || block.role === 'image' || !block.text.includes('号')) continue;
      for (const match of block.normalized.matchAll(NUMBER)) {
        const flaw = flawOf(block, match);
        if (flaw) {
          const {range, data, severity, suggestion} = flaw;
          report(block, range, 'found', {
            data,
            fix: [{range, text: data.expected}],
            ...(severity && {severity}),
            ...(suggestion && {fixKind: 'suggested'}),
          });
        }
      }
    }
  },
});

function flawOf(block: Block, match: RegExpExecArray) {
  const [, last, , open, year, word, close, , ordinal, , digits] = match as unknown as string[];
  const reasons: Text[] = [];
  if (open !== '〔' || close !== '〕') reasons.push({zh: '年份用〔〕', en: '〔〕 round the year'});
  if (year!.length === 2) reasons.push({zh: '年份写四位', en: 'a year of four digits'});
  if (word) reasons.push({zh: '年份后不加“年”', en: 'no 年'});
  if (ordinal) reasons.push({zh: '不加“第”', en: 'no 第'});
  if (digits!.startsWith('0')) reasons.push({zh: '不编虚位', en: 'no leading zero'});
  if (reasons.length === 0 || Number(digits) === 0) return undefined;
  const code = block.text.slice(Math.max(0, match.index - 5), match.index) + last!;
  if (OTHER_CODE.test(code) || NO_CODE.test(code)) return undefined;
  const certain = CODE_END.test(code);
  // Penalty decisions are numbered 罚字〔2020〕第5号 by old custom; a bare year in brackets may be something else.
  const custom = ordinal !== '' && /[字决]$/.test(code) && reasons.length === 1;
  if (!certain && (open === '〔' || !/^(?:19|20)/.test(year!))) return undefined;
  const start = match.index + 1 + match[2]!.length;
  const end = match.index + match[0].length;
  return {
    range: [start, end] as const,
    data: {
      found: block.text.slice(start, end),
      expected: `〔${year!.length === 2 ? century(year!) : year}〕${Number(digits)}号`,
      reason: {zh: reasons.map(({zh}) => zh).join('，'), en: reasons.map(({en}) => en).join(', ')},
    },
    severity: custom ? ('note' as const) : certain && year!.length === 4 ? undefined : ('warning' as const),
    suggestion: custom || !certain || year!.length === 2,
  };
}

function century(year: string): string {
  return Number(year) > 70 ? `19${year}` : `20${year}`;
}
