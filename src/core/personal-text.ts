import {
  type Exposure,
  foldDigits,
  hasIssuer,
  hasProvince,
  identityCheckHolds,
  isBirthDate,
  isCreditCode,
  luhnHolds,
  type PersonalKind,
  type PersonalMatch,
  star,
} from './personal-numbers.js';

/** Words that say that a number belongs to a private person. */
const PRIVATE =
  /身份证|身份号码|户主|户籍|学号|学生姓名|家长|监护人|住址|出生年月|出生日期|低保|残疾等级|残疾证|村民|脱贫户|贫困户|受助人|受害人|死者|嫌疑人|被执行人|被申请人|车主|业主|考生|准考证|申请人|患者姓名/;
/** Words that say that it is the contact of an office. */
const CONTACT =
  /联系|电话|手机|咨询|热线|值班|传真|邮箱|邮件|信箱|报名|投诉|监督|举报|服务|客服|负责人|责任人|队长|主任|地址/;
/** How far before a number its label may stand, in code units. */
const LABEL = 40;

const IDENTITY =
  /(?<![0-9A-Za-z_]|\d\.)(\d{6})([ -]?)((?:1[89]|20)\d{2}[01]\d[0-3]\d)\2(\d{3}[\dXx×])(?![0-9A-Za-z_])/g;
const OLD_IDENTITY = /(?<![0-9A-Za-z_]|\d\.)\d{6}\d{2}[01]\d[0-3]\d\d{3}(?![0-9A-Za-z_])/g;
const WEAK_MASK = /(?<![0-9A-Za-z_*＊×])[*＊×xX]{4,6}(?:1[89]|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx](?![0-9A-Za-z_])/g;
const MOBILE =
  /(?<![0-9A-Za-z_=]|[A-Za-z]\/|\d[.-])(?:\+?86[ -]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}(?![0-9A-Za-z_]|\.[0-9A-Za-z]|-\d)/g;
/** Behind digits that count something, unless they are called a telephone number: 电话1…千方百计. */
const QUANTITY = /^\s?[元万亿千吨%％]/;
const CALLED = /(?:电话|手机|联系方式)[^，。；\d]{0,6}$/;
const CARD =
  /(?<![0-9A-Za-z_=]|[A-Za-z]\/|\d[.-])\d{4}(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?:[ -]?\d{1,3})?(?![0-9A-Za-z_]|\.[0-9A-Za-z]|-\d)/g;
const TRAVEL = /(?<![0-9A-Za-z_])(?:[EeGgDdSsPpKk][A-Za-z]?\d{7,8}|[HMhm]\d{8}(?:\d{2})?)(?![0-9A-Za-z_])/g;
const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Y][·•.\s]?(?=[A-Z0-9]{0,5}\d[A-Z0-9]{0,5})(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4}[挂学警港澳])(?![0-9A-Za-z-])/g;
const EMAIL =
  /(?<![\w.+-])[\w.+-]{1,64}@(?:(?:vip\.)?(?:qq|163|126|139|189|wo|sina|sohu|yeah|foxmail|gmail|hotmail|outlook|live|icloud|yahoo|aliyun|tom|21cn))\.(?:com|net|cn)(?:\.cn)?(?![\w-])/gi;
/** What an address of a person follows; 住所 alone is where a company sits. */
const LIVES =
  /(?:家庭住址|家庭地址|户籍地址|户籍所在地|户籍地|现居住地|居住地址|居住地|现住址|现住|住址|[，,；;]住)(?:为|在|是)?[：:]?\s?/g;
const ADDRESS_LENGTH = 70;
const ADDRESS_END = /[\s，,。；;：:“”（(]/;
const TOWN = /(?:街道办事处|办事处|街道|乡|镇)(?!政府|人民政府)/g;
const HOUSE = /\d{1,5}(?:号楼|栋|幢|单元|楼|号|室|组|弄)/g;

/** Cheap test: a text without any of this holds no personal data. */
const CANDIDATE = /\d{7}|1[3-9]\d[ -]\d{4}|[A-Z][·•.\s]?[A-Z0-9]{4}|@|住|\d{4}[ -]\d{4}[ -]\d{4}/;
const FULL_WIDTH = /[０-９Ａ-Ｚ＠]/;

/** Whether a text is worth looking into, before anything expensive is asked about it. */
export function mayBePersonal(text: string): boolean {
  return CANDIDATE.test(text) || FULL_WIDTH.test(text);
}

/**
 * Finds personal data in a text, in order and without overlaps.
 * @param header words that say what the text is about besides the text itself: the head of its table.
 */
export function personalIn(text: string, header = ''): PersonalMatch[] {
  if (!mayBePersonal(text)) return [];
  const folded = FULL_WIDTH.test(text) ? foldDigits(text) : text;
  const found: PersonalMatch[] = [];
  const words = (start: number) => `${header} ${folded.slice(Math.max(0, start - LABEL), start)}`;
  const add = (kind: PersonalKind, start: number, value: string, masked: string, exposure: Exposure) => {
    const end = start + value.length;
    // Separators and full-width digits that are shown stay as they were written.
    const own = Array.from(masked, (unit, at) => (unit === value[at] ? text[start + at]! : unit)).join('');
    found.push({kind, range: [start, end], masked: own, exposure});
  };
  let last: {end: number; exposure: Exposure} | undefined;
  const exposureOf = (start: number, end: number): Exposure => {
    const before = words(start);
    const own = PRIVATE.test(before) ? 'private' : CONTACT.test(before) ? 'contact' : undefined;
    // A list of names and numbers says once at its top what it is.
    const exposure = own ?? (last && start - last.end < 2 * LABEL ? last.exposure : 'unclear');
    last = {end, exposure};
    return exposure;
  };

  for (const {0: value, index, 1: region = '', 3: birth = '', 4: rest = ''} of folded.matchAll(IDENTITY)) {
    const digits = region + birth + rest.replace('×', 'X');
    if (!isBirthDate(birth)) continue;
    const before = words(index);
    const labelled = /身份|证件号|公民号码|身分证|id_?card/i.test(before);
    if (/信用代码|机构代码/.test(before) && isCreditCode(digits)) continue;
    const valid = identityCheckHolds(digits);
    if (valid ? labelled || hasProvince(digits) : labelled && hasProvince(digits))
      add('identity-number', index, value, star(value, 2, 3), valid ? 'private' : 'unclear');
  }
  for (const {0: value, index} of folded.matchAll(OLD_IDENTITY)) {
    if (!hasProvince(value) || !isBirthDate(`19${value.slice(6, 12)}`)) continue;
    if (/身份|证件号|身分证/.test(words(index))) add('identity-number', index, value, star(value, 2, 3), 'private');
  }
  for (const {0: value, index} of folded.matchAll(WEAK_MASK)) {
    if (isBirthDate(value.replace(/^\D+/, '')))
      add('masked-identity-number', index, value, star(value, 0, 3), 'unclear');
  }
  for (const {0: value, index} of folded.matchAll(CARD)) {
    const digits = value.replace(/\D/g, '');
    if (!hasIssuer(digits) || !luhnHolds(digits)) continue;
    const before = words(index);
    if (/卡号|银行卡|储蓄卡|信用卡|社保卡|一卡通|一折通|存折|账号|帐号|账户|帐户|开户/.test(before)) {
      if (!ORGANISATION.test(before)) add('bank-card', index, value, star(value, 4, 3), 'private');
    } else if (/^62/.test(digits) && (digits.length === 16 || digits.length === 19) && !CODE.test(before)) {
      add('bank-card', index, value, star(value, 4, 3), PRIVATE.test(before) ? 'private' : 'unclear');
    }
  }
  for (const {0: value, index} of folded.matchAll(MOBILE)) {
    const end = index + value.length;
    if (QUANTITY.test(folded.slice(end, end + 2)) && !CALLED.test(words(index))) continue;
    const prefix = value.replace(/\D/g, '').length - 11;
    add('mobile', index, value, star(value, prefix + 3, 4), exposureOf(index, end));
  }
  for (const {0: value, index} of folded.matchAll(TRAVEL)) {
    if (/护照|通行证|回乡证|台胞证/.test(words(index)))
      add('travel-document', index, value, star(value, 1, 2), 'private');
  }
  for (const {0: value, index} of folded.matchAll(PLATE)) {
    const named = /车牌|号牌|车号|车主|驾驶|车辆/.test(words(index));
    add('number-plate', index, value, star(value, 3, 1), named ? 'private' : 'unclear');
  }
  for (const {0: value, index} of folded.matchAll(EMAIL)) {
    const exposure = exposureOf(index, index + value.length);
    const name = value.indexOf('@');
    add('email', index, value, star(value.slice(0, name), 1, 0) + value.slice(name), exposure);
  }
  for (const {0: lead, index} of folded.matchAll(LIVES)) {
    const detail = houseIn(folded.slice(index + lead.length, index + lead.length + ADDRESS_LENGTH));
    if (detail) add('address', index + lead.length + detail.at, detail.text, '*'.repeat(detail.text.length), 'private');
  }
  return withoutOverlaps(found);
}

/** The part of an address that lies below the town, when it goes down to the house. */
function houseIn(after: string): {at: number; text: string} | undefined {
  const stop = after.search(ADDRESS_END);
  const address = stop === -1 ? after : after.slice(0, stop);
  const last = [...address.matchAll(HOUSE)].at(-1);
  if (!last) return undefined;
  const town = [...address.matchAll(TOWN)].at(0);
  const at = town ? town.index + town[0].length : 0;
  const end = last.index + last[0].length;
  return end > at ? {at, text: address.slice(at, end)} : undefined;
}

/** In order; where two overlap, the one that begins first stays, then the one that was looked for first. */
function withoutOverlaps(found: PersonalMatch[]): PersonalMatch[] {
  if (found.length < 2) return found;
  const kept: PersonalMatch[] = [];
  for (const match of found.sort((a, b) => a.range[0] - b.range[0])) {
    if (kept.length === 0 || match.range[0] >= kept.at(-1)!.range[1]) kept.push(match);
  }
  return kept;
}

/** Names of account holders that are no persons: the accounts of offices and companies are published on purpose. */
const ORGANISATION =
  /对公(?:账|帐|户)|(?:户名|账户名称|名称|收款单位|收款人|单位)[：:]\s?[^，。；\s]{0,20}(?:局|公司|中心|委员会|财政|政府|协会|基金会|红十字会|学校|医院|合作社|办公室|厅|院|站|所)/;
/** Numbers of things: with one chance in ten they look like a card. */
const CODE = /编号|文号|项目|合同|订单|发票|备案|许可|代码|编码|批次|序列|证书|流水|单号|标识/;
