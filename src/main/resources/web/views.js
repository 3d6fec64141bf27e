// Which view is shown: its name and all that it shows stand in the address, so that it can be copied, kept and gone back to.
const VIEWS = ['search', 'rejected'];
const listeners = [];

/** The view of the address: its name, empty for the board, and its parameters. */
export function here() {
  const parameters = new URLSearchParams(location.search);
  const name = parameters.get('view') ?? '';
  parameters.delete('view');
  return { name: VIEWS.includes(name) ? name : '', parameters };
}

/** The address of a view; parameters without a value are left out. */
export function address(name, parameters = {}) {
  const all = new URLSearchParams(name ? { view: name } : {});
  for (const [key, value] of Object.entries(parameters)) if (value) all.set(key, value);
  const query = all.toString();
  return query ? `/?${query}` : '/';
}

export const onChange = (listener) => listeners.push(listener);
const changed = () => listeners.forEach((listener) => listener(here()));

/** Goes to an address of this page, without loading it again. */
export function go(to) {
  if (to !== location.pathname + location.search + location.hash) history.pushState(null, '', to);
  changed();
  const { hash } = new URL(to, location.href);
  if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
}

addEventListener('popstate', changed);

/** Follows links within this page; what opens in another tab or window stays the browser's. */
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-view]');
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
