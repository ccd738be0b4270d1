/** The page's style. The policy of the page holds its hash, so nothing is filled in. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fff;--ground:#f4f5f7;--ink:#1c2430;--dim:#5a6575;--line:#d8dde4;--link:#1a56b0;
--error:#b3201f;--warning:#8a5300;--note:#1f5fae;--error-mark:#ffd9d6;--warning-mark:#ffe9b8;--note-mark:#d6e8ff;--current:#ffef5c;--current-ink:#1c2430}
@media(prefers-color-scheme:dark){:root{--paper:#1c2128;--ground:#12161b;--ink:#e3e8ee;--dim:#9aa6b4;--line:#363e49;--link:#83b4f7;
--error:#ff8f88;--warning:#f0b75a;--note:#86b9ff;--error-mark:#5c2422;--warning-mark:#54400f;--note-mark:#1d3d66;--current:#f2df3a;--current-ink:#14181d}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;padding:0 1rem 4rem;background:var(--ground);color:var(--ink);display:flex;flex-direction:column;line-height:1.6;
font-family:system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","WenQuanYi Micro Hei",sans-serif;overflow-wrap:anywhere}
body>*{width:100%;max-width:80rem;margin-inline:auto}
#overview{order:-2}
#filter{order:-1}
#files:focus{outline:none}
h1{font-size:1.5rem;margin:1.5rem 0 .25rem}
h1 small{font-size:.8rem;font-weight:400;color:var(--dim)}
h2{font-size:1rem;margin:0}
a{color:var(--link)}
code{font-family:ui-monospace,Consolas,Menlo,monospace;font-size:.85em;color:var(--dim)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-100vw;width:auto}
.skip:focus{position:static}
.lead{font-size:1.1rem;margin:0 0 1rem}
.notice,.problems{border-left:4px solid var(--warning);background:var(--paper);padding:.5rem 1rem;margin:0 0 1rem}
.problems{border-color:var(--error)}
.problems ul,.clean ul{margin:.25rem 0;padding-left:1.25rem}
.charts{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:.75rem;align-items:start;margin-bottom:.75rem}
.bar{display:block;height:.75rem;width:100%;background:var(--line);border-radius:2px}
.bar .error{fill:var(--error)}.bar .warning{fill:var(--warning)}.bar .note{fill:var(--note)}
.severities,.rules,#overview>.clean{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.75rem 1rem}
#overview>.clean{margin-bottom:.75rem}
.severities h2,.rules>h2{margin-bottom:.5rem}
.severities ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;margin:.5rem 0 0;padding:0}
.severities li.error{color:var(--error)}.severities li.warning{color:var(--warning)}.severities li.note{color:var(--note)}
.severities b{font-size:1.25rem}
.rule summary{display:grid;grid-template-columns:minmax(0,1fr) 10rem 3.5rem;gap:.75rem;align-items:center;cursor:pointer;padding:.2rem 0}
.rule summary::before{content:none}
.rule summary b{text-align:right}
.rule .name::before{content:"▸";display:inline-block;width:1.1em;color:var(--dim)}
.rule[open] .name::before{content:"▾"}
.rule[open]{border-bottom:1px solid var(--line);padding-bottom:.5rem;margin-bottom:.25rem}
.rule>p,.rule>ol{margin:.25rem 0 .25rem 1.1rem}
.rule>ol{padding-left:2.5rem;max-height:24rem;overflow:auto}
.rule .file-name{color:var(--dim);font-size:.85em}
.basis{color:var(--dim);font-size:.85rem}
#filter{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center;background:var(--paper);
border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem;margin-bottom:.75rem}
#filter input[type=search]{flex:1 1 12rem;min-width:8rem}
#filter select{flex:0 1 14rem;min-width:0;width:14rem}
#filter .checks,#filter .buttons{display:flex;flex-wrap:wrap;gap:.25rem .75rem}
#filter output{color:var(--dim);font-size:.85rem}
input[type=search],select,button{font:inherit;font-size:.9rem;color:inherit;background:var(--ground);border:1px solid var(--line);border-radius:4px;padding:.25rem .5rem}
button{cursor:pointer}
.file{background:var(--paper);border:1px solid var(--line);border-radius:6px;margin-bottom:.75rem}
.file>details:not([open]){content-visibility:auto;contain-intrinsic-size:auto 3rem}
.all-open .file>details[open]{content-visibility:auto;contain-intrinsic-size:auto 30rem}
.file>details>summary{display:flex;flex-wrap:wrap;gap:.25rem .5rem;align-items:center;padding:.6rem 1rem;cursor:pointer}
.file>details>summary::before{content:"▸";color:var(--dim);width:.8em}
.file>details[open]>summary::before{content:"▾"}
.file>details[open]>summary{border-bottom:1px solid var(--line)}
.file h2{flex:1 1 10rem;min-width:0}
.badge{font-size:.8rem;border:1px solid currentColor;border-radius:3px;padding:0 .35em;white-space:nowrap}
.badge.error{color:var(--error)}.badge.warning{color:var(--warning)}.badge.note{color:var(--note)}
.columns{display:grid;grid-template-columns:minmax(0,1fr) minmax(18rem,26rem);align-items:start}
.left-out{color:var(--dim);padding:0 1rem}
.text{grid-column:1;grid-row:1;padding:1rem 1.5rem 1.5rem;min-width:0;align-self:stretch;border-right:1px solid var(--line)}
.text>p{max-width:44rem}
.text p{margin:.4em 0;white-space:pre-wrap;unicode-bidi:isolate}
.text .title{font-size:1.25rem;font-weight:700}
.text .heading{font-weight:700}
.text .metadata,.text .caption,.text .credit,.text .image{color:var(--dim);font-size:.9rem}
.text .signature{text-align:right}
.text .item{padding-left:1.5em}
.text .cell{display:inline-block;border:1px solid var(--line);padding:.1em .5em;margin:.1em}
.text .furniture{display:inline;color:var(--dim);font-size:.75rem;margin-right:1em}
mark{color:var(--ink);background:none;text-decoration-thickness:2px;text-underline-offset:.2em;cursor:pointer}
mark.error{background:var(--error-mark);text-decoration:underline solid 2px var(--error)}
mark.warning{background:var(--warning-mark);text-decoration:underline dashed 2px var(--warning)}
mark.note{background:var(--note-mark);text-decoration:underline dotted 2px var(--note)}
mark.off{color:inherit;background:none;text-decoration:none;cursor:auto}
mark.current{background:var(--current);color:var(--current-ink)}
.place{text-decoration:none;white-space:nowrap;scroll-margin:40vh 0}
.place::after{content:attr(data-number);font-size:.65rem;font-weight:700;vertical-align:super;padding:0 .15em;line-height:1}
.place.error{color:var(--error)}.place.warning{color:var(--warning)}.place.note{color:var(--note)}
.place[data-at]::before{content:"";border-left:3px solid currentColor;padding:.1em 0;margin:0 1px}
.place.current::after{background:var(--current);color:var(--current-ink);border-radius:2px}
.place.current[data-at]::before{outline:2px solid var(--current)}
.findings{grid-column:2;grid-row:1;list-style:none;margin:0;padding:0;position:sticky;top:7rem;max-height:calc(100vh - 8rem);overflow:auto}
.findings>li{padding:.5rem .75rem;border-bottom:1px solid var(--line)}
.findings>li.current{box-shadow:inset 4px 0 var(--current)}
.findings p{margin:.15rem 0 0}
.findings ul{margin:.15rem 0 0;padding-left:1.25rem;font-size:.9rem}
.entry{display:block;color:inherit;text-decoration:none;scroll-margin:8rem 0 1rem}
a.entry:hover .words{text-decoration:underline}
.number{display:inline-block;min-width:1.5em;font-weight:700}
.quoted{font-size:.9rem;color:var(--dim)}
.about{font-size:.85rem;color:var(--dim)}
@media(max-width:48rem){
body{padding:0 .5rem 3rem}
.columns,.charts{display:block}
.severities{margin-bottom:.75rem}
.findings{position:static;max-height:none}
.text{padding:.75rem .75rem 1rem;border-right:none;border-top:4px double var(--line)}
.entry{scroll-margin-top:1rem}
#filter{position:static;gap:.35rem .5rem;padding:.4rem .5rem}
#filter input[type=search]{flex-basis:100%}
#filter select{flex:1 1 100%}
.rule summary{grid-template-columns:minmax(0,1fr) 4.5rem 2.5rem;gap:.5rem}
}
@media print{
:root{color-scheme:light;--paper:#fff;--ground:#fff;--ink:#000;--dim:#444;--line:#bbb;--link:#000;
--error:#b3201f;--warning:#8a5300;--note:#1f5fae;--error-mark:#ffd9d6;--warning-mark:#ffe9b8;--note-mark:#d6e8ff;--current:transparent;--current-ink:#000}
body{display:block;padding:0;font-size:10.5pt}
#filter,.skip,.scripted{display:none!important}
.file>details:not([open]),.all-open .file>details[open]{content-visibility:visible}
.file{border:none;border-top:2px solid #000;border-radius:0}
.file>details>summary,.findings>li,.severities,.rule summary{break-inside:avoid}
.file>details>summary{break-after:avoid}
details::details-content{content-visibility:visible;display:block}
.columns{display:block}
.findings{position:static;max-height:none;overflow:visible}
.rule>ol{max-height:none;overflow:visible}
.text>p{max-width:none}
.text{border-right:none;border-top:1px solid var(--line)}
mark,.bar,.bar rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
