import type {Article, Block} from '../src/core/article.js';
import {defineRule, type Severity} from '../src/core/rule.js';
import type {Span} from '../src/core/source.js';

type Message = 'label' | 'date' | 'unit' | 'draft' | 'assistant';

export default defineRule<object, Message>({
  id: 'placeholder-text',
  severity: 'warning',
  inspection: 'points',
  basis: ['《报纸编校质量评比差错认定细则》第十六条', '无专门条款：起草残留'],
  summary: {
    zh: '发布的文章里不得留有占位的文字',
    en: 'No placeholder of the draft is left in the article',
  },
  defaults: {},
  messages: {
    label: {
      zh: '“{label}”后面还是占位的“{found}”：应填写实际内容，不公开的请删去这一项',
      en: 'Placeholder `{found}` after `{label}`: expected what it is, or the item removed',
    },
    date: {
      zh: '日期“{found}”没有填完整：应写明年、月、日，如“{expected}”',
      en: 'Incomplete date `{found}`: expected year, month and day, such as `{expected}`',
    },
    unit: {
      zh: '“{found}”像是模板里的占位：不是有意隐去的，应写实际名称',
      en: '`{found}` looks like a placeholder: expected the real name unless it is left out on purpose',
    },
    draft: {
      zh: '“{found}”是起草时的标记：应补上内容，或者删去',
      en: '`{found}` is a mark of the draft: fill it in or delete it',
    },
    assistant: {
      zh: '“{found}”是生成文稿时的话，不是文章内容：应删去',
      en: '`{found}` is talk about the text, not the text: expected without it',
    },
  },
  check(article, {report}) {
    const {blocks} = article;
    const found: Array<{
      block: Block;
      range: Span;
      message: Message;
      severity?: Severity;
      data: Record<string, string>;
    }> = [];
    const end = annexFrom(article);
    for (const block of blocks.slice(0, end)) {
      if (block.role === 'furniture' || block.role === 'image' || block.text.length > LONGEST) continue;
      const add = (message: Message, range: Span, data: Record<string, string> = {}, severity?: Severity) => {
        if (block.inLiteral(range[0]) && message !== 'draft') return;
        const data_ = {found: block.text.slice(...range), ...data};
        found.push({block, range, message, data: data_, ...(severity && {severity})});
      };
      checkCrosses(block, add);
      checkDraft(block, add);
    }
    const crosses = found.filter(({message}) => message !== 'draft' && message !== 'assistant');
    // Where blanks are everywhere, the article is a form for others to fill in.
    const isForm = crosses.length >= FORM || FORM_TITLE.test(article.metadata.get('title')?.[0]?.value ?? '');
    for (const {block, range, message, data, severity} of found) {
      if (isForm && message !== 'draft' && message !== 'assistant') continue;
      report(block, range, message, {data, ...(severity && {severity})});
    }
  },
});

/** Longer lines hold a whole document, and with it perhaps a form. */
const LONGEST = 5000;
/** From so many blanks on, an article is a form. */
const FORM = 6;
const FORM_TITLE = /模板|范本|示范文本|样[式本表]|格式|填写说明/;
/** 附件1 alone on its line: what follows is an annex, most often a form. */
const ANNEX = /^附(?:件|表|录)\s*[\d一二三四五六七八九十]{0,2}\s*$/;

function annexFrom({blocks}: Article): number {
  const at = blocks.findIndex(({text}) => text.length <= 8 && ANNEX.test(text));
  return at === -1 ? blocks.length : at;
}

type Add = (message: Message, range: Span, data?: Record<string, string>, severity?: Severity) => void;

/** × and ＊, the letter X in their place, and circles. */
const CROSS = '[×✕╳XxＸ*＊]';
/** A label whose whole value is crosses: 张×× hides a name on purpose, 138****1234 a number. */
const LABEL = new RegExp(
  `(联系人|联系电话|咨询电话|监督电话|举报电话|电话|手机|传真|邮箱|电子邮箱|地址|联系地址|负责人|主持人|参加人|记录人|撰稿|记者|通讯员|来源|作者|审核|编辑|责任编辑|发文字号|文号)\\s*[:：]\\s*(${CROSS}{2,}(?:[-—]${CROSS}{2,})?)(?=[\\s，。；、）)|｜]|$)`,
  'g',
);
const DATE = new RegExp(
  `(?:(?:\\d{4}|\\d{2}${CROSS}{2}|${CROSS}{2,4})年)?(?:(?:\\d{1,2}|${CROSS}{1,2})月)(?:\\d{1,2}|${CROSS}{1,2})日`,
  'g',
);
const UNIT = new RegExp(
  `(?<![A-Za-z×✕╳Ｘ*＊])${CROSS}{2,4}(?:省|市|县|区|镇|乡|村|街道|社区|局|单位|部门|同志|领导)`,
  'g',
);

function checkCrosses({role, text}: Block, add: Add): void {
  if (!/[×✕╳XxＸ*＊]/.test(text)) return;
  for (const match of text.matchAll(LABEL)) {
    const end = match.index + match[0].length;
    add('label', [match.index, end], {label: match[1]!, found: match[2]!});
  }
  for (const match of text.matchAll(DATE)) {
    if (!/[×✕╳XxＸ*＊]/.test(match[0])) continue;
    // Case studies leave dates out on purpose.
    const certain = role === 'signature' || role === 'metadata' || role === 'title' || text.length <= 20;
    const expected = /年/.test(match[0]) ? '2024年5月1日' : '5月1日';
    add('date', [match.index, match.index + match[0].length], {expected}, certain ? undefined : 'note');
  }
  const unit = UNIT.exec(text);
  UNIT.lastIndex = 0;
  if (unit) add('unit', [unit.index, unit.index + unit[0].length], {}, 'note');
}

const DRAFT =
  /[（(【[]\s*(?:此处|这里|在此)\s*(?:可)?(?:插入|添加|填写|补充|配|放|上传|加)[^）)】\]]{0,20}[）)】\]]|[（(【[]\s*(?:内容|数据|文字|图片)?待(?:补充?|核实|完善|填写?)\s*[）)】\]]|[【[]请(?:填写|输入|补充|插入|替换|在此)[^】\]]{0,20}[】\]]|(?:单击|点击|请在)此处(?:输入|添加|填写|插入)(?:标题|文字|文本|内容|正文|图片)?|Lorem ipsum|\{\{\s?[\w.\u4e00-\u9fff]{1,30}\s?\}\}|\$\{[\w.]{1,30}\}/gi;
const ASSISTANT =
  /^(?:好的[，,！!。]?\s*)?(?:以下|下面|这)是(?:我)?(?:一[篇份])?(?:为您|为你|根据您|根据你|按照您|按您)[^。！]{0,30}[：:。！]?|作为(?:一个|一名|一款)?\s?(?:AI|人工智能)(?:语言)?(?:模型|助手)，|^希望(?:以上|这篇|这份|本文)[^。]{0,20}(?:对您|帮助您|帮到您|您的(?:要求|需求))[^。]{0,10}[。！]?|(?:如果?您?需要|如需)(?:进一步)?(?:修改|调整|润色|完善)[^。]{0,20}告诉我[^。]{0,6}[。！]?/gi;

function checkDraft({text}: Block, add: Add): void {
  for (const match of text.matchAll(DRAFT)) add('draft', [match.index, match.index + match[0].length]);
  if (!/[您你我]|AI|人工智能/i.test(text)) return;
  for (const match of text.matchAll(ASSISTANT)) add('assistant', [match.index, match.index + match[0].length]);
}
