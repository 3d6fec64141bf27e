// Brings the page to life: reads the present state once, then follows the stream.
import { html, nothing, render } from './lit-html/lit-html.js';
import { read, Stream, useToken } from './api.js';
import * as articles from './articles.js';
import * as alerts from './alerts.js';
import * as subjects from './subjects.js';
import * as rejected from './rejected.js';
import * as search from './search.js';
import { address, go as goTo, here, onChange } from './views.js';
import { keyMap, listen, tokenForm } from './keys.js';
import { number } from './text.js';

const at = (id) => document.getElementById(id);
const head = { connection: { name: 'connecting' }, watchlist: null, rate: null, caughtUp: true };
const overlay = { keys: false, token: false, before: null };
const words = { connecting: 'Connecting', live: 'Live', reconnecting: 'Reconnecting', paused: 'Paused' };

const bell = html`<svg class="bell" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 2.500a1.300 1.300 0 0 1 1.300 1.300v.6c3 .6 4.900 3.100 4.900 6.300 0 3.400.8 4.800 2 6 .5.5.1 1.300-.6 1.300H4.400c-.7 0-1.100-.8-.6-1.300 1.200-1.200 2-2.600 2-6 0-3.200 1.900-5.700 4.900-6.300v-.6A1.300 1.300 0 0 1 12 2.500Z"></path><path d="M9.500 19.500h5a2.500 2.500 0 0 1-5 0Z"></path></svg>`;

const sheets = { search, rejected };
const titles = { search: 'Search', rejected: 'Rejected' };
let view = here();

const link = (to, name, words) => html`<a href=${to} data-view aria-current=${name === view.name ? 'page' : nothing}>${words}</a>`;
const navigation = () => html`<nav aria-label="Views"><span class="parts"><a href="/#alerts" data-view>Alerts</a><a href="/#subjects" data-view>Subjects</a><a
  href="/#tail" data-view>Live</a></span>${link('/', '', 'Board')}${link(address('search'), 'search', 'Search')}${link(address('rejected'), 'rejected', 'Rejected')}</nav>`;

const sentence = (words) => `${words[0].toUpperCase()}${words.slice(1)}.`;

function headView() {
  const { connection, watchlist, rate } = head;
  const broken = connection.name === 'reconnecting';
  return html`<div class="bar"><h1>${bell}Tocsin</h1>
    <span class="state ${connection.name}" role="status"><span class="dot" aria-hidden="true"></span>${words[connection.name]}</span>
    ${navigation()}
    <span class="grow"></span>
    <dl class="facts">
      <div><dt>articles/min</dt><dd>${rate === null ? '–' : number(rate)}</dd></div>
      <div class="wide"><dt>subjects</dt><dd>${watchlist ? number(watchlist.subjects) : '–'}</dd></div>
      <div class="wide"><dt>rules</dt><dd>${watchlist ? number(watchlist.rules) : '–'}</dd></div>
      <div><dt>watchlist</dt><dd>${watchlist ? html`v${watchlist.version}` : '–'}</dd></div>
    </dl>
    <button class="button round" type="button" aria-label="Keyboard map" @click=${() => showKeys(true)}>?</button></div>
    ${broken ? html`<p class="notice" role="alert">${sentence(connection.message ?? 'the service cannot be reached')} The page keeps what it has and tries again${connection.wait ? ` in ${Math.ceil(connection.wait / 1000)} s` : ''}.</p>`
      : head.caughtUp ? nothing : html`<p class="notice">Reading the past from the topics…</p>`}`;
}

let due = false;
function draw() {
  if (due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    render(headView(), at('head'));
    render(articles.tailView({ toggle, top: toTop, select }), at('tail'));
    render(subjects.subjectsView(), at('subjects'));
    render(alerts.alertsView({ toggle: unfold }), at('alerts'));
    at('board').hidden = view.name !== '';
    at('sheet').hidden = view.name === '';
    render(sheets[view.name]?.view() ?? nothing, at('sheet'));
    render(html`${keyMap(overlay.keys, () => showKeys(false))}${tokenForm(overlay.token, sendToken)}`, at('overlay'));
    focusOverlay();
    const open = [...alerts.book.byId.values()].filter((alert) => alert.state !== 'resolved').length;
    const name = titles[view.name] ? `${titles[view.name]} · Tocsin` : 'Tocsin';
    document.title = open ? `(${open}) ${name}` : name;
  });
}

/** Moves the focus into a dialog when it opens, and back when it closes. */
function focusOverlay() {
  const dialog = at('overlay').querySelector('.dialog input, .dialog[tabindex]');
  if (dialog && !overlay.before) {
    overlay.before = document.activeElement ?? document.body;
    dialog.focus();
  } else if (!dialog && overlay.before) {
    overlay.before.focus();
    overlay.before = null;
  }
}

function toggle() {
  articles.tail.stopped = !articles.tail.stopped;
  if (!articles.paused()) articles.release();
  draw();
}

function toTop() {
  articles.tail.stopped = false;
  articles.tail.selected = null;
  articles.tail.scrolled = false;
  articles.release();
  at('tail-scroll').scrollTo({ top: 0 });
  if (at('tail').getBoundingClientRect().top < 0) at('tail').scrollIntoView();
  draw();
}

function select(id) {
  if (articles.tail.selected === id) return;
  articles.tail.selected = id;
  draw();
}

/** Moves through what a view lists, from the one that has the focus. */
function step(by) {
  if (view.name === '') {
    go(by);
    return;
  }
  const entries = [...at('sheet').querySelectorAll('.entry')];
  const now = entries.indexOf(document.activeElement?.closest('.entry'));
  const next = entries[Math.max(0, Math.min(entries.length - 1, now < 0 ? 0 : now + by))];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

function go(step) {
  const id = articles.move(step);
  draw();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const hit = id && at(`hit-${id}`);
    hit?.focus({ preventScroll: true });
    hit?.scrollIntoView({ block: 'nearest' });
  }));
}

/** Leaves one thing at a time: the map, then the selection. */
function leave() {
  if (overlay.keys) {
    showKeys(false);
    return;
  }
  articles.tail.selected = null;
  document.activeElement?.blur();
  scrolled();
  if (!articles.paused()) articles.release();
  draw();
}

function openSelected() {
  if (view.name !== '') {
    document.activeElement?.closest('.entry')?.querySelector('a.headline')?.click();
    return;
  }
  const link = articles.tail.selected && at(`hit-${articles.tail.selected}`)?.querySelector('a.headline');
  link?.click();
}

function showKeys(shown) {
  overlay.keys = shown;
  draw();
}

function unfold(id) {
  const { opened } = alerts.book;
  if (!opened.delete(id)) opened.add(id);
  draw();
}

onChange((now) => {
  view = now;
  sheets[view.name]?.open(view.parameters, draw);
  draw();
  if (view.name !== '') [window, at('sheet')].forEach((scroller) => scroller.scrollTo({ top: 0 }));
});

function toSearch() {
  if (view.name !== 'search') goTo(address('search'));
  search.focus();
}

/** The tail stands still as long as its start is out of sight, whether the panel or the whole page was scrolled. */
function scrolled() {
  const start = at('tail-start');
  if (!start || view.name !== '') return;
  const roof = at('tail').querySelector('.panel-head').getBoundingClientRect().bottom;
  const past = start.getBoundingClientRect().top < roof - 24;
  if (past === articles.tail.scrolled) return;
  articles.tail.scrolled = past;
  if (!articles.paused()) articles.release();
  draw();
}

async function load() {
  const [tail, list, top, watchlist] = await Promise.all([
    read('/api/v1/articles?limit=100'), read('/api/v1/alerts?state=all&limit=100'),
    read('/api/v1/top?minutes=60&limit=20'), read('/api/v1/watchlist'),
  ]);
  articles.fill(tail.articles);
  alerts.fill(list.alerts);
  subjects.fill(top);
  head.watchlist = watchlist;
  draw();
  return tail.cursor;
}

const onEvent = {
  article: (article) => articles.add(article),
  alert(alert) {
    if (alerts.put(alert)) at('spoken').textContent = `New ${alert.severity} alert: ${alert.summary}`;
  },
  count(beat) {
    subjects.fill(beat.top);
    head.rate = beat.articlesPerMinute;
    head.caughtUp = beat.caughtUp;
    articles.tail.skipped = articles.tail.skippedNow ?? 0;
    articles.tail.skippedNow = 0;
    if (head.watchlist && beat.watchlistVersion !== head.watchlist.version) {
      head.watchlist.version = beat.watchlistVersion;
      read('/api/v1/watchlist').then((watchlist) => { head.watchlist = watchlist; draw(); }, () => {});
    }
  },
  gap(gap) {
    if (gap.reason === 'busy') articles.tail.skippedNow = gap.missed;
    else load().catch(() => {});
  },
};

const stream = new Stream('/api/v1/stream', {
  onEvent(type, value) { onEvent[type]?.(value); draw(); },
  onState(state) {
    head.connection = state;
    if (state.status === 401) askForToken();
    draw();
  },
});

function askForToken() {
  stream.stop();
  overlay.token = true;
  draw();
}

function sendToken(token) {
  useToken(token);
  overlay.token = false;
  begin();
}

async function begin() {
  try {
    stream.start(await load());
    sheets[view.name]?.open(view.parameters, draw);
  } catch (error) {
    if (error.status === 401) return askForToken();
    head.connection = { name: 'reconnecting', wait: 2000, message: error.status ? error.message : undefined };
    draw();
    setTimeout(begin, 2000);
  }
}

listen({
  ' ': () => (view.name === '' ? toggle() : false), j: () => step(1), k: () => step(-1), 'g d': () => goTo('/'), 'g a': () => goTo('/#alerts'), 'g s': () => goTo('/#subjects'),
  '/': toSearch, 'g r': () => goTo(address('rejected')), o: openSelected, t: toTop, Escape: leave, '?': () => showKeys(!overlay.keys),
});
document.addEventListener('scroll', scrolled, { capture: true, passive: true });
setInterval(draw, 30_000);
draw();
begin();
