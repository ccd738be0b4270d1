import type {Article, Block, Role} from '../src/core/article.js';
import {HAN} from '../src/core/characters.js';
import {defineRule} from '../src/core/rule.js';

type Message = 'title' | 'heading' | 'caption';

export default defineRule<object, Message>({
  id: 'title-punctuation',
  severity: 'warning',
  inspection: 'hint',
  fix: 'safe',
  basis: ['GB/T 15834-2011 B.4', 'GB/T 15834-2011 A.1'],
  summary: {
    zh: '标题末尾不用句号、逗号等，短语式的图片说明末尾不用句号',
    en: 'No end mark at the end of a headline, no 。 at the end of a caption that is a phrase',
  },
  defaults: {},
  messages: {
    title: {
      zh: '标题末尾不用“{mark}”：应为“{expected}”',
      en: 'Unexpected `{mark}` at the end of the headline: expected `{expected}`',
    },
    heading: {
      zh: '小标题末尾不用“{mark}”：应为“{expected}”',
      en: 'Unexpected `{mark}` at the end of a heading: expected `{expected}`',
    },
    caption: {
      zh: '短语式的图片说明末尾不用“{mark}”：应为“{expected}”',
      en: 'Unexpected `{mark}` at the end of a caption that is a phrase: expected `{expected}`',
    },
  },
  check(article, {report}) {
    for (const block of article.blocks) {
      const message = MESSAGES[block.role];
      if (!message) continue;
      const text = block.normalized;
      const found = (message === 'caption' ? PHRASE_END : LAST_MARK).exec(text)?.[0];
      if (!found || !text.slice(0, -found.length).trim()) continue;
      if (message === 'caption' ? !isPhrase(block) : SALUTATION.test(text)) continue;
      if (/[，、；]/.test(found) && (message === 'heading' || runsOn(article, block))) continue;
      const at = text.length - found.length;
      const expected = text.slice(Math.max(0, at - 10), at);
      report(block, [at, text.length], message, {
        data: {mark: found, expected},
        fix: [{range: [at, text.length], text: ''}],
        // A line that leads on to what follows is a headline in form only; one that breaks off may go on below.
        ...(/[，、；：]/.test(found) && {fixKind: 'suggested'}),
        ...(found === '：' && {severity: 'note'}),
      });
    }
  },
});

const MESSAGES: Readonly<Partial<Record<Role, Message>>> = {title: 'title', heading: 'heading', caption: 'caption'};
/** ？ ！ and …… may end a headline where they are needed; a heading that ends with ，、； is really an item of a list or half a sentence. */
const LAST_MARK = new RegExp(`[。，、；：]$|(?<=[${HAN}])\\.$`);
const SALUTATION = /(?:尊敬的|各位|亲爱的).{1,30}：$/;
const PHRASE_END = /。$/;
/** What a caption that is no sentence ends with. */
const NOUN =
  /(?:现场|会场|场景|情景|画面|合影|留影|一角|一景|外景|全景|夜景|美景|风光|风貌|新貌|面貌|景象|景色|剪影|特写|掠影|展板|作品|图|图片|照片|资料照)。$/;
const SENTENCE = /图为|图中|[，；：！？。].*。$|正在|了/;

/** Whether a caption is a phrase; 「图为……」 and captions with a predicate are sentences and may end with 。. */
function isPhrase({normalized}: Block): boolean {
  return normalized.length <= 40 && NOUN.test(normalized) && !SENTENCE.test(normalized.slice(0, 40));
}

const LONGEST_LINE = 40;

/** Whether a headline that was broken into lines goes on in the next block. */
function runsOn({blocks}: Article, {index, role}: Block): boolean {
  const next = blocks[index + 1];
  if (!next) return false;
  if (next.role === role) return true;
  return next.role === 'paragraph' && next.text.length <= LONGEST_LINE && !/[。！？；：]$/.test(next.normalized);
}
