/** Labels as they stand in the visible metadata line, by canonical name. */
const VISIBLE: Readonly<Record<string, readonly string[]>> = {
  title: ['标题', '文章标题', '名称'],
  source: ['来源', '信息来源', '稿件来源', '文章来源', '新闻来源', '来源单位', '稿源', '信息来源单位'],
  date: ['发布日期', '发布时间', '发文日期', '发布于', '更新时间', '更新日期', '日期', '时间'],
  author: ['作者', '撰稿', '撰稿人', '记者', '通讯员', '供稿', '供稿单位', '文字'],
  editor: ['编辑', '责任编辑', '责编', '录入', '录入人'],
  reviewer: ['审核', '审核人', '一审', '二审', '三审', '初审', '复审', '终审', '校对', '签发', '监制'],
  publisher: ['发布机构', '发文机关', '发文机构', '发布单位', '公开机构', '发布者'],
  documentNumber: ['文号', '发文字号', '发文文号', '公示编号', '编号'],
  indexNumber: ['索引号', '信息索引号', '统一编号', '登记号'],
  writtenDate: ['成文日期', '生成日期', '成文时间', '生成时间', '印发日期'],
  subject: ['主题分类', '主题词', '信息分类', '关键词', '体裁分类', '组配分类'],
  status: ['有效性', '效力状态', '时效性', '是否有效'],
  column: ['栏目', '所属栏目', '信息类别'],
  views: ['浏览次数', '点击数', '点击率', '阅读次数', '阅读量', '浏览量', '访问量', '访问次数', '阅读', '点击', '浏览'],
  furniture: ['字体', '字号', '字体大小', '视力保护色', '分享', '分享到', '打印', '保护视力色', '背景色'],
};

/** Keys of front matter and page tags, compared without case, `-` and `_`. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  title: ['title', 'articletitle', 'headline'],
  source: ['source', 'contentsource', 'origin', 'from'],
  date: ['date', 'pubdate', 'publishdate', 'publisheddate', 'published', 'publishtime', 'time', 'datepublished'],
  author: ['author', 'authors', 'writer', 'reporter'],
  editor: ['editor', 'editors'],
  reviewer: ['reviewer', 'reviewers'],
  publisher: ['publisher', 'issuer'],
  documentNumber: ['docnumber', 'documentnumber', 'docno'],
  indexNumber: ['indexnumber', 'indexno'],
  writtenDate: ['writtendate'],
  subject: ['subject', 'keywords', 'tags', 'topic'],
  status: ['status', 'validity'],
  column: ['column', 'columnname', 'category', 'categories'],
};

const BY_LABEL = new Map(
  Object.entries(VISIBLE).flatMap(([name, labels]) => labels.map(label => [label, name] as const)),
);
const BY_KEY = new Map([
  ...Object.entries(KEYS).flatMap(([name, keys]) => keys.map(key => [key, name] as const)),
  ...BY_LABEL,
]);

/** Canonical name of a front matter key or page tag; the key itself when it is not known. */
export function canonicalName(key: string): string {
  return BY_KEY.get(key) ?? BY_KEY.get(key.toLowerCase().replace(/[-_\s]/g, '')) ?? key;
}

/** Canonical name of a visible label, undefined when it is not known. */
export function labelName(label: string): string | undefined {
  return BY_LABEL.get(label);
}

/** All visible labels, longest first, as a regex alternation. */
export const LABELS = [...BY_LABEL.keys()].sort((a, b) => b.length - a.length).join('|');
