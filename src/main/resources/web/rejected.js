// The records that were refused: why, from where, what they hold, and a button that sends one again.
import { html, nothing } from './lit-html/lit-html.js';
import { repeat } from './lit-html/directives/repeat.js';
import { read, send } from './api.js';
import { address, go } from './views.js';
import { number, time } from './text.js';

const PAGE = 50;
const reasons = {
  malformed_json: 'not JSON', not_an_object: 'no object', duplicate_key: 'a key twice', too_deep: 'nested too deep', too_large: 'too large',
  invalid_utf8: 'not UTF-8', invalid_field: 'a field cannot be read', no_text: 'no text', processing_failed: 'a fault of ours',
};

const list = { reason: '', records: [], next: null, loading: true, problem: null, whole: new Map(), sent: new Map() };
let redraw = () => {};
let asked = 0;

/** Shows what the parameters ask for. */
export function open(parameters, draw) {
  redraw = draw;
  list.reason = parameters.get('reason') ?? '';
  load(null);
}

async function load(cursor) {
  const mine = ++asked;
  list.loading = true;
  list.problem = null;
  if (!cursor) Object.assign(list, { records: [], next: null });
  redraw();
  try {
    const parameters = new URLSearchParams({ limit: PAGE });
    if (list.reason) parameters.set('reason', list.reason);
    if (cursor) parameters.set('cursor', cursor);
    const page = await read(`/api/v1/rejected?${parameters}`);
    if (mine !== asked) return;
    list.records = cursor ? [...list.records, ...page.records] : page.records;
    list.next = page.next;
  } catch (error) {
    if (mine !== asked) return;
    list.problem = error;
  }
  list.loading = false;
  redraw();
}

async function unfold(place) {
  if (list.whole.delete(place)) return redraw();
  try {
    list.whole.set(place, await read(`/api/v1/rejected/${place}`));
  } catch (error) {
    list.sent.set(place, { problem: error.message });
  }
  return redraw();
}

async function replay(place) {
  list.sent.set(place, { waiting: true });
  redraw();
  try {
    const { sent } = await send(`/api/v1/rejected/${place}/replay`, {});
    list.sent.set(place, { words: `Sent again, to ${sent.topic} ${sent.partition}/${sent.offset}.` });
  } catch (error) {
    list.sent.set(place, { problem: error.message });
  }
  redraw();
}

const size = (record) => (record.kept < record.bytes
  ? `${number(record.bytes)} bytes, the first ${number(record.kept)} kept` : `${number(record.bytes)} bytes`);

function told(place) {
  const sent = list.sent.get(place);
  if (!sent || sent.waiting) return nothing;
  return html`<span class=${sent.problem ? 'told bad' : 'told good'} role="status">${sent.problem ?? sent.words}</span>`;
}

function item(record) {
  const whole = list.whole.get(record.place);
  const sent = list.sent.get(record.place);
  return html`<li><article class="entry refused" tabindex="-1" aria-label="Record ${record.place}">
    <p class="meta"><strong class="reason">${reasons[record.reason] ?? record.reason}</strong><code>${record.reason}</code>${time(record.rejectedAt)}<span>from <bdi>${record.origin.topic}</bdi>
      ${record.origin.partition}/${record.origin.offset}</span><span>${size(record)}</span>${record.key ? html`<span>key <bdi>${record.key}</bdi></span>` : nothing}${record.replayOf
      ? html`<span class="note">refused again, was ${record.replayOf}</span>` : nothing}</p>
    ${record.error ? html`<p class="summary"><bdi>${record.error}</bdi>${record.field ? html` <code><bdi>${record.field}</bdi></code>` : nothing}</p>` : nothing}
    <pre class="bytes" tabindex="0" aria-label="Bytes as text"><bdi>${(whole ?? record).text || '(no bytes)'}</bdi></pre>
    ${whole ? html`<pre class="bytes base64" tabindex="0" aria-label="Bytes in Base64">${whole.base64}</pre>` : nothing}
    <p class="acts"><span class="place-word">${record.place}</span>${told(record.place)}<span class="grow"></span>
      <button class="button quiet" type="button" aria-expanded=${whole ? 'true' : 'false'} @click=${() => unfold(record.place)}>${whole ? 'Show less' : 'All bytes'}</button>
      <button class="button replay" type="button" ?disabled=${sent?.waiting || sent?.words} @click=${() => replay(record.place)}>${sent?.waiting ? 'Sending…' : 'Replay'}</button></p>
  </article></li>`;
}

const skeleton = html`<div class="skeleton" aria-label="Loading">${[1, 2, 3].map(() => html`<div><i></i><i></i><i></i></div>`)}</div>`;

function body() {
  if (list.problem) {
    return html`<div class="empty" role="alert"><p class="empty-title">This could not be read</p><p>${list.problem.message}</p>
      <p><button class="button" type="button" @click=${() => load(null)}>Try again</button></p></div>`;
  }
  if (!list.records.length && list.loading) return skeleton;
  if (!list.records.length && !list.next) {
    return html`<div class="empty"><p class="empty-title">Nothing was refused</p><p>${list.reason ? 'No record with this reason is kept.'
      : 'Every record that came in was an article, or is older than what is kept.'}</p></div>`;
  }
  return html`<ol class="entries">${repeat(list.records, (record) => record.place, item)}</ol>
    ${list.next ? html`<p class="more"><button class="button" type="button" ?disabled=${list.loading} @click=${() => load(list.next)}>${list.loading ? 'Loading…' : 'Older'}</button></p>` : nothing}`;
}

export function view() {
  return html`<section class="panel" aria-labelledby="rejected-title"><div class="panel-head"><h2 id="rejected-title">Rejected</h2><span class="grow"></span>
    <label class="field">Reason <select @change=${(event) => go(address('rejected', { reason: event.target.value }))}>
      <option value="" ?selected=${!list.reason}>all</option>${Object.entries(reasons).map(([word, said]) => html`<option value=${word} ?selected=${word === list.reason}>${said}</option>`)}
    </select></label>
    <button class="button" type="button" @click=${() => load(null)}>Refresh</button></div>${body()}</section>`;
}
