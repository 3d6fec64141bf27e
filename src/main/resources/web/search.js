// Search in the articles that are kept: a query of the watchlist's language in, what matched marked, newest first.
import { html, nothing } from './lit-html/lit-html.js';
import { repeat } from './lit-html/directives/repeat.js';
import { download, read } from './api.js';
import { chip } from './articles.js';
import { address, go } from './views.js';
import { marked, number, outside, time, utc } from './text.js';

const PAGE = 50;
const spans = { '': 'any time', '1h': 'last hour', '24h': 'last day', '7d': 'last week' };

const found = { q: '', from: '', to: '', subject: '', articles: [], next: null, index: null, loading: false, problem: null, asked: false };
let redraw = () => {};
let turn = 0;

const parameters = () => Object.fromEntries(Object.entries({ q: found.q, from: found.from, to: found.to, subject: found.subject }).filter(([, value]) => value));
const path = (more) => `/api/v1/articles?${new URLSearchParams({ q: found.q, ...parameters(), ...more })}`;

/** Shows what the parameters ask for. */
export function open(given, draw) {
  redraw = draw;
  for (const name of ['q', 'from', 'to', 'subject']) found[name] = given.get(name) ?? '';
  search(null);
}

/** Puts the cursor into the field. */
export function focus() {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const field = document.getElementById('q');
    field?.focus();
    field?.select();
  }));
}

async function search(cursor) {
  const mine = ++turn;
  Object.assign(found, { loading: true, problem: null });
  if (!cursor) Object.assign(found, { articles: [], next: null });
  redraw();
  try {
    const page = await read(path({ limit: PAGE, ...(cursor ? { cursor } : {}) }));
    if (mine !== turn) return;
    const known = new Set(found.articles.map((article) => article.id));
    found.articles = [...found.articles, ...page.articles.filter((article) => !known.has(article.id))];
    found.next = page.next;
    found.index = page.index;
  } catch (error) {
    if (mine !== turn) return;
    found.problem = error;
  }
  Object.assign(found, { loading: false, asked: true });
  redraw();
}

function ask(event) {
  event.preventDefault();
  const given = new FormData(event.target);
  go(address('search', { ...parameters(), q: given.get('q').trim(), from: given.get('from') }));
}

function save(event, format) {
  event.preventDefault();
  download(path({ limit: 1000, format }), `articles.${format}`).catch((error) => { found.problem = error; redraw(); });
}

const item = (article) => html`<li><article class="entry" tabindex="-1">
  <p class="meta"><bdi class="publisher">${article.publisher}</bdi>${time(article.eventTime)}<span>${utc(article.eventTime)}</span>${article.language ? html`<span>${article.language}</span>` : nothing}</p>
  <h3>${outside(article.url, marked(article.title || 'Without a title', article.title ? article.titleMarks : []), 'headline')}</h3>
  ${article.snippet ? html`<p class="snippet">${marked(article.snippet, article.snippetMarks)}</p>` : nothing}
  ${article.subjects.length ? html`<ul class="chips" aria-label="Subjects">${article.subjects.slice(0, 12).map(chip)}</ul>` : nothing}
</article></li>`;

/** The query with the place at which it cannot be read. */
function problem() {
  const { message, status, position } = found.problem;
  const shown = position === undefined ? nothing
    : html`<pre class="query-error"><bdi>${found.q.slice(0, position)}<mark>${found.q.slice(position, position + 1) || '␣'}</mark>${found.q.slice(position + 1)}</bdi></pre>`;
  return html`<div class="empty" role="alert"><p class="empty-title">${status === 400 ? 'This query cannot be read' : 'This could not be searched'}</p>${shown}<p>${message}</p></div>`;
}

function standing() {
  const { index } = found;
  if (!index) return nothing;
  const late = index.behind > 0 ? html` · <span class="note-plain">${number(index.behind)} newer not searchable yet</span>` : nothing;
  return html`<p class="aside standing" role="status">${number(index.documents)} articles in the index${index.indexedUntil ? html`, received until ${utc(index.indexedUntil)}` : nothing}${late}${index.state === 'reading'
    ? nothing : html` · <span class="note-plain">${index.state}</span>`}</p>`;
}

const skeleton = html`<div class="skeleton" aria-label="Loading">${[1, 2, 3].map(() => html`<div><i></i><i></i><i></i></div>`)}</div>`;

function body() {
  if (found.problem) return problem();
  if (!found.articles.length && found.loading) return skeleton;
  if (!found.articles.length && !found.next) {
    return html`<div class="empty"><p class="empty-title">Nothing found</p><p>No article that is kept matches. Words are found in any case and accent; <code>missile*</code> finds beginnings,
      <code>a NEAR/5 b</code> what is near, <code>@place/kp</code> a subject.</p></div>`;
  }
  return html`<ol class="entries">${repeat(found.articles, (article) => article.id, item)}</ol>
    ${found.next ? html`<p class="more"><button class="button" type="button" ?disabled=${found.loading} @click=${() => search(found.next)}>${found.loading ? 'Searching…' : 'Older'}</button></p>` : nothing}`;
}

export function view() {
  return html`<section class="panel" aria-labelledby="search-title"><div class="panel-head"><h2 id="search-title">Search</h2><span class="grow"></span>
    <span class="links">${['csv', 'ndjson'].map((format) => html`<a class="link" href=${path({ limit: 1000, format })} @click=${(event) => save(event, format)}>${format.toUpperCase()}</a>`)}<a
      class="link" href=${path({ limit: 1000 })}>JSON</a><a class="link" href=${path({ format: 'rss' })}>RSS</a></span></div>
    <form class="search" role="search" @submit=${ask}><input id="q" name="q" type="search" aria-label="Query" placeholder='missile* AND ("North Korea" OR Pyongyang)' autocomplete="off" spellcheck="false"
        .value=${found.q} @keydown=${(event) => { if (event.key === 'Escape') event.target.blur(); }}>
      <select name="from" aria-label="Time">${Object.entries(spans[found.from] ? spans : { ...spans, [found.from]: `since ${found.from}` })
        .map(([value, said]) => html`<option value=${value} ?selected=${value === found.from}>${said}</option>`)}</select>
      <button class="button primary" type="submit">Search</button></form>
    ${found.subject ? html`<p class="filters"><span class="chip"><bdi>${found.subject}</bdi></span><a class="link" data-view href=${address('search', { ...parameters(), subject: '' })}>Remove</a></p>` : nothing}
    ${standing()}${body()}</section>`;
}
