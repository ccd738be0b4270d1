import {describe, expect, test} from 'vitest';
import {places} from '../../rules/data/place-consistency.js';
import rule from '../../rules/place-consistency.js';
import {check} from '../helpers/check.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    '湖南省长沙市雨花区、湖南省雨花区、长沙市雨花区。',
    {
      name: 'names in several provinces',
      text: '江苏省南京市鼓楼区、福建省福州市鼓楼区、北京市朝阳区、吉林省长春市朝阳区。',
    },
    {name: 'no prefecture between', text: '湖北省仙桃市、河南省济源市、新疆维吾尔自治区石河子市、海南省琼海市。'},
    {name: 'counted to the prefecture beside', text: '湖北省荆州市仙桃市、伊犁哈萨克自治州乌苏市。'},
    {name: 'zones', text: '湖南省湘江新区、山西省雄安新区、成都市高新区、南昌市经开区、常德市西湖区、潍坊市滨海新区。'},
    {
      name: 'former',
      text: '安徽省巢湖市、山东省莱芜市、浙江省杭州市下城区、杭州市江干区、湖南省望城县、安徽省巢湖地区。',
    },
    {name: 'before the lists', text: '1983年，他出生在四川省綦江县。民国时期属江苏省崇明县。原四川省万州区。'},
    {name: 'Hong Kong, Macau, Taiwan', text: '台湾省台北市中山区、香港特别行政区东区、台湾省长沙市。'},
    {name: 'roads', text: '北京市南京路、上海市四川北路街道、成都市武汉大道、南京市湖南路。'},
    {name: 'institutions', text: '湖南省武汉大学校友会、广东省湖南商会、云南省温州市商会、驻湖南省成都市办事处。'},
    {name: 'lists', text: '湖南、湖北省武汉市，湖南省与成都市，湖南省、成都市，广东省深圳市和湖南省长沙市。'},
    {name: 'a mark is missing rather', text: '上海市苏州市、北京市上海市、长沙市武汉市、广东省湖南省。'},
    {name: 'pairs', text: '山东省对口支援重庆市，湖南省长沙市对口帮扶西藏贡嘎县，天津市静宁县东西部协作。'},
    {
      name: 'common words',
      text: '湖南省南昌市场，湖北省长沙市民，长沙市和县城，湖南省任县长，武汉市城区，武汉市郊区，武汉市雨花区域。',
    },
    {
      name: 'short names of autonomous prefectures',
      text: '湖南省湘西州吉首市、湖北省恩施州利川市、四川省凉山彝族自治州西昌市。',
    },
    {name: 'space between', text: '湖南省 成都市'},
    '内蒙古自治区呼伦贝尔市鄂伦春自治旗、广西壮族自治区百色市田阳区。',
  ],
  invalid: [
    {
      text: '湖南省成都市',
      findings: [{at: '1:1-1:7', message: 'replace', severity: 'note', fixed: '四川省成都市'}],
    },
    {
      name: 'the county tells which of the two is wrong',
      text: '湖南省成都市雨花区。',
      findings: [{at: '1:1-1:7', message: 'replace', fixed: '湖南省长沙市雨花区。'}],
    },
    {
      name: 'the county agrees with its city',
      text: '湖北省长沙市雨花区。',
      findings: [{at: '1:1-1:7', message: 'replace', fixed: '湖南省长沙市雨花区。'}],
    },
    {
      name: 'the city is wrong',
      text: '湖南省株洲市雨花区',
      findings: [{at: '1:4-1:10', message: 'replace', fixed: '湖南省长沙市雨花区'}],
    },
    {
      name: 'no single right one',
      text: '浙江省杭州市雨花区，四川省鼓楼区，贵州省贵阳市朝阳区',
      findings: [
        {at: '1:4-1:10', message: 'wrong'},
        {at: '1:11-1:17', message: 'wrong'},
        {at: '1:21-1:27', message: 'wrong'},
      ],
    },
    {text: '四川省长沙县', findings: [{at: '1:1-1:7', message: 'replace', fixed: '湖南省长沙县'}]},
    {text: '湖北省湘西州', findings: [{at: '1:1-1:7', message: 'replace', fixed: '湖南省湘西州'}]},
    {
      text: '湖南省恩施土家族苗族自治州',
      findings: [{at: '1:1-1:14', message: 'replace', fixed: '湖北省恩施土家族苗族自治州'}],
    },
    {text: '上海市余杭区', findings: [{at: '1:1-1:7', message: 'replace', fixed: '浙江省余杭区'}]},
    {text: '湖南省成都市政府', findings: [{at: '1:1-1:7', message: 'replace'}]},
  ],
});

describe('place-consistency', () => {
  test('names where the county lies, the present places first', async () => {
    const [finding] = await check('a.txt', '湖南省鼓楼区', [rule]);
    expect(finding?.data.homes).toEqual({
      zh: '江苏省南京市、江苏省徐州市、福建省福州市、河南省开封市',
      en: '江苏省南京市, 江苏省徐州市, 福建省福州市, 河南省开封市',
    });
  });

  test('no chain of its own list is found', async () => {
    const chains = places.flatMap(line => {
      const [province = '', ...prefectures] = line.replaceAll('*', '').split('|');
      return prefectures.flatMap(list => {
        const [prefecture = '', counties = ''] = list.split(':');
        return counties.split(',').map(county => `${province}${prefecture}${county}。`);
      });
    });
    expect(chains.length).toBeGreaterThan(3500);
    expect(await check('a.txt', chains.join('\n'), [rule])).toEqual([]);
  });
});
