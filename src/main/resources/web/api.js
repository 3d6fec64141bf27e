// Talks to the service: JSON, and the event stream over fetch, because EventSource can send neither a token nor a first Last-Event-ID.
const SILENCE = 40_000;
const HIDDEN = 20_000;
const LONGEST_WAIT = 15_000;

let token = sessionStorage.getItem('tocsin.token') ?? '';

export function useToken(given) {
  token = given.trim();
  sessionStorage.setItem('tocsin.token', token);
}

export class Unanswered extends Error {
  constructor(status, message, position) {
    super(message);
    this.status = status;
    this.position = position;
  }
}

function headers(more = {}) {
  return token ? { ...more, Authorization: `Bearer ${token}` } : more;
}

async function answered(response) {
  if (response.ok) return response;
  let message = `The service answered ${response.status}`;
  let position;
  try {
    const problem = await response.json();
    message = problem.message ?? message;
    position = problem.position;
  } catch { /* not ours, so the status must do */ }
  throw new Unanswered(response.status, message, position);
}

export async function read(path) {
  return (await answered(await fetch(path, { headers: headers(), cache: 'no-store' }))).json();
}

/** Saves an answer as a file; a plain link could not send the token. */
export async function download(path, name) {
  const blob = await (await answered(await fetch(path, { headers: headers(), cache: 'no-store' }))).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Posts a value as JSON. */
export async function send(path, value) {
  const sent = headers({ 'Content-Type': 'application/json' });
  return (await answered(await fetch(path, { method: 'POST', headers: sent, body: JSON.stringify(value) }))).json();
}

/**
 * Keeps a stream open for good: comes back with the last id after a failure, and lets go while the page is hidden, because a browser
 * allows only six connections to one host.
 */
export class Stream {
  constructor(path, { onEvent, onState }) {
    this.path = path;
    this.onEvent = onEvent;
    this.onState = onState;
    this.lastId = '';
    this.tries = 0;
    document.addEventListener('visibilitychange', () => this.seen());
  }

  start(cursor) {
    this.lastId = cursor ?? this.lastId;
    this.running = true;
    this.connect();
  }

  stop() {
    this.running = false;
    clearTimeout(this.retry);
    this.abort?.abort();
  }

  seen() {
    clearTimeout(this.hiding);
    if (document.hidden) {
      this.hiding = setTimeout(() => this.running && (this.asleep = true, this.stop()), HIDDEN);
    } else if (this.asleep) {
      this.asleep = false;
      this.start();
    }
  }

  async connect() {
    const abort = new AbortController();
    this.abort = abort;
    this.onState({ name: this.tries ? 'reconnecting' : 'connecting' });
    try {
      const sent = { Accept: 'text/event-stream' };
      if (this.lastId) sent['Last-Event-ID'] = this.lastId;
      const response = await answered(
        await fetch(this.path, { headers: headers(sent), cache: 'no-store', signal: abort.signal }));
      this.tries = 0;
      this.onState({ name: 'live' });
      await this.listen(response.body.pipeThrough(new TextDecoderStream()).getReader(), abort);
    } catch (error) {
      this.reason = error.status ? error : null;
    }
    if (this.running && this.abort === abort) this.later();
  }

  later() {
    this.tries += 1;
    const wait = Math.min(LONGEST_WAIT, 500 * 2 ** Math.min(this.tries, 6)) * (0.75 + Math.random() / 2);
    this.onState({ name: 'reconnecting', wait, message: this.reason?.message, status: this.reason?.status });
    this.retry = setTimeout(() => this.connect(), wait);
  }

  async listen(reader, abort) {
    let rest = '';
    for (;;) {
      const watchdog = setTimeout(() => abort.abort(), SILENCE);
      const { value, done } = await reader.read().finally(() => clearTimeout(watchdog));
      if (done) return;
      const blocks = (rest + value).split('\n\n');
      rest = blocks.pop();
      blocks.forEach((block) => this.take(block));
    }
  }

  take(block) {
    let type = 'message';
    let data = '';
    for (const line of block.split('\n')) {
      if (line.startsWith('id: ')) this.lastId = line.slice(4);
      else if (line.startsWith('event: ')) type = line.slice(7);
      else if (line.startsWith('data: ')) data += line.slice(6);
    }
    if (data) this.onEvent(type, JSON.parse(data));
  }
}
