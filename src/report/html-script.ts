/**
 * The page's script: filter, findings by rule, and the way between a finding and its place. It makes elements and copies
 * text, and reads no markup. The policy of the page holds its hash, so nothing is filled in; without it the page can
 * still be read, since the links between findings and places are plain ones.
 */
export const pageScript = String.raw`
(() => {
'use strict';
const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
const byId = id => document.getElementById(id);
const form = byId('filter');
const SEVERITIES = ['error', 'warning', 'note'];
const BATCH = 200;

// The order of the document becomes the order that is seen, for the keyboard and for screen readers.
document.body.prepend(byId('overview'), form);
for (const element of all('.scripted')) element.hidden = false;

const items = [];
const itemsOf = new Map();
for (const file of all('.file')) {
  const own = all('.findings > li', file).map(li => ({li, file, severity: li.dataset.severity, rule: li.dataset.rule, words: undefined}));
  itemsOf.set(file, own);
  for (const item of own) items.push(item);
}
const wordsOf = item => (item.words ??= (item.file.querySelector('h2').textContent + '\n' + item.li.textContent).toLowerCase());
const isOpen = file => file.firstElementChild.open;

let current;

// Colours the text of a file again: by what is shown in its list, and where the current finding stands.
function paint(file) {
  const own = itemsOf.get(file);
  const active = {error: 0, warning: 0, note: 0};
  let inCurrent = false;
  const isCurrent = index => current !== undefined && current === own[index];
  own.forEach(item => item.li.classList.toggle('current', item === current));
  for (const element of all('.text [data-on], .text [data-off], .text [data-at], .text mark', file)) {
    const {on, off, at} = element.dataset;
    if (element.localName === 'mark') {
      element.className = SEVERITIES.find(severity => active[severity] > 0) ?? 'off';
      element.classList.toggle('current', inCurrent);
      continue;
    }
    const index = Number(on ?? off ?? at);
    const {li, severity} = own[index];
    if (off === undefined) {
      element.hidden = li.hidden;
      element.classList.toggle('current', isCurrent(index));
    }
    if (at !== undefined) continue;
    if (!li.hidden) active[severity] += off === undefined ? 1 : -1;
    if (isCurrent(index)) inCurrent = off === undefined;
  }
}

function filter() {
  const data = new FormData(form);
  const severities = new Set(data.getAll('severity'));
  const rule = data.get('rule');
  const words = data.get('words').trim().toLowerCase();
  let shown = 0;
  const withShown = new Set();
  for (const item of items) {
    const fits = severities.has(item.severity) && (rule === '' || item.rule === rule) && (words === '' || wordsOf(item).includes(words));
    item.li.hidden = !fits;
    if (!fits) continue;
    shown++;
    withShown.add(item.file);
  }
  for (const file of itemsOf.keys()) {
    file.hidden = !withShown.has(file);
    if (!file.hidden && isOpen(file)) paint(file);
  }
  form.querySelector('output').textContent = form.dataset.shown.replace('{n}', shown).replace('{all}', items.length);
}

let waiting;
form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(filter, 120);
});
form.addEventListener('reset', () => setTimeout(filter));
form.addEventListener('submit', event => {
  event.preventDefault();
  filter();
});

// #m3-0 is the place of the first finding of the fourth file, #f3-0 its entry in the list.
function show(hash) {
  const match = /^#([mf])(\d+)-(\d+)$/.exec(hash);
  const file = match && byId('file' + match[2]);
  const item = file && itemsOf.get(file)[Number(match[3])];
  const target = byId(hash.slice(1));
  if (!item || !target) return;
  if (item.li.hidden) {
    form.reset();
    filter();
  }
  const before = current?.file;
  current = item;
  file.firstElementChild.open = true;
  if (before && before !== file) paint(before);
  paint(file);
  const list = item.li.parentElement;
  if (list.scrollHeight > list.clientHeight) list.scrollTop = item.li.offsetTop - list.offsetTop - list.clientHeight / 3;
  target.scrollIntoView({block: match[1] === 'm' ? 'center' : 'nearest'});
  target.focus({preventScroll: true});
}
addEventListener('hashchange', () => show(location.hash));

document.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]');
  if (link) {
    // The browser does what is left: the address, and the way back.
    show(link.getAttribute('href'));
    return;
  }
  const mark = event.target.closest('.text mark');
  if (mark && getSelection().isCollapsed) follow(mark);
});

// From a mark to the entry of the innermost finding around it.
function follow(mark) {
  const file = mark.closest('.file');
  const own = itemsOf.get(file);
  const around = [];
  for (const element of all('[data-on], [data-off], mark', mark.parentElement)) {
    if (element === mark) break;
    const {on, off} = element.dataset;
    if (on !== undefined) around.push(Number(on));
    if (off !== undefined) around.splice(around.indexOf(Number(off)), 1);
  }
  const index = around.findLast(number => !own[number].li.hidden);
  if (index !== undefined) location.hash = '#f' + file.id.slice(4) + '-' + index;
}

document.addEventListener('toggle', event => {
  const details = event.target;
  if (!details.open) return;
  if (details.parentElement.classList.contains('file')) paint(details.parentElement);
  else if (details.classList.contains('rule')) fill(details);
}, true);

// The findings of a rule, when it is opened for the first time, some hundred at once.
function fill(details) {
  const list = details.querySelector('ol');
  if (list.childElementCount > 0) return;
  const own = items.filter(({rule}) => rule === details.dataset.rule);
  const more = document.createElement('button');
  more.type = 'button';
  more.className = 'more';
  const add = () => {
    const from = list.childElementCount;
    for (const {li, file} of own.slice(from, from + BATCH)) {
      const entry = li.querySelector('.entry');
      const link = document.createElement('a');
      link.href = entry.getAttribute('href') ?? '#' + entry.id;
      link.textContent = entry.querySelector('.words').textContent;
      const place = document.createElement('bdi');
      place.className = 'file-name';
      place.textContent = file.querySelector('h2').textContent + ':' + li.querySelector('.position').textContent;
      const row = document.createElement('li');
      row.append(link, ' ', place);
      list.append(row);
    }
    const left = own.length - list.childElementCount;
    if (left === 0) more.remove();
    else more.textContent = form.dataset.more.replace('{n}', Math.min(BATCH, left));
  };
  more.addEventListener('click', add);
  details.append(more);
  add();
}

for (const button of all('.rule .only'))
  button.addEventListener('click', () => {
    form.elements.rule.value = button.closest('.rule').dataset.rule;
    filter();
    form.scrollIntoView();
  });

const setOpen = open => {
  // Files out of view are laid out when they come into it: thousands of open ones would take minutes.
  document.body.classList.toggle('all-open', open);
  for (const file of itemsOf.keys()) if (!file.hidden) file.firstElementChild.open = open;
};
form.querySelector('.open-all').addEventListener('click', () => setOpen(true));
form.querySelector('.close-all').addEventListener('click', () => setOpen(false));

// Print shows what the filter lets through, whether it is open or not.
const closed = [];
addEventListener('beforeprint', () => {
  for (const file of itemsOf.keys()) {
    if (file.hidden || isOpen(file)) continue;
    closed.push(file.firstElementChild);
    file.firstElementChild.open = true;
  }
});
addEventListener('afterprint', () => {
  for (const details of closed.splice(0)) details.open = false;
});

filter();
show(location.hash);
})();
`;
