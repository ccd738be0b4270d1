import {describe, expect, test} from 'vitest';
import rule from '../../rules/duplicate-articles.js';
import {checkAll, place} from '../helpers/check.js';

const PARAGRAPHS = [
  '6月18日，乌溪县在清水镇老街社区举办家庭医生签约服务宣传活动，县医院、中医院和镇卫生院的二十余名医务人员到场义诊。',
  '活动现场，医务人员为老年人测量血压、血糖，讲解慢性病用药常识，并逐一说明签约服务的内容、流程和报销办法。',
  '“以前看个头疼脑热要跑县城，现在签了约，有事打个电话，医生就上门来了。”家住老街的居民说。',
  '据介绍，乌溪县今年以来已组建家庭医生团队46个，签约居民3.2万人，其中六十五岁以上老年人签约率超过八成。',
  '下一步，县卫生健康局将把签约服务延伸到偏远村寨，安排流动诊疗车每月巡回，方便行动不便的群众就近看病。',
];

function article({title = '乌溪县开展家庭医生签约宣传', date = '2024-06-19 10:30', body = PARAGRAPHS} = {}): string {
  return [title, `来源：乌溪县融媒体中心　发布时间：${date}`, ...body].join('\n\n');
}

const edited = PARAGRAPHS.map((text, index) => (index === 2 ? text.replace('现在签了约', '如今签了约') : text));
/** The same form, filled in for another place and time. */
const nextMonth = PARAGRAPHS.map(text =>
  text.replace('6月18日', '7月9日').replace('46个', '52个').replace('3.2万', '3.6万'),
);

async function found(files: Record<string, string>, options: object = {}) {
  const findings = await checkAll(files, rule, options);
  return findings.map(({path, message, severity, data, related = [], ...finding}) => ({
    at: `${path} ${place({path, message, severity, data, ...finding})}`,
    message,
    severity,
    count: data.count,
    percent: data.percent,
    related: related.map(({path, data}) => `${path} ${data.percent}`),
  }));
}

describe('duplicate-articles', () => {
  test('one finding for a group, at its first file, whatever headline and date say', async () => {
    const files = {
      'a/1.txt': article(),
      'b/2.txt': article({title: '关于家庭医生签约的报道', date: '2024-06-20 08:00'}),
      'c/3.txt': article({body: PARAGRAPHS.slice(0, 1)}),
      'd/4.md': article().replace('\n\n6月', '\n\n6 月'),
    };
    expect(await found(files)).toEqual([
      {
        at: 'a/1.txt 1:1-1:14',
        message: 'identical',
        severity: 'warning',
        count: 2,
        percent: undefined,
        related: ['b/2.txt 100', 'd/4.md 100'],
      },
    ]);
  });

  test('an edited copy has its likeness, and joins exact ones', async () => {
    const [finding, ...rest] = await found({
      '1.txt': article(),
      '2.txt': article({body: edited}),
      '3.txt': article(),
    });
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({message: 'similar', severity: 'warning', count: 2});
    expect(finding!.percent).toBeGreaterThanOrEqual(90);
    expect(finding!.percent).toBeLessThan(100);
    expect(finding!.related).toEqual([`2.txt ${finding!.percent}`, '3.txt 100']);
  });

  test('an edited copy with another figure is a note', async () => {
    const body = PARAGRAPHS.map(text => text.replace('二十余名', '26名'));
    expect(await found({'1.txt': article(), '2.txt': article({body})}, {similarity: 0.8})).toMatchObject([
      {message: 'similar', severity: 'note', count: 1},
    ]);
  });

  test('a copy without one of its paragraphs is found at a lower likeness', async () => {
    const files = {'1.txt': article(), '2.txt': article({body: PARAGRAPHS.toSpliced(1, 1)})};
    expect(await found(files, {similarity: 0.95})).toEqual([]);
    expect(await found({...files, '2.txt': article({body: edited})}, {similarity: 1})).toEqual([]);
  });

  test('notices of one form with other figures are no copies', async () => {
    expect(await found({'1.txt': article(), '2.txt': article({body: nextMonth})}, {similarity: 0.8})).toEqual([]);
  });

  test('short articles are not compared, unless asked for', async () => {
    const body = PARAGRAPHS.slice(0, 2);
    const files = {'1.txt': article({body}), '2.txt': article({body})};
    expect(await found(files)).toEqual([]);
    expect(await found(files, {minLength: 60})).toMatchObject([{message: 'identical', count: 1}]);
  });

  test('a comment silences it, and counts as used', async () => {
    const comment = '<!-- govlint-disable-next-line duplicate-articles -- 专题页保留 -->';
    const [finding] = await checkAll({'1.md': `${comment}\n\n${article()}`, '2.md': article()}, rule);
    expect(finding).toMatchObject({path: '1.md', suppressed: {reason: '专题页保留'}});
  });

  test('the order of the files decides nothing but the first place', async () => {
    const files = {'1.txt': article(), '2.txt': article({body: edited}), '3.txt': article({body: nextMonth})};
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    const [forth, back] = [await found(files), await found(reversed)];
    expect([forth[0]!.at, back[0]!.at]).toEqual(['1.txt 1:1-1:14', '2.txt 1:1-1:14']);
    expect(back[0]!.percent).toBe(forth[0]!.percent);
  });
});
