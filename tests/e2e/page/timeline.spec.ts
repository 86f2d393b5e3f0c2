import type { Locator } from '@playwright/test';
import { expect } from '../app.ts';
import { sitting } from '../sitting.ts';
import type { Window } from '../window.ts';

/** The full view of the timeline, opened from the dock. */
async function openTimeline(app: Window): Promise<{ sheet: Locator; field: Locator; inspector: Locator }> {
  await app.open('Charts');
  await app.button('Show the timeline large').click();
  const sheet = app.page.getByRole('dialog', { name: 'Timeline', exact: true });
  const field = sheet.getByRole('application', { name: 'Timeline of every lane' });
  await expect(field).toBeFocused();
  return { sheet, field, inspector: sheet.getByRole('region', { name: 'Selected task' }) };
}

const stretchOf = async (field: Locator) => {
  const [from, to] = await Promise.all(['data-from', 'data-to'].map((name) => field.getAttribute(name)));
  return { from: Number(from), to: Number(to) };
};

/** Presses the arrow down until a task is selected, which says where its row lies to the keyboard. */
const said = (sheet: Locator) => sheet.locator('.said');

sitting('the large timeline', (step) => {
  step('the keyboard goes along spans and tasks, to an instant, and closes the timeline', async ({ app, other }) => {
    await other.call('seek', { at: 3000 });
    const { sheet, field, inspector } = await openTimeline(app);
    await field.press('ArrowDown');
    await expect(inspector.getByRole('heading', { name: 'Board 1', exact: true })).toBeVisible();
    await expect(inspector).toContainText('in One game at a time');
    await field.press('ArrowDown');
    await expect(inspector.getByRole('heading', { name: 'Board 2', exact: true })).toBeVisible();
    await field.press('Home');
    await expect(said(sheet)).toHaveText(/^One game at a time\. Board 2: ready from 0:00:00 to 0:30:00, 30 min/);
    await field.press('ArrowRight');
    await expect(said(sheet)).toHaveText(/Board 2: (running|blocking) from 0:30:00 to /);
    await field.press('Enter');
    await other.until(({ clock }) => clock?.at === 1800);
    await expect(inspector).toContainText('Its 30 min so far');
    await expect(inspector).toContainText('ready30 min, 100 %');
    await field.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(app.button('Show the timeline large')).toBeFocused();
  });

  step(
    'the pointer is told what a task did from when to when; a click selects it and goes to that instant',
    async ({ app, other }) => {
      await other.call('seek', { at: 3000 });
      const { sheet, field, inspector } = await openTimeline(app);
      const { x, y, width, height } = (await field.boundingBox())!;
      // Somewhere in the first lane, early in the run: the first hour of twelve.
      await app.page.mouse.move(x + width * 0.12, y + height * 0.3);
      await expect(said(sheet)).toHaveText(/^One game at a time\. Board \d+: \w+ from \d:\d\d:\d\d.*, .* (min|s)/);
      const board = /Board \d+/.exec((await said(sheet).textContent())!)![0];
      await app.page.mouse.down();
      await app.page.mouse.up();
      await expect(inspector.getByRole('heading', { name: board, exact: true })).toBeVisible();
      await other.until(({ clock }) => clock !== null && clock.at !== 3000 && clock.at > 0 && clock.at < 6000);
    },
  );

  step('wheel, keys and buttons zoom, dragging moves, and 0 shows the whole run again', async ({ app, other }) => {
    await other.call('seek', { at: 43_200 });
    const { sheet, field } = await openTimeline(app);
    expect(await stretchOf(field)).toEqual({ from: 0, to: 43_200 });
    const { x, y, width, height } = (await field.boundingBox())!;
    await app.page.mouse.move(x + width * 0.5, y + height * 0.5);
    await app.page.mouse.wheel(0, -100);
    await expect(field).not.toHaveAttribute('data-from', '0');
    const zoomed = await stretchOf(field);
    expect(zoomed.to - zoomed.from).toBeCloseTo(43_200 / 1.25, 3);
    await app.page.mouse.down();
    await app.page.mouse.move(x + width * 0.4, y + height * 0.5, { steps: 4 });
    await app.page.mouse.up();
    await expect.poll(async () => (await stretchOf(field)).from).toBeGreaterThan(zoomed.from);
    await field.press('0');
    await expect(field).toHaveAttribute('data-to', '43200');
    await sheet.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await expect(sheet.getByRole('button', { name: 'Whole run' })).toHaveAttribute('aria-pressed', 'false');
    await sheet.getByRole('button', { name: 'Whole run' }).click();
    await expect(field).toHaveAttribute('data-from', '0');
  });

  step('the timeline is exported as a picture, a drawing and a table', async ({ app, other }) => {
    await other.call('seek', { at: 43_200 });
    const { sheet } = await openTimeline(app);
    const menu = await app.openExports(sheet);
    await menu.getByRole('button', { name: '1x', exact: true }).click();
    const [picture, drawing, table] = [
      await app.take(menu, 'PNG'),
      await app.take(menu, 'SVG'),
      await app.take(menu, 'CSV'),
    ];
    // Width and height stand in the first chunk of a PNG file.
    expect([picture.data.readUInt32BE(16), picture.data.readUInt32BE(20)]).toEqual([1600, 900]);
    expect(drawing.name).toBe('simul-exhibition-synchronous-asynchronous-timeline.svg');
    expect(drawing.data.toString('utf8')).toMatch(/>Board 24<\/text>/);
    const rows = table.data.toString('utf8').split('\r\n');
    expect(rows[0]).toBe('lane,task,state,from [s],to [s],on');
    expect(rows[1]).toBe('One game at a time,Board 1,running,0,5,');
  });

  step('a lane that is over shows its end in the dock', async ({ app, other }) => {
    await other.call('seek', { at: 30_000 });
    await app.open('Charts');
    const lane = app.page.getByRole('region', { name: 'Timeline of Table to table' });
    await expect(lane.locator('p').first()).toHaveAttribute('title', 'ended 1:00:55');
    const painted = await lane.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value, place) => place % 4 === 3 && value > 0);
    });
    expect(painted).toBe(true);
  });
});
