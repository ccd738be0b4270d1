import type {Text} from './rule.js';

/** What the canonical field names are called; the names are those of 国办发〔2017〕47号 附件 网页标签 where it has one. */
export const FIELD_NAMES: Readonly<Record<string, Text>> = {
  title: {zh: '标题', en: 'title'},
  source: {zh: '来源', en: 'source'},
  date: {zh: '发布日期', en: 'publication date'},
  author: {zh: '作者', en: 'author'},
  editor: {zh: '编辑', en: 'editor'},
  reviewer: {zh: '审核', en: 'reviewer'},
  publisher: {zh: '发布机构', en: 'publisher'},
  documentNumber: {zh: '发文字号', en: 'document number'},
  indexNumber: {zh: '索引号', en: 'index number'},
  writtenDate: {zh: '成文日期', en: 'date of writing'},
  subject: {zh: '主题分类', en: 'subject'},
  status: {zh: '有效性', en: 'status'},
  column: {zh: '栏目', en: 'column'},
  views: {zh: '浏览次数', en: 'views'},
};
