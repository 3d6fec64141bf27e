// The keyboard, and the map of it.
import { html, nothing } from './lit-html/lit-html.js';

const map = [
  [['/'], 'search'],
  [['Space'], 'stop and resume the live tail'], [['j'], 'next article'], [['k'], 'previous article'],
  [['o'], 'open the article'], [['t'], 'to the newest'], [['g', 'd'], 'go to the board'], [['g', 'a'], 'go to the alerts'],
  [['g', 's'], 'go to the subjects'], [['g', 'r'], 'go to the rejected records'], [['Esc'], 'leave the selection, close this'], [['?'], 'show this map'],
];
const SECOND = 1_500;

const typing = (target) => target.closest('input, textarea, select, [contenteditable]') !== null;

/** Calls the action of a key, or of two keys after each other; keys that belong to a field or a focused control stay theirs, and so do those whose action says false. */
export function listen(actions) {
  const firsts = new Set(Object.keys(actions).filter((keys) => keys.length === 3 && keys[1] === ' ').map((keys) => keys[0]));
  let first = null;
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === ' ' && event.target.closest('button, a, summary')) return;
    const action = actions[first && Date.now() - first.at < SECOND ? `${first.key} ${event.key}` : event.key];
    first = !action && firsts.has(event.key) ? { key: event.key, at: Date.now() } : null;
    if (!action) return;
    if (action() !== false) event.preventDefault();
  });
}

export const keyMap = (shown, close) => (shown ? html`<div class="veil" @click=${close}></div>
  <div class="dialog" role="dialog" aria-modal="true" aria-labelledby="keys-title" tabindex="-1">
    <h2 id="keys-title">Keyboard</h2>
    <dl class="keys">${map.map(([keys, what]) => html`<div><dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt><dd>${what}</dd></div>`)}</dl>
    <button class="button" type="button" @click=${close}>Close</button>
  </div>` : nothing);

export const tokenForm = (shown, send) => (shown ? html`<div class="veil"></div>
  <div class="dialog" role="dialog" aria-modal="true" aria-labelledby="token-title">
    <h2 id="token-title">This service asks for its token</h2>
    <p>It is the value of <code>http.token</code>. It is kept until this tab is closed.</p>
    <form @submit=${(event) => { event.preventDefault(); send(new FormData(event.target).get('token')); }}>
      <label for="token">Token</label>
      <input id="token" name="token" type="password" autocomplete="current-password" required>
      <button class="button primary" type="submit">Go on</button>
    </form>
  </div>` : nothing);
