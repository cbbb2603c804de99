// Covers the page when nobody has touched it for a while. Without this script pages work, uncovered.
import { privacySeconds } from '/assets/settings.js';

class PrivacyScreen extends HTMLElement {
  #touchedAt = Date.now();
  #title = document.title;

  connectedCallback() {
    const touched = () => {
      this.#touchedAt = Date.now();
    };
    for (const kind of ['pointerdown', 'pointermove', 'keydown', 'scroll'])
      addEventListener(kind, touched, { capture: true, passive: true });
    // A machine that slept, or a tab in the background, has old timers: looked at once it is seen again.
    document.addEventListener('visibilitychange', () => this.#look());
    this.#dialog.querySelector('[data-go-on]').addEventListener('click', () => this.#uncover());
    this.#dialog.addEventListener('cancel', (event) => event.preventDefault());
    // Some browsers close a dialog at the second Escape all the same.
    this.#dialog.addEventListener('close', () => {
      if (this.#isCovered) this.#dialog.showModal();
    });
    setInterval(() => this.#look(), 1000);
  }

  get #dialog() {
    return this.querySelector('dialog');
  }

  get #isCovered() {
    return document.body.classList.contains('covered');
  }

  #look() {
    if (this.#isCovered || Date.now() - this.#touchedAt < privacySeconds * 1000) return;
    this.#title = document.title;
    document.title = 'Waakvlam';
    document.body.classList.add('covered');
    // A modal dialog leaves the rest of the page out of the reach of keys and screen readers.
    this.#dialog.showModal();
  }

  #uncover() {
    document.title = this.#title;
    document.body.classList.remove('covered');
    this.#dialog.close();
    this.#touchedAt = Date.now();
  }
}

customElements.define('privacy-screen', PrivacyScreen);
