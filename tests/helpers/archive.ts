import {randomNumbers} from '../../src/core/gap-examples.js';

const PLACES = ['白鹤塘村', '石门坳村', '云岭茶场', '青溪合作社', '老鹰岩村', '双桥社区', '龙塘镇', '望河区'];
const PEOPLE = ['驻村工作队', '村里的党员', '茶农互助组', '返乡青年', '县里的技术员', '合作社社员', '志愿者', '村干部'];
const WORK = [
  '茶园修剪',
  '茶苗移栽',
  '茶青采摘',
  '摊青揉捻',
  '炭火烘干',
  '竹篓编织',
  '沟渠清淤',
  '坡地盖草',
  '虫板悬挂',
  '古树挂牌',
];
const TIMES = ['清明前后', '入春以来', '连日来', '上个月', '雨季到来之前', '农闲时节', '今年秋天', '开园之后'];
const ENDS = [
  '采茶的人一天比一天多',
  '新茶还没有下山就有人来订',
  '山上山下忙成一片',
  '大家的收入比去年多了一截',
  '周边几个村子也跟着学了起来',
  '老人和孩子都搭得上手',
];

/**
 * Articles of a site whose news is full of one local trade: chains of its words with 、 that general prose does not have.
 * The same number gives the same articles.
 */
export function teaArchive(articles: number): Record<string, string> {
  const random = randomNumbers(5);
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)]!;
  const chain = () => {
    const rest = [...WORK];
    return Array.from({length: 3}, () => rest.splice(Math.floor(random() * rest.length), 1)[0]!).join('、');
  };
  const paragraph = () =>
    `${one(TIMES)}，${one(PEOPLE)}到${one(PLACES)}帮助茶农开展${chain()}等农活，${one(ENDS)}。` +
    `${one(PLACES)}的${one(PEOPLE)}说，${chain()}样样都有讲究，${one(ENDS)}，${one(ENDS)}。`;
  return Object.fromEntries(
    Array.from({length: articles}, (_, index) => {
      const body = Array.from({length: 5}, paragraph).join('\n\n');
      return [
        `茶讯/${String(index).padStart(3, '0')}.txt`,
        `${one(PLACES)}茶事忙\n\n来源：青山县茶业站　发布时间：2024-04-0${1 + (index % 9)} 09:00\n\n${body}\n`,
      ];
    }),
  );
}

/** A sentence of that trade, not in the archive, without the 、 behind its eleventh character. */
export const TEA = '谷雨过后，驻村干部帮着茶农开展茶园修剪沟渠清淤、坡地盖草等农活，山里一派忙碌。';
export const TEA_GAP = TEA.indexOf('沟渠');
