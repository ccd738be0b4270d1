import type {Exposure, PersonalKind} from '../src/core/personal-numbers.js';
import {defineRule, type Severity, type Text} from '../src/core/rule.js';

interface Options {
  kinds: readonly PersonalKind[];
  contacts: 'ignore' | 'note';
  allow: readonly string[];
}

type Message = 'identity' | 'doubtfulIdentity' | 'weakMask' | 'exposed' | 'contact' | 'doubtful' | 'address';

const KINDS = [
  'identity-number',
  'masked-identity-number',
  'mobile',
  'bank-card',
  'travel-document',
  'number-plate',
  'email',
  'address',
] as const;

const NAMES: Readonly<Record<PersonalKind, Text>> = {
  'identity-number': {zh: '居民身份证号码', en: 'identity number'},
  'masked-identity-number': {zh: '居民身份证号码', en: 'identity number'},
  mobile: {zh: '手机号码', en: 'mobile number'},
  'bank-card': {zh: '银行卡号', en: 'bank card number'},
  'travel-document': {zh: '护照、通行证号码', en: 'travel document number'},
  'number-plate': {zh: '车牌号', en: 'number plate'},
  email: {zh: '个人电子邮箱', en: 'personal e-mail address'},
  address: {zh: '住址', en: 'home address'},
};

export default defineRule<Options, Message>({
  id: 'personal-data',
  severity: 'error',
  inspection: 'veto',
  fix: 'suggested',
  basis: [
    '《中华人民共和国政府信息公开条例》第十五条',
    '《中华人民共和国个人信息保护法》第二十五条',
    'GB 11643-1999',
    'GB 32100-2015',
  ],
  summary: {
    zh: '不得公开完整的身份证号码、手机号码、银行卡号、住址等个人信息',
    en: 'Identity numbers, mobile numbers, bank cards and home addresses are not published in full',
  },
  defaults: {kinds: KINDS, contacts: 'ignore', allow: []},
  options: z => ({
    kinds: z.array(z.enum(KINDS)).describe('查哪几种个人信息 / which kinds of personal data to look for'),
    contacts: z
      .enum(['ignore', 'note'])
      .describe('作为办公联系方式写出的手机号码：不报，或者提示 / mobile numbers given as the contact of an office'),
    allow: z
      .array(z.string())
      .describe('本单位对外公布的号码、邮箱 / numbers and mailboxes that are published on purpose'),
  }),
  messages: {
    identity: {
      zh: '公开了完整的居民身份证号码：应隐去中间各位，写作“{masked}”',
      en: 'Identity number in full: expected it masked, as `{masked}`',
    },
    doubtfulIdentity: {
      zh: '“{masked}”像是居民身份证号码，但校验码不符：请核对，并隐去中间各位',
      en: '`{masked}` looks like an identity number, but its check digit is wrong: verify and mask it',
    },
    weakMask: {
      zh: '身份证号码只隐去了前几位，仍露出出生日期和末四位：应写作“{masked}”这样',
      en: 'The identity number still shows the birth date and the last four: expected such as `{masked}`',
    },
    exposed: {
      zh: '公开了完整的{kind}：应隐去中间各位，写作“{masked}”',
      en: 'The {kind} is published in full: expected it masked, as `{masked}`',
    },
    contact: {
      zh: '{kind}“{masked}”作为联系方式公开：应改用办公电话、单位邮箱，或者确认本人同意公开',
      en: 'The {kind} `{masked}` is given as a contact: use an office number or mailbox, or make sure its owner agrees',
    },
    doubtful: {
      zh: '“{masked}”可能是个人的{kind}：是的话应隐去中间各位',
      en: '`{masked}` may be a personal {kind}: if so, mask it',
    },
    address: {
      zh: '公开了具体到门牌的住址：只写到乡镇、街道，删去“{masked}”',
      en: 'The home address goes down to the house: name the town or street office only and remove `{masked}`',
    },
  },
  check(article, {options, report}) {
    const allowed = new Set(options.allow.map(bare));
    for (const {kind, place, range, masked, exposure, value} of article.personal.all) {
      if (!options.kinds.includes(kind) || allowed.has(bare(value))) continue;
      // A mailbox at a public provider is what small offices have.
      if (exposure === 'contact' && (options.contacts === 'ignore' || kind === 'email')) continue;
      const data = {kind: NAMES[kind], masked};
      const text = kind === 'address' ? '' : masked;
      const fix = [{range, text}];
      report(place, range, messageOf(kind, exposure), {data, severity: severityOf(kind, exposure), fix});
    }
  },
});

/** A number without what separates its digits. */
function bare(value: string): string {
  return value.replace(/[\s-]/g, '').toLowerCase();
}

function messageOf(kind: PersonalKind, exposure: Exposure): Message {
  if (kind === 'identity-number') return exposure === 'private' ? 'identity' : 'doubtfulIdentity';
  if (kind === 'masked-identity-number') return 'weakMask';
  if (kind === 'address') return 'address';
  if (exposure === 'contact') return 'contact';
  return exposure === 'private' || kind === 'mobile' ? 'exposed' : 'doubtful';
}

/** Numbers that open accounts are errors; where nothing says whose a number is, an editor decides. */
function severityOf(kind: PersonalKind, exposure: Exposure): Severity {
  if (exposure === 'contact') return 'note';
  if (exposure === 'unclear') return kind === 'mobile' || kind.endsWith('identity-number') ? 'warning' : 'note';
  return kind === 'number-plate' || kind === 'email' || kind === 'address' ? 'warning' : 'error';
}
