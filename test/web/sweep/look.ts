import { AxeBuilder } from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';

/** What a sweep finds wrong with a page, as lines that say where. Nothing found is an empty list. */

const html = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // How it is written, not what it says.
    'doctype-style': 'off',
    'void-style': 'off',
    'no-implicit-input-type': 'off',
    'valid-id': ['error', { relaxed: true }],
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    // A number must be found by who searches for it.
    'tel-non-breaking': 'off',
    // A table that scrolls by itself is a region that can have the focus.
    'prefer-native-element': 'off',
    'long-title': 'off',
  },
});

export async function htmlFaults(text: string): Promise<readonly string[]> {
  const { results } = await html.validateString(text);
  return results
    .flatMap(({ messages }) => messages)
    .map(
      ({ ruleId, message, column }) =>
        `${ruleId}: ${message} ...${text.split('\n')[1]?.slice(column - 40, column + 60) ?? ''}`,
    );
}

export async function axeFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html: found }) => `${id}: ${found.slice(0, 200)}`),
  );
}

/** Everything wider than the screen, by its class. */
export async function sticksOut(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > clientWidth + 1 && !each.closest('.scroll'))
      .slice(0, 5)
      .map((each) => `${scrollWidth} wide: ${each.outerHTML.slice(0, 120)}`);
  });
}

export async function outline(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id twice: ${id}`);
    const heads = document.querySelectorAll('h1').length;
    return heads === 1 ? twice : [...twice, `${heads} h1`];
  });
}
