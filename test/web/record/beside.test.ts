import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fact, record, serve } from '../server.ts';
import type { Served } from '../server.ts';
import { opened, send } from './send.ts';

/** What stands beside a form, and what the confirmation says. */

let served: Served;
beforeAll(async () => {
  served = await serve();
  await record(served, 'ada');
});
afterAll(() => served.close());

const add = async (type: string, data: object, more: object = {}) => {
  const told = await served.post('/api/families/ada/events', fact('ada', type, data, more));
  expect(told.status).toBe(201);
};

/** As it is read, without the marks. */
const read = async (path: string) =>
  (await served.get(path)).text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(' ,', ',')
    .replaceAll(' .', '.');

describe('a bell that nobody answered', () => {
  const escalation = [
    { to: 'party:school', ackMinutes: 30, hours: 'office', accepted: true },
    { to: 'party:team', ackMinutes: 15, hours: '24x7', accepted: false },
  ];

  it('shows who is due when, one after the other, and whose time is over', async () => {
    await add('EscalationPathSet', { agreement: 'a1', rungs: escalation }, { id: 'path-1' });
    await add(
      'BellRung',
      { bell: 'bell-1', to: 'party:school', urgency: 'urgent', selfReport: false, agreement: 'a1' },
      { id: 'rung-1', occurred: '2026-03-01T10:00:00+01:00', reportedAt: '2026-03-01T10:00:00+01:00' },
    );
    for (const kind of ['bell-rung', 'bell-answered']) {
      const page = await read(`/families/ada/record/${kind}`);
      expect(page).toContain('Hier is nog geen antwoord op');
      expect(page).toContain('de bel ging op 1 mrt 2026 10:00');
      expect(page).toContain('school, antwoordt vóór 1 mrt 2026 10:30 : die tijd is voorbij');
      expect(page).toContain('team, antwoordt vóór 1 mrt 2026 10:45 : die tijd is voorbij');
      expect(page).toContain('Niemand op dit pad antwoordde op tijd. Bel zelf.');
    }
  });

  it('shows before a bell is rung who is rung for an agreement', async () => {
    const page = await read('/families/ada/record/bell-rung');
    expect(page).toContain('father: gaat weg als de spanning stijgt');
    expect(page).toContain('school, antwoordt binnen 30 minuten, alleen overdag');
    expect(page).toContain('team, antwoordt binnen 15 minuten, zei nog geen ja');
  });

  it('is gone from both forms once somebody answered', async () => {
    await add(
      'BellAnswered',
      { bell: 'bell-1', party: 'party:team', action: 'called_family' },
      { id: 'answer-1' },
    );
    for (const kind of ['bell-rung', 'bell-answered'])
      expect(await read(`/families/ada/record/${kind}`)).not.toContain('Hier is nog geen antwoord op');
  });
});

describe('the network', () => {
  it('is drawn as four rings with the list beside it, on the form and on the page of the family', async () => {
    const support = { person: 'person:ada', support: ['emotional'], level: 'everyday' };
    await add('SupportPersonNamed', { ...support, supporter: 'party:aunt', ring: 1 }, { id: 'support-1' });
    await add('SupportPersonNamed', { ...support, supporter: 'party:school', ring: 4 }, { id: 'support-2' });
    for (const path of [
      '/families/ada/record/support-person-named?person=person%3Aada',
      '/families/ada/network',
    ]) {
      const { text } = await served.get(path);
      expect(text).toContain('aria-label="Tekening: ada in het midden van vier kringen, met 2 steunfiguren.');
      const [drawing = ''] = /<svg class="rings".*?<\/svg>/s.exec(text) ?? [];
      expect(drawing.match(/<circle class="mark"/g)).toHaveLength(2);
      expect([drawing.includes('>aunt<'), drawing.includes('>school<')]).toEqual([true, true]);
    }
    const form = await read('/families/ada/record/support-person-named');
    expect(form).toContain('aunt, kring 1, gewoon contact school, kring 4, gewoon contact');
    expect(form).toContain('Voor father is geen steunfiguur genoemd. We weten niet wie er dichtbij staat.');
  });
});

describe('the questions of the analysis', () => {
  it('stand beside the form until they are answered, and after recording those that are left', async () => {
    const path = '/families/ada/record/analysis-completed';
    const before = await read(path);
    for (const sentence of [
      'Er is nog geen grondige analyse vastgelegd.',
      'Welk gezinsprofiel past, is onbekend.',
      'Of er dwingende controle is, is onbekend. Dat telt als ja.',
      'Voor de analyse nog niet los van de ander gesproken: ada en father.',
      'Voor de analyse nog niet zelf gevraagd aan: ada.',
    ])
      expect(before).toContain(sentence);
    const told = await send(
      path,
      {
        ...opened(await served.get(path)),
        profile: '1',
        coerciveControl: 'unknown',
        'factors.0.factor': 'debt',
        'factors.0.person': 'person:father',
        spokenSeparately: 'person:ada',
        childrenAsked: 'person:ada',
        source: 'observed',
        'occurred-day': '2',
        'occurred-month': '3',
        'occurred-year': '2026',
      },
      served,
    );
    expect(told.status).toBe(303);
    const after = await read(String(told.headers['location']));
    expect(after).toContain(
      'Nog niet bekend Vraag dit nog. Weet u het niet, kies dan "onbekend": dat is ook een antwoord. ' +
        'Of er dwingende controle is, is onbekend. Dat telt als ja. ' +
        'Voor de analyse nog niet los van de ander gesproken: father. ' +
        'De factor "schulden bij father" is na de analyse nog niet opnieuw bekeken.',
    );
    expect(await read(path)).toContain('De factor "schulden bij father"');
  });
});

it('names an agreement by its words in what changed', async () => {
  const made = { condition: 'c1', actor: 'person:father', timing: 'always', critical: true };
  await add(
    'SafetyAgreementMade',
    { ...made, agreement: 'a2', action: 'sleeps_elsewhere' },
    { id: 'made-2' },
  );
  expect(await read('/families/ada?done=made-2')).toContain(
    'Dekking van "father: slaapt ergens anders na ruzie": niet gedekt.',
  );
});
