import { expect, test } from '../app.ts';
import { sitting } from '../sitting.ts';
import { frame, type Window } from '../window.ts';

/**
 * Texts that do not fit where they stand, and texts and controls that lie upon each other. Only what can be seen
 * counts: what scrolls out of its panel is not there.
 */
async function faults(app: Window): Promise<string[]> {
  // A stage learns its new size with the frame after a panel has come or gone; what nobody has seen yet is no fault.
  await frame(app.page);
  return app.page.evaluate(() => {
    interface Seen {
      readonly element: Element;
      readonly name: string;
      readonly box: DOMRect;
    }
    const shown = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      element.closest('.unseen') === null;
    const name = (element: Element, text: string): string =>
      `<${element.tagName.toLowerCase()}> "${text.trim().replace(/\s+/g, ' ').slice(0, 60)}"`;

    /** The part of a box that the panels around it let through. */
    const clipped = (element: Element | null, given: DOMRect): DOMRect => {
      let { left, top, right, bottom } = given;
      // What is placed by itself is let through by everything up to the box that it is placed in.
      let free = '';
      for (let around = element; around !== null; around = around.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(around);
        const passes = free === 'fixed' || (free === 'absolute' && position === 'static');
        if (!passes) free = position === 'fixed' || position === 'absolute' ? position : '';
        if (passes || (overflowX === 'visible' && overflowY === 'visible')) continue;
        const box = around.getBoundingClientRect();
        [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
        [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };

    const faults: string[] = [];
    const texts: Seen[] = [];
    const range = document.createRange();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const element = node.parentElement;
      if (
        text.trim() === '' ||
        element === null ||
        ['SCRIPT', 'STYLE', 'OPTION', 'TITLE', 'DESC'].includes(element.tagName)
      )
        continue;
      if (!shown(element)) continue;
      range.selectNodeContents(node);
      const whole = range.getBoundingClientRect();
      const box = clipped(element, whole);
      if (box.width < 1 || box.height < 1) {
        // In a panel that scrolls it may come into sight; elsewhere it is lost.
        if (!scrolls(element)) faults.push(`${name(element, text)} is not to be seen`);
        continue;
      }
      const cutAcross = whole.width - box.width > 1 && !scrolls(element, 'x');
      const cutDown = whole.height - box.height > 0.3 * whole.height && !scrolls(element, 'y');
      if (cutAcross || cutDown) faults.push(`${name(element, text)} is cut`);
      if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1) {
        faults.push(`${name(element, text)} leaves the window`);
      }
      // Line boxes are higher than what is written in them.
      const slack = box.height * 0.2;
      texts.push({
        element,
        name: name(element, text),
        box: new DOMRect(box.x, box.y + slack, box.width, box.height - 2 * slack),
      });
    }

    function scrolls(element: Element, way?: 'x' | 'y'): boolean {
      for (let around: Element | null = element; around !== null; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        const moves = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
        if ((way !== 'y' && moves(overflowX)) || (way !== 'x' && moves(overflowY))) return true;
      }
      return false;
    }

    /** What lies in front of the page covers it on purpose. */
    const layer = (element: Element): Element | null =>
      element.closest('[role=dialog], [role=menu], [data-bits-floating-content-wrapper], .note, .stage > p');
    const controls: Seen[] = [
      ...document.querySelectorAll('button, input, select, textarea, [role=slider], [role=separator]'),
    ]
      .filter(shown)
      .map((element) => ({
        element,
        name: name(element, element.getAttribute('aria-label') ?? element.textContent),
        box: clipped(element.parentElement, element.getBoundingClientRect()),
      }))
      .filter(({ box }) => box.width >= 2 && box.height >= 2);
    for (const { element, name, box } of controls) {
      const whole = element.getBoundingClientRect();
      if (whole.right > innerWidth + 1 || whole.left < -1) faults.push(`${name} leaves the window`);
      else if (whole.width - box.width > 2 && box.height > 8) faults.push(`${name} is cut`);
    }
    // A panel that scrolls upwards and down is not meant to scroll sideways.
    for (const element of document.querySelectorAll('*')) {
      const { overflowX, overflowY } = getComputedStyle(element);
      if (![overflowX, overflowY].includes('auto') || !shown(element)) continue;
      if (element.scrollWidth > element.clientWidth + 1)
        faults.push(`${name(element, element.className)} scrolls sideways`);
    }
    const meet = (a: Seen, b: Seen): boolean => {
      const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      // The cells of a clock's digits touch.
      if (a.element.parentElement === b.element.parentElement && a.element.closest('.clock') !== null) return false;
      return across > 2 && down > 2 && layer(a.element) === layer(b.element);
    };
    const related = (a: Seen, b: Seen): boolean => a.element.contains(b.element) || b.element.contains(a.element);
    const compare = (some: readonly Seen[], others: readonly Seen[]): void => {
      for (const [place, a] of some.entries()) {
        for (const b of others === some ? some.slice(place + 1) : others) {
          if (!related(a, b) && meet(a, b)) faults.push(`${a.name} lies upon ${b.name}`);
        }
      }
    };
    compare(texts, texts);
    compare(controls, controls);
    compare(texts, controls);
    return [...new Set(faults)];
  });
}

async function all(app: Window): Promise<void> {
  for (const panels of [[], ['Charts'], ['Charts', 'Parameters'], ['Parameters']] as const) {
    for (const panel of ['Charts', 'Parameters'] as const) {
      if ((panels as readonly string[]).includes(panel)) await app.open(panel);
      else await app.shut(panel);
    }
    expect.soft(await faults(app), `with ${panels.join(' and ') || 'no panel'}`).toEqual([]);
  }
}

for (const [width, height] of [
  [1280, 800],
  [1920, 1080],
] as const) {
  test(`at ${width}x${height} no text is cut and nothing lies upon anything else`, async ({ app }) => {
    test.setTimeout(60_000);
    await app.page.setViewportSize({ width, height });
    for (const theme of ['light', 'projector'] as const) {
      await app.chooseTheme(theme);
      await app.shut('Parameters');
      await app.seek('Home');
      await app.seek('ArrowRight');
      await expect(app.clock(app.synchronous)).toHaveText('0:07:12');
      await all(app);
      await app.shut('Parameters');
      await app.seek('End');
      await expect(app.clock(app.synchronous)).toHaveText('12:00:00');
      await all(app);
    }
    await app.shut('Parameters');
    await app.shut('Charts');
    await app.seek('Home');
    await app.seek('PageDown');
    await app.board(1, 12).click();
    await expect(app.sheet).toBeVisible();
    expect.soft(await faults(app), 'an open board').toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.open('Charts');
    await app.button('Show the chart large').click();
    await expect(app.page.getByRole('dialog')).toBeVisible();
    expect.soft(await faults(app), 'a large chart').toEqual([]);
  });
}

for (const [width, height] of [
  [1280, 1024],
  [1024, 700],
] as const) {
  test(`at ${width}x${height}, narrow for its height, the clock and the rail are whole`, async ({ app }) => {
    await app.page.setViewportSize({ width, height });
    // Where there is room the charts come by themselves.
    await expect(app.button('Charts')).toHaveAttribute('aria-pressed', String(height >= 960));
    await app.shut('Charts');
    for (const instant of ['PageDown', 'End'] as const) {
      await app.seek(instant);
      await expect(app.clock(app.synchronous)).toHaveText(instant === 'End' ? '12:00:00' : '1:12:00');
      expect.soft(await faults(app), instant).toEqual([]);
      for (const half of await app.laneHeaders.all()) {
        const [finish, dial] = [half.getByTestId('finish').locator('.clock'), half.locator('.dial')];
        const [a, b] = [(await finish.boundingBox())!, (await dial.boundingBox())!];
        expect.soft(a.x + a.width <= b.x + 1 || b.x + b.width <= a.x + 1, 'the finish lies beside the dial').toBe(true);
        expect.soft(a.x + a.width, 'the finish lies in the window').toBeLessThanOrEqual(width);
      }
    }
  });
}

sitting('everything stands where it should', (step) => {
  step('the choice of programs, a list and the charts of another program are whole', async ({ app }) => {
    for (const theme of ['light', 'projector'] as const) {
      await app.chooseTheme(theme);
      await app.button('Programs').click();
      const programs = app.page.getByRole('dialog', { name: 'Programs' });
      await expect(programs).toBeVisible();
      expect.soft(await faults(app), 'the programs').toEqual([]);
      await programs.getByRole('button', { name: 'Open Rocket countdowns' }).click();
      await expect(programs).toHaveCount(0);
      await app.open('Parameters');
      await app.parameter('Rockets').getByRole('textbox').nth(1).fill('-1');
      await expect(app.parameter('Rockets').getByRole('textbox').nth(1)).toHaveAttribute('aria-invalid', 'true');
      expect.soft(await faults(app), 'a list').toEqual([]);
      await app.open('Charts');
      expect.soft(await faults(app), `the charts in ${theme}`).toEqual([]);
      await app.shut('Charts');
      await app.shut('Parameters');
    }
  });

  step('the boards re-flow from one to a thousand, each within its view', async ({ app }) => {
    await app.open('Parameters');
    for (const boards of [1, 12, 60, 240, 1000]) {
      const field = app.parameter('Boards').getByRole('textbox');
      await field.fill(String(boards));
      await field.press('Enter');
      await expect(app.boardsOf(app.boardsViews.last())).toHaveCount(boards);
      const stray = await app.page.evaluate(() =>
        [...document.querySelectorAll('[data-testid=boards]')].flatMap((view) => {
          const around = view.getBoundingClientRect();
          return [...view.querySelectorAll('[role=group] > button')].filter((button) => {
            const box = button.getBoundingClientRect();
            const within = box.left >= around.left - 1 && box.right <= around.right + 1;
            return !(within && box.top >= around.top - 1 && box.bottom <= around.bottom + 1 && box.width >= 4);
          }).length;
        }),
      );
      expect(stray, `${boards} boards`).toEqual([0, 0]);
    }
  });

  step('from 640x400 to 3840x2160 everything is whole and within reach', async ({ app }) => {
    for (const [width, height, theme] of [
      [1024, 768, 'light'],
      [3840, 2160, 'light'],
      // What is left of 1280x800 at 150 % and at 200 %.
      [853, 533, 'light'],
      [640, 400, 'light'],
      [640, 400, 'projector'],
    ] as const) {
      await app.page.setViewportSize({ width, height });
      await app.chooseTheme(theme);
      await app.seek('Home');
      for (const [key, clock] of [
        ['PageDown', '1:12:00'],
        ['End', '12:00:00'],
      ] as const) {
        await app.seek(key);
        await expect(app.clock(app.synchronous)).toHaveText(clock);
        expect.soft(await faults(app), `${width}x${height} in ${theme}, ${key}`).toEqual([]);
        expect.soft(await strayHeaders(app), 'headers stand over their own stages').toEqual([0, 0]);
        await expect(app.page.getByRole('list', { name: 'What the marks mean' })).toBeVisible();
        await within(app);
      }
    }
  });

  step('type grows with the window, and the projector’s is larger in a window of any size', async ({ app }) => {
    const size = (selector: string) =>
      app.page
        .locator(selector)
        .first()
        .evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    const sizes = async () => [
      await size('.strip'),
      await size('.scrub'),
      await size('.legend'),
      await size('.digits'),
    ];
    const small = await sizes();
    await app.chooseTheme('projector');
    const projected = await sizes();
    // The digits already take the room there is.
    for (const place of [0, 1, 2]) expect(projected[place]! / small[place]!).toBeGreaterThan(1.2);
    await app.chooseTheme('light');
    await app.page.setViewportSize({ width: 3840, height: 2160 });
    const large = await sizes();
    for (const [place, each] of large.entries()) expect(each / small[place]!).toBeGreaterThan(2);
  });

  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    step(`at ${width}x${height} four headers stand over their own stages, whatever is open`, async ({ app }) => {
      await app.page.setViewportSize({ width, height });
      await app.button('Lanes').click();
      const menu = app.page.getByRole('dialog', { name: 'Lanes' });
      for (let more = 0; more < 2; more++) await menu.getByRole('button', { name: 'Add a lane' }).click();
      await menu.getByRole('button', { name: 'Start with these lanes' }).click();
      await expect(app.laneHeaders).toHaveCount(4);
      await app.seek('PageDown');
      for (const panel of [null, 'l', 'p']) {
        if (panel !== null) await app.page.keyboard.press(panel);
        expect.soft(await strayHeaders(app), `after ${panel ?? 'nothing'}`).toEqual([0, 0, 0, 0]);
      }
    });
  }
});

/** How far each header stands from the stage of its own lane: the difference of their left and right edges. */
function strayHeaders(app: Window): Promise<number[]> {
  return app.page.evaluate(() => {
    const stages = [...document.querySelectorAll('main.stages > section')].map((each) => each.getBoundingClientRect());
    return [...document.querySelectorAll('.lane-header')].map((header, lane) => {
      const [box, stage] = [header.getBoundingClientRect(), stages[lane]!];
      const below = Math.max(0, box.bottom - stage.top);
      return Math.round(Math.max(Math.abs(box.left - stage.left), Math.abs(box.right - stage.right), below));
    });
  });
}

/** What must be within reach in a window of any size. */
async function within(app: Window): Promise<void> {
  const { width, height } = app.page.viewportSize()!;
  for (const control of [
    app.scrub,
    app.button('Play'),
    app.button(/^Speed: /),
    app.button('Theme'),
    app.button('Keys'),
  ]) {
    const box = (await control.boundingBox())!;
    expect.soft(box.x >= 0 && box.y >= 0, `${String(control)} begins in the window`).toBe(true);
    expect.soft(box.x + box.width <= width && box.y + box.height <= height, `${String(control)} ends in it`).toBe(true);
  }
  expect.soft((await app.scrub.boundingBox())!.width, 'the scrub bar').toBeGreaterThan(200);
}

test('what to notice keeps its room, goes when it is put away, and comes back', async ({ app }) => {
  const notice = app.page.getByTestId('notice');
  await expect(notice).toHaveText('She makes her first move.');
  // Headers say how their lanes end once that is known.
  await expect(app.asynchronous.getByTestId('finish')).toHaveText(/1:00:55/);
  await expect(app.synchronous.getByTestId('finish')).toHaveText(/12:00:00/);
  const { height } = (await app.boardsViews.first().boundingBox())!;
  await app.seek('End');
  await expect(notice).toHaveText(/^All lanes are done: Table to table after 1:00:55/);
  expect((await app.boardsViews.first().boundingBox())!.height).toBe(height);
  await app.button('Hide what to notice').click();
  await expect(notice).toHaveCount(0);
  await app.page.reload();
  await app.ready();
  await expect(notice).toHaveCount(0);
  await app.button('What to notice').click();
  await expect(notice).toBeVisible();
});
