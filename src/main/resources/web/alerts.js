// Alerts as episodes: what, how much, since when, and the articles that each stands on.
import { html, nothing, svg } from './lit-html/lit-html.js';
import { repeat } from './lit-html/directives/repeat.js';
import { counted, marked, number, outside, time } from './text.js';

const KEPT = 200;
const FIRST = 2;
const rank = { critical: 0, warning: 1, info: 2 };
const causes = {
  score: 'condition met', escalated: 'escalated', below: 'fell below', expired: 'expired', rule_changed: 'rule changed',
  withdrawn: 'taken back', recovered: 'back again',
};
const shapes = {
  critical: svg`<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"></path><path class="on" d="M8 4v5M8 11.200v.6"></path>`,
  warning: svg`<path d="M8 1.200 15.400 14.500H.6z"></path><path class="on" d="M8 5.800v4M8 11.900v.4"></path>`,
  info: svg`<circle cx="8" cy="8" r="7"></circle><path class="on" d="M8 7.400v4M8 4.400v.6"></path>`,
};

export const book = { loading: true, byId: new Map(), opened: new Set() };

export function fill(alerts) {
  book.loading = false;
  book.byId = new Map(alerts.map((alert) => [alert.id, alert]));
}

/** Takes the newest state of an episode; true when it is a new one. */
export function put(alert) {
  const fresh = !book.byId.has(alert.id);
  book.byId.set(alert.id, alert);
  if (book.byId.size > KEPT) {
    const resolved = [...book.byId.values()].find((other) => other.state === 'resolved');
    if (resolved) book.byId.delete(resolved.id);
  }
  return fresh;
}

const newest = (a, b) => Date.parse(b.changedAt) - Date.parse(a.changedAt);
const open = () => [...book.byId.values()].filter((alert) => alert.state !== 'resolved')
  .sort((a, b) => rank[a.severity] - rank[b.severity] || newest(a, b));
const resolved = () => [...book.byId.values()].filter((alert) => alert.state === 'resolved').sort(newest);

const severity = (word) => html`<span class="severity"><svg viewBox="0 0 16 16" aria-hidden="true">${shapes[word]}</svg>${word}</span>`;

const piece = (evidence) => html`<li>
  <p class="meta"><bdi class="publisher">${evidence.publisher}</bdi>${time(evidence.publishedAt)}</p>
  <p class="evidence-title">${outside(evidence.url, html`<bdi>${evidence.title || 'Without a title'}</bdi>`)}</p>
  ${evidence.snippet ? html`<p class="snippet">${marked(evidence.snippet, evidence.spans.map(([start, end]) => ({ start, end })))}</p>` : nothing}
</li>`;

function evidence(alert, toggle) {
  if (!alert.evidence.length) return nothing;
  const all = book.opened.has(alert.id);
  const shown = all ? alert.evidence : alert.evidence.slice(0, FIRST);
  const more = alert.evidence.length - FIRST;
  return html`<h4>Evidence <span class="aside">${number(alert.evidence.length)} of ${counted(Math.max(alert.evidenceTotal, alert.evidence.length), 'articles')}</span></h4>
    <ol class="evidence">${repeat(shown, (one) => one.article, piece)}</ol>
    ${more > 0 ? html`<button class="button quiet" type="button" aria-expanded=${all} @click=${() => toggle(alert.id)}>${all ? 'Show fewer' : `Show ${more} more`}</button>` : nothing}`;
}

const spike = (alert) => html`<div><dt>Expected</dt><dd>${alert.expected.toFixed(1)} ± ${alert.spread.toFixed(1)}</dd></div>
  <div><dt>Score</dt><dd>${alert.score.toFixed(1)}</dd></div>
  <div><dt>Past heard of</dt><dd>${Math.round(100 * alert.baseline.coverage)} %</dd></div>`;

function figures(alert) {
  const observed = alert.observed[alert.measure];
  const others = ['articles', 'stories', 'voices'].filter((measure) => measure !== alert.measure);
  return html`<dl class="figures">
    <div><dt>Observed</dt><dd><strong>${number(observed)}</strong> ${counted(observed, alert.measure).split(' ').slice(1).join(' ')}</dd></div>
    ${alert.score == null ? html`<div><dt>Asked for</dt><dd>≥ ${number(alert.expected)}</dd></div>` : spike(alert)}
    ${others.map((measure) => html`<div><dt>${measure}</dt><dd>${number(alert.observed[measure])}</dd></div>`)}
  </dl>`;
}

const card = (alert, toggle) => html`<li><article class="alert ${alert.severity}" data-state=${alert.state} id=${`alert-${alert.id}`}>
  <p class="alert-top">${severity(alert.severity)}<span class="grow"></span><span class="since">${alert.state === 'resolved'
    ? html`resolved ${time(alert.endsAt ?? alert.changedAt)}` : html`since ${time(alert.startsAt)}`}</span></p>
  <h3><bdi>${alert.subject.name}</bdi></h3>
  <p class="summary"><bdi>${alert.summary}</bdi></p>
  ${figures(alert)}
  <p class="meta rule"><span>rule <code>${alert.rule}</code></span><span>${causes[alert.reason] ?? alert.reason}</span>${Object.entries(alert.labels)
    .map(([key, value]) => html`<span class="tag"><bdi>${key}=${value}</bdi></span>`)}</p>
  ${evidence(alert, toggle)}
</article></li>`;

export function alertsView({ toggle }) {
  const now = open();
  const past = resolved();
  let body = html`<div class="skeleton" aria-label="Loading"><div><i></i><i></i><i></i></div><div><i></i><i></i><i></i></div></div>`;
  if (!book.loading) {
    body = html`${now.length
      ? html`<ol class="cards">${repeat(now, (alert) => alert.id, (alert) => card(alert, toggle))}</ol>`
      : html`<div class="empty"><p class="empty-title">All quiet</p><p>No alert is open. Rules of the watchlist open one when their condition is met.</p></div>`}
      ${past.length ? html`<details class="past"><summary>Resolved <span class="badge">${number(past.length)}</span></summary>
        <ol class="cards">${repeat(past.slice(0, 50), (alert) => alert.id, (alert) => card(alert, toggle))}</ol></details>` : nothing}`;
  }
  return html`<div class="panel-head"><h2 id="alerts-title">Open alerts</h2>${now.length
    ? html`<span class="badge ${now[0].severity}">${number(now.length)}</span>` : nothing}</div>
    <div class="scroll">${body}</div>`;
}
