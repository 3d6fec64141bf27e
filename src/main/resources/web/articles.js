// The live tail: newest first; stands still while it is being read.
import { html, nothing } from './lit-html/lit-html.js';
import { repeat } from './lit-html/directives/repeat.js';
import { marked, number, outside, time } from './text.js';

const SHOWN = 150;
const WAITING = 500;
const forms = { name: 'name', short: 'short form', demonym: 'demonym', query: 'query', implied: 'implied', rule: 'rule' };
const notes = {
  late: 'late', corrected: 'corrected', truncated: 'cut', clock_skew: 'clock ahead', time_missing: 'no date',
};

export const tail = {
  loading: true, shown: [], waiting: [], stopped: false, scrolled: false, selected: null, skipped: 0,
};

export const paused = () => tail.stopped || tail.scrolled || tail.selected !== null;

/** Takes the present state; what is being read stays where it is. */
export function fill(articles) {
  const known = new Set(tail.shown.map((article) => article.id));
  tail.loading = false;
  if (paused() && known.size) {
    tail.waiting = articles.filter((article) => !known.has(article.id));
  } else {
    tail.shown = articles.slice(0, SHOWN);
    tail.waiting = [];
  }
}

export function add(article) {
  const without = (list) => list.filter((other) => other.id !== article.id);
  if (paused()) {
    tail.waiting = [article, ...without(tail.waiting)].slice(0, WAITING);
  } else {
    tail.shown = [article, ...without(tail.shown)].slice(0, SHOWN);
  }
}

/** Lets the waiting ones in. */
export function release() {
  const fresh = new Set(tail.waiting.map((article) => article.id));
  tail.shown = [...tail.waiting, ...tail.shown.filter((article) => !fresh.has(article.id))].slice(0, SHOWN);
  tail.waiting = [];
}

/** Moves the selection; returns the id that should have the focus. */
export function move(step) {
  const at = tail.shown.findIndex((article) => article.id === tail.selected);
  const next = tail.shown[Math.max(0, Math.min(tail.shown.length - 1, at < 0 ? 0 : at + step))];
  tail.selected = next?.id ?? null;
  return tail.selected;
}

function explainer(article) {
  const names = new Map(article.subjects.map((subject) => [subject.id, subject.name]));
  return (span) => `${names.get(span.by) ?? span.by} · ${forms[span.how] ?? span.how}`;
}

/** One reason per subject and rule: which words, in which form. */
function reasons(article) {
  const found = new Map();
  const texts = [[article.title ?? '', article.titleMarks], [article.snippet, article.snippetMarks]];
  for (const [text, spans] of texts) {
    for (const span of spans) {
      if (!found.has(span.by)) found.set(span.by, { words: text.slice(span.start, span.end), how: span.how });
    }
  }
  const rows = article.subjects.map((subject) => {
    const hit = found.get(subject.id);
    const how = forms[hit?.how ?? subject.forms[0]] ?? 'text';
    return hit
      ? html`<span><q><bdi>${hit.words}</bdi></q> is a ${how} of <bdi>${subject.name}</bdi></span>`
      : html`<span><bdi>${subject.name}</bdi> by ${how} in the text</span>`;
  });
  article.rules.forEach((rule) => rows.unshift(html`<span>query of rule <code>${rule}</code></span>`));
  return rows;
}

function why(article) {
  const rows = reasons(article);
  if (!rows.length) return nothing;
  return html`<p class="why"><span class="label">Why</span>${rows.slice(0, 3)}${rows.length > 3
    ? html`<span>and ${rows.length - 3} more</span>` : nothing}</p>`;
}

export const chip = (subject) => html`<li class="chip ${subject.rel}" data-kind=${subject.kind}
  title="${subject.kind} · ${subject.rel} · ${subject.occurrences}×"><span class="kind" aria-hidden="true"></span><bdi>${subject.name}</bdi>${subject.occurrences > 1
  ? html`<span class="times">${subject.occurrences}×</span>` : nothing}</li>`;

function item(article, select) {
  const explain = explainer(article);
  const title = article.title || 'Without a title';
  return html`<li><article class="hit" id=${`hit-${article.id}`} tabindex="-1" ?data-selected=${article.id === tail.selected}
    @focusin=${() => select(article.id)}>
    <p class="meta"><bdi class="publisher">${article.publisher}</bdi>${time(article.eventTime)}${article.marks
      .filter((mark) => notes[mark]).map((mark) => html`<span class="note">${notes[mark]}</span>`)}${article.revision
      ? html`<span class="note">revision ${article.revision}</span>` : nothing}</p>
    <h3>${outside(article.url, marked(title, article.title ? article.titleMarks : [], explain), 'headline')}</h3>
    ${article.snippet ? html`<p class="snippet">${marked(article.snippet, article.snippetMarks, explain)}</p>` : nothing}
    ${article.subjects.length ? html`<ul class="chips" aria-label="Subjects">${article.subjects.slice(0, 8).map(chip)}${article.subjects.length > 8
      ? html`<li class="chip more">+${article.subjects.length - 8}</li>` : nothing}</ul>` : nothing}
    ${why(article)}
  </article></li>`;
}

const skeleton = html`<div class="skeleton" aria-label="Loading">${[1, 2, 3, 4].map(() => html`<div><i></i><i></i><i></i></div>`)}</div>`;

const empty = html`<div class="empty"><p class="empty-title">No articles yet</p>
  <p>They appear here as they are tagged. Publish some:</p>
  <pre><code>tocsin publish articles.jsonl</code></pre></div>`;

export function tailView({ toggle, top, select }) {
  const list = tail.loading ? skeleton : tail.shown.length === 0 ? empty
    : html`<ol class="hits">${repeat(tail.shown, (article) => article.id, (article) => item(article, select))}</ol>`;
  return html`<div class="panel-head"><h2 id="tail-title">Live tail</h2>
    ${tail.skipped ? html`<span class="aside">busy: ${number(tail.skipped)} more this second</span>` : nothing}
    <span class="grow"></span>
    ${paused() && tail.waiting.length ? html`<button class="button primary fresh" type="button"
      @click=${top}>${number(tail.waiting.length)}${tail.waiting.length >= WAITING ? '+' : ''} new <span aria-hidden="true">↑</span></button>` : nothing}
    <button class="button" type="button" aria-pressed=${tail.stopped} @click=${toggle}>${tail.stopped
      ? html`<span class="glyph play" aria-hidden="true"></span>Resume` : html`<span class="glyph stop" aria-hidden="true"></span>Stop`}</button></div>
    <div class="scroll" id="tail-scroll">
      <div id="tail-start"></div>${list}</div>`;
}
