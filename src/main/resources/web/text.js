// Words on the page: marked text, times and links. Everything ends as text nodes; nothing is parsed as HTML.
import { html, nothing } from './lit-html/lit-html.js';

const units = [['year', 31536000], ['month', 2592000], ['day', 86400], ['hour', 3600], ['minute', 60]];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
const whole = new Intl.NumberFormat('en');
const plurals = { voices: 'voice', stories: 'story', articles: 'article', occurrences: 'occurrence' };

export const number = (value) => whole.format(value);

/** `1 article`, `2 articles`. */
export const counted = (value, measure) => `${number(value)} ${value === 1 ? plurals[measure] : measure}`;

/** A text with spans `{start, end}` shown as marks; spans are in order and apart. */
export function marked(text, spans, explain = () => '') {
  const parts = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at || span.end > text.length) continue;
    parts.push(text.slice(at, span.start));
    parts.push(html`<mark title=${explain(span) || nothing}>${text.slice(span.start, span.end)}</mark>`);
    at = span.end;
  }
  parts.push(text.slice(at));
  return html`<bdi>${parts}</bdi>`;
}

export function ago(instant, now = Date.now()) {
  const seconds = (Date.parse(instant) - now) / 1000;
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  }
  return 'just now';
}

export const utc = (instant) => `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

export const time = (instant) => html`<time datetime=${instant} title=${utc(instant)}>${ago(instant)}</time>`;

/** The address when it leads to a web page, else null: `javascript:` and the like must never become a link. */
export function webAddress(url) {
  if (!url) return null;
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : null;
  } catch {
    return null;
  }
}

/** A link to a page outside, or just the words when there is no safe address. */
export function outside(url, words, className = '') {
  const address = webAddress(url);
  return address
    ? html`<a class=${className} href=${address} target="_blank" rel="noopener nofollow noreferrer">${words}</a>`
    : html`<span class=${className}>${words}</span>`;
}
