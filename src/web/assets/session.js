// Says two minutes before that the session is about to end, and leads to the way in when it has ended.
import { idleSeconds } from '/assets/settings.js';

/** Long enough to read, to decide and to press a button. */
const leadSeconds = Math.min(120, idleSeconds / 2);
/** The server notes not every request: its end may come this much earlier. */
const slackSeconds = Math.min(60, idleSeconds / 10);
const againSeconds = Math.min(10, idleSeconds / 20);

class SessionWarning extends HTMLElement {
  #askAt = after(idleSeconds - leadSeconds - slackSeconds);
  #isClosed = false;
  #isAsking = false;

  connectedCallback() {
    const { left } = this.dataset;
    this.#find('[data-stay]').addEventListener('click', () => void this.#ask(left, 'POST'));
    this.#find('[data-close]').addEventListener('click', () => {
      this.#isClosed = true;
      this.#dialog.close();
    });
    // Who closed it knows: it does not come back before the session was put off.
    this.#dialog.addEventListener('cancel', () => {
      this.#isClosed = true;
    });
    setInterval(() => {
      if (Date.now() >= this.#askAt) void this.#ask(left, 'GET');
    }, 500);
    // A machine that slept, or a tab in the background: the session may be over.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void this.#ask(left, 'GET');
    });
  }

  get #dialog() {
    return this.#find('dialog');
  }

  #find(what) {
    return this.querySelector(what);
  }

  /** The server knows: somebody may be at work in another tab. */
  async #ask(address, method) {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      const response = await fetch(address, { method });
      if (response.ok) this.#look(await response.json());
    } catch {
      // Without a connection nobody knows; it is asked again.
      this.#askAt = after(againSeconds);
    } finally {
      this.#isAsking = false;
    }
  }

  #look({ secondsLeft, isFixed }) {
    if (secondsLeft <= 0) {
      this.#leave();
      return;
    }
    if (secondsLeft > leadSeconds) {
      this.#askAt = after(secondsLeft - leadSeconds);
      if (this.#dialog.open) this.#dialog.close();
      this.#isClosed = false;
      return;
    }
    this.#askAt = after(Math.min(againSeconds, secondsLeft));
    // Behind the privacy screen nobody reads it.
    if (!document.body.classList.contains('covered')) this.#warn(secondsLeft, isFixed);
  }

  #warn(secondsLeft, isFixed) {
    const title = this.#find('h2');
    const minutes = Math.max(1, Math.round(secondsLeft / 60));
    const words = minutes === 1 ? title.dataset.one : title.dataset.many.replace('{n}', minutes);
    this.#find('[data-fixed]').hidden = !isFixed;
    this.#find('[data-stay]').hidden = isFixed;
    const isNew = title.textContent !== words;
    title.textContent = words;
    if (!this.#dialog.open && !this.#isClosed) this.#dialog.showModal();
    else if (isNew) this.#find('[role=status]').textContent = words;
  }

  #leave() {
    const here = encodeURIComponent(location.pathname + location.search);
    const { over } = this.dataset;
    document.title = '';
    document.body.replaceChildren();
    location.replace(`${over}&next=${here}`);
  }
}

function after(seconds) {
  return Date.now() + seconds * 1000;
}

customElements.define('session-warning', SessionWarning);
