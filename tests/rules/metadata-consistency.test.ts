import rule from '../../rules/metadata-consistency.js';
import {ruleTester} from '../helpers/rule-tester.js';

const LEAD = '3月12日，青山县召开春季义务植树动员会。';
const page = (line: string, ...body: string[]) =>
  `青山县召开义务植树动员会\n\n${line}\n\n${body.length > 0 ? body.join('\n\n') : LEAD}\n`;
const published = (date: string) => `来源：青山县林业局　发布时间：${date}`;
const html = (tags: string, headline: string, line: string) => ({
  path: 'page.html',
  text: `<html><head>\n${tags}\n</head><body>\n<h1>${headline}</h1>\n<p>${line}</p>\n<div class="TRS_Editor">\n<p>${LEAD}</p>\n</div></body></html>`,
});
const tag = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const TITLE = '青山县召开义务植树动员会';

ruleTester(rule, {
  valid: [
    page(published('2024-03-12 16:20')),
    page(published('2024-03-13')),
    {
      name: 'the same day in another form',
      ...html(tag('PubDate', '2024-03-12 16:20:31'), TITLE, published('2024年3月12日 16:20')),
    },
    {
      name: 'when it was updated',
      ...html(tag('PubDate', '2024-03-12'), TITLE, '来源：青山县林业局　更新时间：2024-05-12'),
    },
    {
      name: 'a title with the name of the site',
      ...html(tag('ArticleTitle', `${TITLE}_青山县人民政府`), TITLE, published('2024-03-12')),
    },
    {
      name: 'a title with other marks',
      ...html(tag('ArticleTitle', '青山县 召开“义务植树”动员会'), TITLE, published('2024-03-12')),
    },
    {
      name: 'an event of the year before',
      text: page(published('2024-01-05'), '12月28日，青山县召开春季义务植树动员会。'),
    },
    {name: 'an event to come', text: page(published('2024-03-10'), '3月12日，青山县将召开春季义务植树动员会。')},
    {
      name: 'a date that is not of an event',
      text: page(published('2024-03-10'), '3月12日，是全国植树节，让我们都来植树吧，人人动手。'),
    },
    {
      name: 'written on the day of publication',
      text: page('发文机关：青山县人民政府　成文日期：2024-03-12　发布日期：2024-03-12'),
    },
    {
      name: 'a reprint that says so',
      text: page(
        '来源：新华网　发布时间：2024-03-12',
        '新华社北京3月11日电（记者 陶一帆）座谈会11日在北京召开，部署造林工作。',
      ),
    },
    {
      name: 'an agency in the text',
      text: page(published('2024-03-12'), '新华社记者近日到青山县采访春季义务植树活动，了解全县造林情况。'),
    },
    {name: 'dates that do not exist are the matter of required-metadata', text: page(published('2999-02-30'))},
  ],
  invalid: [
    {
      name: 'page tag and visible date',
      ...html(tag('PubDate', '2024-03-13 09:00'), TITLE, published('2024-03-12 16:20')),
      findings: [{at: '5:19-5:35', message: 'date', severity: 'error'}],
    },
    {
      name: 'the title of another article',
      ...html(tag('ArticleTitle', '青山县举办龙舟赛'), TITLE, published('2024-03-12')),
      findings: [{at: '2:36-2:44', message: 'title', severity: 'warning'}],
    },
    {
      name: 'a date to come',
      text: page(published('2999-03-12 16:20')),
      findings: [{at: '3:16-3:32', message: 'future', severity: 'error'}],
    },
    {
      name: 'written after publication',
      text: page('发文机关：青山县人民政府　成文日期：2024年3月14日　发布日期：2024-03-13'),
      findings: [{at: '3:19-3:29', message: 'written'}],
    },
    {
      name: 'an event after the news of it',
      text: page(published('2024-03-11 16:20')),
      findings: [{at: '5:1-5:6', message: 'lead', severity: 'warning'}],
    },
    {
      name: 'with its year and behind a dateline',
      text: page(published('2024-03-11'), '本网讯（记者 陶一帆）2024年3月12日上午，青山县召开春季义务植树动员会。'),
      findings: [{at: '5:12-5:22', message: 'lead'}],
    },
    {
      name: 'a text of an agency',
      text: page(published('2024-03-12'), '新华社北京3月11日电（记者 陶一帆）座谈会11日在北京召开，部署造林工作。'),
      findings: [{at: '3:4-3:10', message: 'origin', severity: 'warning'}],
    },
    {
      name: 'from the internet',
      text: page('来源：网络　发布时间：2024-03-12'),
      findings: [{at: '3:4-3:6', message: 'vagueSource', severity: 'warning'}],
    },
  ],
});
