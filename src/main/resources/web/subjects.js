// The top subjects of the last hour of event time, each with its spark line and its share of the first.
import { html, nothing, svg } from './lit-html/lit-html.js';
import { repeat } from './lit-html/directives/repeat.js';
import { number, utc } from './text.js';

const WIDTH = 120;
const HEIGHT = 28;

export const top = { loading: true, now: null, minutes: 60, subjects: [] };

export function fill(list) {
  Object.assign(top, list, { loading: false });
}

function spark(values) {
  const highest = Math.max(1, ...values);
  const step = WIDTH / Math.max(1, values.length - 1);
  const points = values.map((value, i) => `${(i * step).toFixed(1)},${(HEIGHT - 2 - (value / highest) * (HEIGHT - 5)).toFixed(1)}`);
  const said = `${values.length} values, highest ${highest}, last ${values.at(-1) ?? 0}`;
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${said}>${svg`
    <path class="area" d=${`M0,${HEIGHT} L${points.join(' L')} L${WIDTH},${HEIGHT} Z`}></path>
    <polyline class="line" points=${points.join(' ')}></polyline>`}</svg>`;
}

/** Without the date when it is today, as it is unless an archive is replayed. */
function short(instant) {
  const words = utc(instant);
  return words.slice(0, 10) === utc(new Date().toISOString()).slice(0, 10) ? `${words.slice(11, 16)} UTC` : words.slice(0, 16);
}

const row = (entry, place, most) => html`<li class="subject" data-kind=${entry.subject.kind}>
  <span class="place">${place}</span>
  <span class="who"><span class="name" title=${entry.subject.id}><bdi>${entry.subject.name}</bdi></span><span class="kind-word"><span class="kind" aria-hidden="true"></span>${entry.subject.kind}</span></span>
  ${spark(entry.spark)}
  <span class="count" title="${number(entry.articles)} articles, ${number(entry.occurrences)} occurrences">${number(entry.articles)}</span>
  <svg class="share" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="1" class="rail"></rect><rect width=${(100 * entry.articles) / most} height="1" class="fill"></rect></svg>
</li>`;

export function subjectsView() {
  const most = top.subjects[0]?.articles ?? 1;
  let body = html`<div class="skeleton rows" aria-label="Loading">${[1, 2, 3, 4, 5, 6].map(() => html`<div><i></i></div>`)}</div>`;
  if (!top.loading) {
    body = top.subjects.length
      ? html`<ol class="ranking">${repeat(top.subjects, (entry) => entry.subject.id, (entry, i) => row(entry, i + 1, most))}</ol>`
      : html`<div class="empty"><p class="empty-title">Nothing counted</p><p>No subject of the watchlist was mentioned in the last hour.</p></div>`;
  }
  const known = top.now && Date.parse(top.now) > 0;
  return html`<div class="panel-head"><h2 id="subjects-title">Top subjects</h2><span class="grow"></span>
    <span class="aside" title=${known ? `The last ${top.minutes} minutes of event time` : nothing}>${known ? html`hour to <time datetime=${top.now}>${short(top.now)}</time>` : ''}</span></div>
    <div class="scroll">${body}</div>`;
}
