import type {Article, Block, Field} from '../src/core/article.js';
import {foldWidth} from '../src/core/characters.js';
import {dayNumber, readDate, type WrittenDate} from '../src/core/publication-date.js';
import {defineRule, type RuleContext} from '../src/core/rule.js';

type Message = 'title' | 'date' | 'future' | 'written' | 'lead' | 'origin' | 'vagueSource' | 'visible';
type Report = RuleContext<object, Message>['report'];

export default defineRule<object, Message>({
  id: 'metadata-consistency',
  severity: 'error',
  inspection: 'veto',
  basis: [
    '国办秘函〔2019〕19号 单项否决',
    '国办发〔2017〕47号 附件《网页设计规范》',
    '互联网新闻信息服务管理规定（2017）第十五条',
  ],
  summary: {
    zh: '标题、日期、来源前后一致，日期先后合理',
    en: 'Title, dates and source agree with each other and with the text',
  },
  defaults: {},
  messages: {
    title: {
      zh: '{label}“{value}”与正文标题不同：应写作“{expected}”',
      en: '{label} `{value}` differs from the headline: expected `{expected}`',
    },
    date: {
      zh: '发布日期“{value}”与“{label}”里的“{other}”不同：应改成同一天',
      en: 'Publication date `{value}` differs from {label} `{other}`: expected the same day',
    },
    future: {
      zh: '发布日期“{value}”还没有到：应写实际发布的日期，不晚于 {expected}',
      en: 'Publication date `{value}` lies in the future: expected the actual one, {expected} at the latest',
    },
    written: {
      zh: '成文日期“{value}”晚于发布日期“{other}”：文件应先成文后发布，请核对',
      en: 'Date of writing `{value}` is after the publication date `{other}`: check both',
    },
    lead: {
      zh: '“{value}”晚于发布日期“{other}”：事情还没有发生就已报道，请核对两个日期',
      en: '`{value}` is after the publication date `{other}`: the news is older than the event; check both dates',
    },
    origin: {
      zh: '正文是{agency}的稿件，来源却写“{value}”：转载应注明原来的媒体，写作“来源：{agency}”',
      en: 'The text is from {agency}, but the source says `{value}`: expected the medium it is reprinted from, `来源：{agency}`',
    },
    vagueSource: {
      zh: '来源“{value}”没有说明稿件从哪里来：应写明原来的媒体或单位，如“来源：某某日报”',
      en: 'Source `{value}` does not say where the text is from: expected the medium or the unit, such as `来源：某某日报`',
    },
    visible: {zh: '另一处写在这里', en: 'The other one'},
  },
  check(article, {report}) {
    if (!article.holdsArticle) return;
    checkTitle(article, report);
    const published = checkDates(article, report);
    checkSource(article, report);
    if (published) checkLead(article, published, report);
  },
});

/** The title in page tags and front matter against the headline that is shown. */
function checkTitle(article: Article, report: Report): void {
  const titles = article.metadata.get('title') ?? [];
  const shown = titles.filter(({origin, value}) => origin === 'visible' && value !== '');
  if (shown.length === 0) return;
  for (const field of titles) {
    if (field.origin === 'visible' || field.origin === 'property' || field.value === '') continue;
    if (shown.some(({value}) => sameTitle(value, field.value))) continue;
    report(article, field.span, 'title', {
      severity: 'warning',
      data: {label: field.label, value: brief(field.value), expected: brief(shown[0]!.value)},
      related: [{place: article, range: shown[0]!.span, message: 'visible'}],
    });
  }
}

/** Alike but for marks and spaces, or one holds the other: a site's name behind it, a headline with its subtitle. */
function sameTitle(a: string, b: string): boolean {
  const [one, two] = [bare(a), bare(b)];
  if (one.length < 4 || two.length < 4) return true;
  return one.includes(two) || two.includes(one);
}

function bare(title: string): string {
  return foldWidth(title).replace(/[^\p{L}\p{N}]/gu, '');
}

interface Published extends WrittenDate {
  readonly field: Field;
}

/** 更新时间 and 归档时间 are not when it was published, 发文日期 is when the document was sent out. */
const PUBLISHED = /^(?:发布(?:日期|时间|于)|日期|时间|pubdate|date|publishdate|publishtime|published)$/i;

/** Compares all dates of the article's metadata; returns the publication date that a reader sees. */
function checkDates(article: Article, report: Report): Published | undefined {
  const dates: Published[] = [];
  for (const field of article.metadata.get('date') ?? []) {
    const date = PUBLISHED.test(field.label) ? readDate(field.value) : undefined;
    if (date && !date.problem) dates.push({...date, field});
  }
  const published = dates.find(({field}) => field.origin === 'visible') ?? dates[0];
  if (!published) return undefined;
  const tag = dates.find(({field}) => field.origin !== 'visible');
  if (tag && dayNumber(tag) !== dayNumber(published)) {
    report(article, published.field.span, 'date', {
      data: {value: published.field.value, label: tag.field.label, other: tag.field.value},
      related: [{place: article, range: tag.field.span, message: 'visible'}],
    });
  }
  // China is ahead of most clocks, and an item may be prepared the evening before.
  const latest = Math.floor(Date.now() / 86_400_000) + 1;
  for (const date of dates) {
    const repeated = date !== published && dayNumber(date) === dayNumber(published);
    if (repeated || dayNumber(date) <= latest) continue;
    const expected = new Date((latest - 1) * 86_400_000).toISOString().slice(0, 10);
    report(article, date.field.span, 'future', {data: {value: date.field.value, expected}});
  }
  for (const field of article.metadata.get('writtenDate') ?? []) {
    const written = readDate(field.value);
    if (!written || written.problem || dayNumber(written) <= dayNumber(published)) continue;
    report(article, field.span, 'written', {
      data: {value: field.value, other: published.field.value},
      related: [{place: article, range: published.field.span, message: 'visible'}],
    });
  }
  return published;
}

const AGENCIES =
  '新华社|人民日报|中新社|中国新闻网|中新网|央视新闻|央视网|光明日报|经济日报|中国青年报|科技日报|工人日报|法治日报';
/** 新华社北京10月30日电（记者……）, 人民日报北京10月30日电, 中新网10月30日电. */
const DATELINE = new RegExp(`^(${AGENCIES})[^，。（(]{0,12}\\d{1,2}月\\d{1,2}日[电讯](?:[\\s（(，]|$)`);
/** How many of an agency's characters a source must name: 新华网 for 新华社, 中国新闻网 for 中新社. */
const KIN: Readonly<Record<string, RegExp>> = {
  新华社: /新华|中国政府网|gov\.cn/,
  人民日报: /人民/,
  中新社: /中新|中国新闻/,
  中新网: /中新|中国新闻/,
  中国新闻网: /中新|中国新闻/,
  央视新闻: /央视|央广|CCTV|中央广播电视总台/i,
  央视网: /央视|央广|CCTV|中央广播电视总台/i,
};

function checkSource(article: Article, report: Report): void {
  const sources = (article.metadata.get('source') ?? []).filter(({value}) => value !== '');
  for (const {value, span} of sources) {
    if (/^(?:互联网|网络|网上|转载|网络转载|其他|未知|不详|佚名)$/.test(value))
      report(article, span, 'vagueSource', {data: {value}, severity: 'warning'});
  }
  const [first] = sources;
  const lead = leadOf(article);
  const agency = lead && DATELINE.exec(lead.text)?.[1];
  if (!first || !agency) return;
  const kin = KIN[agency] ?? new RegExp(agency.slice(0, 2));
  if (sources.some(({value}) => kin.test(value))) return;
  report(article, first.span, 'origin', {
    data: {agency, value: first.value},
    severity: 'warning',
    related: [{place: lead, range: [0, agency.length], message: 'visible'}],
  });
}

function leadOf({blocks}: Article): Block | undefined {
  return blocks.find(({role, text}) => role === 'paragraph' && text.length >= 20);
}

/** 10月30日，……召开: a date at the head of the first sentence, and what happened on it. */
const LEAD_DATE =
  /^(?:[^，。；：]{0,24}[）)讯电]\s*)?(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:[上下中]午|晚(?:上)?|凌晨|清晨|早上)?[，,]/;
const HAPPENED = /召开|举行|举办|开展|启动|到[^，。]{1,20}(?:调研|检查|督导|考察)|主持/;
const TO_COME = /将|拟|定于|计划|预计|即将|预告|届时|起施行|报名|截止/;
/** An event so long after publication is one of the year before, told without its year. */
const MOST_DAYS = 92;

function checkLead(article: Article, published: Published, report: Report): void {
  const lead = leadOf(article);
  const match = lead && LEAD_DATE.exec(lead.text);
  if (!lead || !match) return;
  const sentence = lead.text.slice(0, 200).split('。')[0]!;
  if (!HAPPENED.test(sentence) || TO_COME.test(sentence)) return;
  const [month, day] = [Number(match[2]), Number(match[3])];
  const year = match[1] ? Number(match[1]) : published.year;
  const after = dayNumber({year, month, day}) - dayNumber(published);
  if (after <= 0 || (!match[1] && after > MOST_DAYS)) return;
  const start = match[0].search(/(?:\d{4}年)?\d{1,2}月/);
  const value = /^[^，,上下中晚凌清早]+/.exec(match[0].slice(start))![0];
  report(lead, [start, start + value.length], 'lead', {
    data: {value, other: published.field.value},
    severity: 'warning',
    related: [{place: article, range: published.field.span, message: 'visible'}],
  });
}

function brief(title: string): string {
  return title.length > 60 ? `${title.slice(0, 59)}…` : title;
}
