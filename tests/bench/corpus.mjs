// Articles for benchmarks: invented news of about 1,500 characters, the same bytes for the same arguments.
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import {dirname, join} from 'node:path';

const PLACES = ['青山县', '云岭县', '望河区', '龙塘区', '乌溪县', '白崖乡', '清水镇', '茶岭街道'];
const UNITS = ['林业和草原局', '医疗保障局', '数据局', '应急管理局', '文化和旅游局', '水利局', '教育体育局', '统计局'];
const TOPICS = ['义务植树', '防汛演练', '医保征缴', '政务公开', '森林防火', '食品安全', '乡村振兴', '河道清理'];
const VERBS = ['扎实推进', '统筹抓好', '持续深化', '全面落实', '细化完善', '稳步开展'];
const GOALS = ['服务效能', '群众满意度', '应急能力', '治理水平', '工作质量', '办理时效'];
const MEANS = ['入户走访', '查阅台账', '现场观摩', '集中宣讲', '座谈交流', '随机抽查'];
const RULES = ['《窗口服务规范》', '《应急预案编制指南》', '《村务公开目录》', '《河道管护办法》'];
const SLOGANS = ['“一次办好”', '“河长制”', '“马上就办”', '“网格化管理”'];

/** A small generator of pseudo-random numbers (mulberry32). */
function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function writer(seed) {
  const random = randomFrom(seed);
  const pick = list => list[Math.floor(random() * list.length)];
  const number = (from, to) => from + Math.floor(random() * (to - from + 1));
  const sentences = [
    () => `会议要求，要${pick(VERBS)}${pick(TOPICS)}各项工作，把${pick(SLOGANS)}落到实处，切实提升${pick(GOALS)}。`,
    () =>
      `活动采取${pick(MEANS)}、${pick(MEANS)}等方式进行，共有${number(40, 900)}人参加，发放资料${number(200, 5000)}份。`,
    () =>
      `截至${number(1, 12)}月底，全县累计投入资金${number(100, 9000)}万元，完成全年任务的${number(30, 99)}.${number(0, 9)}%。`,
    () => `${pick(PLACES)}认真执行${pick(RULES)}，明确责任分工，定期通报进展，对发现的问题限期整改。`,
    () => `一位村民说：“现在办事方便多了，不用来回跑，${pick(GOALS)}看得见。”`,
    () =>
      `下一步，${pick(PLACES)}${pick(UNITS)}将围绕${pick(TOPICS)}，${pick(VERBS)}重点项目，推动${pick(GOALS)}再上新台阶。`,
  ];
  return {pick, number, paragraph: () => Array.from({length: number(3, 6)}, () => pick(sentences)()).join('')};
}

/** One article, as its title, source, date and blocks. */
function article(seed) {
  const {pick, number, paragraph} = writer(seed);
  const place = pick(PLACES);
  const blocks = [];
  let length = 0;
  while (length < 1400) {
    const text = paragraph();
    blocks.push({kind: 'paragraph', text});
    length += text.length;
    if (blocks.length === 2) blocks.push({kind: 'caption', text: `▲${pick(TOPICS)}现场（陶一帆 摄）`});
    if (blocks.length === 4) blocks.push({kind: 'heading', text: `${pick(VERBS)}${pick(TOPICS)}`});
  }
  const date = `2024-${String(number(1, 12)).padStart(2, '0')}-${String(number(1, 28)).padStart(2, '0')} 09:30`;
  return {
    title: `${place}${pick(VERBS)}${pick(TOPICS)}工作（${seed}）`,
    source: `${place}${pick(UNITS)}`,
    date,
    blocks,
  };
}

const write = {
  md: ({title, source, date, blocks}) =>
    `---\ntitle: ${title}\nsource: ${source}\ndate: ${date}\n---\n\n${blocks.map(({kind, text}) => (kind === 'heading' ? `## ${text}` : text)).join('\n\n')}\n`,
  txt: ({title, source, date, blocks}) =>
    `${title}\n\n来源：${source}　发布时间：${date}\n\n${blocks.map(({kind, text}) => (kind === 'paragraph' ? `　　${text}` : text)).join('\n\n')}\n`,
  html: ({title, source, date, blocks}) =>
    `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>\n<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${date}"><meta name="ContentSource" content="${source}">\n</head><body><div class="nav"><a href="/">首页</a> <a href="/zwgk/">政务公开</a></div>\n<h1>${title}</h1><div class="info"><span>来源：${source}</span>　<span>发布时间：${date}</span></div>\n<div class="TRS_Editor">\n${blocks.map(({kind, text}) => (kind === 'heading' ? `<p><strong>${text}</strong></p>` : `<p style="text-indent:2em">${text}</p>`)).join('\n')}\n</div><div class="footer">版权所有　网站标识码0000000000</div></body></html>\n`,
};

/** Writes one article of about so many bytes, unless it lies there already. Every paragraph has a number of its own. */
export function articleOf(file, bytes) {
  if (existsSync(file) && Math.abs(statSync(file).size - bytes) < 2000) return file;
  mkdirSync(dirname(file), {recursive: true});
  const {paragraph} = writer(bytes);
  const out = openSync(file, 'w');
  let written = writeSync(out, '青山县工作综述\n\n来源：青山县数据局　发布时间：2024-03-12 09:30\n');
  for (let i = 1; written < bytes; i++) written += writeSync(out, `\n　　第${i}号项目：${paragraph()}\n`);
  closeSync(out);
  return file;
}

/** Writes `count` articles below `folder`, 500 to a folder, unless they lie there already. */
export function corpus(folder, count, extension) {
  const done = join(folder, 'done');
  const stamp = `${count} ${extension} 1\n`;
  if (existsSync(done) && readFileSync(done, 'utf8') === stamp) return folder;
  rmSync(folder, {recursive: true, force: true});
  for (let i = 0; i < count; i++) {
    const below = join(folder, String(Math.floor(i / 500)));
    if (i % 500 === 0) mkdirSync(below, {recursive: true});
    writeFileSync(join(below, `${i}.${extension}`), write[extension](article(i + 1)));
  }
  writeFileSync(done, stamp);
  return folder;
}
