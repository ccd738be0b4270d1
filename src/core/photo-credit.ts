import {HAN} from './characters.js';

// The forms in which news pictures are credited. A credit that is not recognised makes a false alarm, so the forms are
// read leniently; a verb at the end of a caption (在拍摄) and the date of a picture (5月3日摄) are no credits all the same.

const END = '\\s*[)）】\\]]?[。.]?$';
const AGENCY =
  '(?:新华社|新华网|新华每日电讯|中新社|中新网|中国新闻社|人民视觉|人民图片|人民日报|人民网|央视新闻|视觉中国|影像中国|图虫创意|东方IC|CFP|IC ?photo)';
const NAME = `[${HAN}·]{2,12}`;

const CREDIT = new RegExp(
  [
    // 记者 陶一帆 摄, 陶一帆摄影报道; not 5月3日摄, 在拍摄, 进行摄影
    `(?<![日月年晨午间晚拍航偷抓统自]\\s?)摄(?:影(?:报道)?)?(?:(?<!(?:在|行|爱好|好者在|习)摄影)${END}|(?<!(?:在|行|习)摄影)(?=\\s*[（(:：/／]))`,
    `[（(\\s。，；由](?:${AGENCY})?(?:记者|通讯员)?\\s?(?!\\d)[${HAN}·]{2,8}\\s?(?:拍摄|航拍)${END}`,
    `(?:摄影|摄像|拍摄|航拍|摄)\\s*[:：/／|｜丨]\\s*\\S`,
    '[\\s（(]摄影\\s+\\S',
    '供\\s*图|图\\s*[片文]?\\s*[/／|｜丨]\\s*\\S|文\\s*[/／、]?\\s*图\\s*[/／:： ]?\\s*\\S',
    `(?:图片|照片|配图|供图|制图|绘图|漫画|海报|设计|截图)\\s*(?:来源于?|源|来自|由|作者|提供)?\\s*[:：]\\s*\\S`,
    `图\\s*(?:源|来源)\\s*[:：]?\\s*\\S|(?<![上下左右])图\\s*[:：]\\s*[${HAN}]{2,4}${END}`,
    '[（(\\s]来源\\s*[:：]\\s*\\S',
    `(?:图片?|照片|配图)\\s*(?:来源于?|源自?|来自|选自|转自|由|均由|系)\\s*\\S`,
    `由.{2,30}提供(?:图片|照片)?${END}`,
    `[（(\\s。；，](?!为|向|给)${NAME}提供(?:图片|照片)?${END}`,
    `${AGENCY}\\s*(?:发|记者|照片|图片|[/／]|${END})`,
    `(?:[（(\\s]|^)(?:本报|本网|见习|全媒体)?(?:记者|通讯员)[\\s:：]*${NAME}${END}`,
    `\\s[${HAN}·]{2,12}\\s*[/／]?\\s*[图摄]${END}`,
    `[${HAN}》”]截图${END}`,
    '资料(?:图|照|片)|档案(?:图|照)|(?:视频|网页|监控|屏幕|直播|新闻)截图|效果图|示意图',
    '(?:AI|AIGC|人工智能)[^，。；]{0,6}(?:生成|绘|制作|合成|制图|作图)',
  ].join('|'),
  'i',
);

/** 图片来源：网络 names nobody: the duty is to name the author. Anchored, so that 网络安全宣传 is none. */
const NOBODY =
  /(?:图片?|照片|配图)\s{0,9}(?:来源于?|源自?|来自于?|转自)\s{0,9}[:：]?\s{0,9}(?:于\s{0,9})?(?:互联网|网络|百度|微信|网上)(?:图片|搜索)?\s{0,9}(?:[)）】\]。，；]|$)/;

/** Where a caption names its photographer or its origin; -1 when it names none. */
export function creditAt(caption: string): number {
  return caption.search(CREDIT);
}

/** Where a line credits 网络 instead of an author; undefined when it does not. */
export function creditOfNobody(text: string): readonly [number, number] | undefined {
  const match = NOBODY.exec(text);
  return match ? [match.index, match.index + match[0].replace(/[)）】\]。，；\s]+$/, '').length] : undefined;
}

const MARK = /^[▲△▼▽■◆↑↓]\s*/;
const LEAD =
  /^(?:图片?说明|图注|图说)\s*[:：]\s*|^图\s*(?:[①-⑳]|\d{1,2}|[一二三四五六七八九十]{1,2}(?=[\s:：、.]))\s*[:：、.]?\s*/;
const BREAK = /[。\s（(]/g;
/** What may stand between the words and 摄: 本报记者, a name or several. */
const NAMES = new RegExp(`^(?:(?:本报|本网|见习|全媒体|新华社)?(?:记者|通讯员)?|[${HAN}·、]{2,9}摄?影?|摄)$`);

/** Longer ones are captions that copying has joined to a paragraph. */
const LONGEST = 200;

/** The words of a caption alone: without its mark, number, brackets, credit and final mark; empty for a mere credit. */
export function captionWords(caption: string): string {
  if (caption.length > LONGEST) return caption;
  let words = caption.replace(MARK, '');
  const whole = /^[（(]([^（()）]*)[)）]$/.exec(words);
  words = (whole ? whole[1]! : words).replace(LEAD, '');
  const breaks = Array.from(words.matchAll(BREAK), ({index}) => index);
  let cut = breaks.findLast(at => at < words.length - 1 && creditAt(words.slice(at)) !== -1) ?? words.length;
  if (cut === words.length && words.length <= 20 && creditAt(words) !== -1) cut = 0;
  while (cut > 0 && cut < words.length) {
    const before = breaks.findLast(at => at < cut);
    if (before === undefined || !NAMES.test(words.slice(before + 1, cut))) break;
    cut = before;
  }
  return words
    .slice(0, cut)
    .replace(/^图中?为/, '')
    .replace(/[。．.；，\s]+$/, '');
}
