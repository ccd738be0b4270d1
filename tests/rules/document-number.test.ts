import rule from '../../rules/document-number.js';
import {ruleTester} from '../helpers/rule-tester.js';

ruleTester(rule, {
  valid: [
    '根据望政办发〔2024〕18号文件要求。',
    '《望河区办事指南》（望政规〔2024〕3号）已经公布。',
    '本院作出（2020）望01民终15号民事判决。',
    '依照望河区人民法院（2021）民申字第7号裁定。',
    '住户位于幸福里小区（2020）5号楼。',
    '项目（2021）3号地块挂牌出让。',
    '许可证号：望卫放证字（2018）第0012号。',
    '应急管理部公告2020年第5号。',
    '望河区人民政府令第12号公布。',
    '出让编号望储（2020）8号宗地。',
    '税务部门出台了[2024]4号公告。',
    '参见望发〔2024〕0号。',
    '全校共有学生（2020）人，门牌5号。',
  ],
  invalid: [
    {
      text: '根据望政办发[2024]18号文件要求。',
      findings: [{at: '1:7-1:16', message: 'found', severity: 'error', fixed: '根据望政办发〔2024〕18号文件要求。'}],
    },
    {
      text: '《办事指南》（望政规(2024)第03号）已经公布。',
      findings: [
        {at: '1:11-1:21', message: 'found', severity: 'error', fixed: '《办事指南》（望政规〔2024〕3号）已经公布。'},
      ],
    },
    {
      text: '来源：望河区政府　文号：望政发【2024】9号',
      findings: [
        {at: '1:16-1:24', message: 'found', severity: 'error', fixed: '来源：望河区政府　文号：望政发〔2024〕9号'},
      ],
    },
    {
      text: '望财税（2024） 7 号',
      findings: [{at: '1:4-1:14', message: 'found', fixed: '望财税〔2024〕7号'}],
    },
    {
      text: '望政函﹝2024﹞7号',
      findings: [{at: '1:4-1:12', message: 'found', fixed: '望政函〔2024〕7号'}],
    },
    {
      name: 'a year of two digits is a warning',
      text: '望政函〔24〕7号',
      findings: [{at: '1:4-1:10', message: 'found', severity: 'warning', fixed: '望政函〔2024〕7号'}],
    },
    {
      name: 'a year with 年',
      text: '望政函〔2024年〕7号',
      findings: [{at: '1:4-1:13', message: 'found', severity: 'error', fixed: '望政函〔2024〕7号'}],
    },
    {
      name: 'a code that is not known is a warning',
      text: '望防组（2024）7号文件',
      findings: [{at: '1:4-1:12', message: 'found', severity: 'warning'}],
    },
    {
      name: '第 in a penalty decision is a note',
      text: '望环罚字〔2024〕第7号',
      findings: [{at: '1:5-1:14', message: 'found', severity: 'note'}],
    },
  ],
});
