/** What is in a window: a page of Chromium, with the preload in a world of its own. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { HandlerDetails, WebContents, WebPreferences, WindowOpenHandlerResponse } from 'electron';
import type { CDPSession } from 'playwright-core';
import { z } from 'zod';
import { inward, outward } from './addresses.ts';
import type { Cdp } from './cdp.ts';
import { chromium } from './chromium.ts';
import { cloner } from './clone.ts';
import { complain } from './complaints.ts';
import { answer, receive } from './ipc-main.ts';
import { defaultSession, type Permission } from './session.ts';
import { aFunction, check, Emitter, strict } from './strict.ts';
import { bridge, preparePage, runPreload, type WorldOptions } from './world.ts';

type Paused = Parameters<Parameters<CDPSession['on']>[1]>[0] & {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string; readonly postData?: string };
  readonly resourceType: string;
  readonly frameId: string;
};
type OpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse;

const WORLD = 'Electron Isolated Context';
const EVENTS = [
  'did-finish-load', 'will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview',
  'render-process-gone', 'unresponsive', 'responsive', 'destroyed',
]; // prettier-ignore
/** Chromium's names of the permissions that a page can see, and Electron's. */
const PERMISSIONS: readonly (readonly [chromium: string, electron: Permission])[] = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['storage-access', 'storage-access'],
  ['window-management', 'window-management'],
  ['local-fonts', 'local-fonts'],
];
const { pack, unpack } = cloner();
let count = 0;

/** A function as it is sent to the page. */
const text = (run: (...args: never[]) => unknown) => run.toString();

/**
 * Chromium holds a new page, and the one that opened it, until whoever steers both has seen it. Closed before, it would
 * hold the other one for ever.
 */
async function closeOnceSeen(browser: Cdp, targetId: string): Promise<void> {
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  await browser.session(sessionId).send('Runtime.evaluate', { expression: '0' });
  await browser.send('Target.closeTarget', { targetId });
}

export class Contents extends Emitter {
  readonly id = ++count;
  readonly mainFrame = strict('mainFrame', { url: '' });
  /** The same as the shell sees it. */
  readonly seen: Contents = strict('webContents', this);
  /** Where the page wanted to go by itself, and what windows it wanted to open. */
  readonly navigations: { readonly url: string; readonly prevented: boolean }[] = [];
  readonly openings: { readonly url: string; readonly action: string }[] = [];
  readonly #preload: string;
  #cdp: Promise<Cdp>;
  #target = '';
  #world: number | null = null;
  /** Where the shell itself sends the page: such a way is not asked about. */
  #destination = '';
  #mayOpen: OpenHandler | null = null;
  #destroyed = false;
  #crashed = false;
  #zoomLevel = 0;

  constructor({ preload }: WebPreferences) {
    super('webContents', EVENTS);
    this.#preload = preload!;
    this.#cdp = this.#open();
  }

  // What the shell sees.

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  send(channel: string, ...args: unknown[]): void {
    check('webContents.send', [channel], z.string());
    if (this.#destroyed) throw new Error('Object has been destroyed');
    this.#tell(this.#world, ['send', channel, args]);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    check('webContents.setWindowOpenHandler', [handler], aFunction<OpenHandler>());
    this.#mayOpen = handler;
  }

  async loadURL(address: string): Promise<void> {
    check('webContents.loadURL', [address], z.url());
    await this.#go(address);
  }

  reload(): void {
    void this.#go(this.mainFrame.url || this.#destination);
  }

  forcefullyCrashRenderer(): void {
    if (!this.#crashed) void this.#cdp.then((cdp) => cdp.send('Page.crash')).catch(() => {});
  }

  get zoomLevel(): number {
    return this.#zoomLevel;
  }

  set zoomLevel(level: number) {
    check('webContents.zoomLevel', [level], z.number());
    this.#zoomLevel = level;
    void this.#zoom(1.2 ** level);
  }

  /** Where the shell has sent the page. */
  get destination(): string {
    return this.#destination;
  }

  // What the double's window does.

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    void this.#close();
    this.tell('destroyed');
  }

  async ready(): Promise<void> {
    await this.#cdp;
  }

  async #close(): Promise<void> {
    const { cdp } = await chromium();
    await this.#cdp;
    await cdp.send('Target.closeTarget', { targetId: this.#target }).catch(() => {});
  }

  async #go(address: string): Promise<void> {
    this.#destination = address;
    if (this.#crashed) {
      // A new process for the page; the old page stays behind, as a tab that has crashed.
      await this.#close();
      this.#cdp = this.#open();
      this.#crashed = false;
    }
    const cdp = await this.#cdp;
    const { errorText } = await cdp.send('Page.navigate', { url: outward(address, defaultSession.schemes) });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${address}'`);
  }

  async #zoom(factor: number): Promise<void> {
    const cdp = await this.#cdp;
    await cdp.send('Emulation.clearDeviceMetricsOverride');
    const { cssLayoutViewport } = await cdp.send('Page.getLayoutMetrics');
    const [width, height] = [cssLayoutViewport.clientWidth, cssLayoutViewport.clientHeight].map((side) =>
      Math.round(side / factor),
    ) as [number, number];
    const metrics = { width, height, deviceScaleFactor: factor, mobile: false };
    await cdp.send('Emulation.setDeviceMetricsOverride', metrics);
  }

  async #open(): Promise<Cdp> {
    const { cdp: browser, context } = await chromium();
    await this.#permit();
    const { targetId } = await browser.send('Target.createTarget', {
      url: 'about:blank',
      ...(context === undefined ? {} : { browserContextId: context }),
    });
    this.#target = targetId;
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const cdp = browser.session(sessionId);
    this.#listen(cdp, browser);
    const names = Object.fromEntries(['toPage', 'toPreload', 'binding', 'take'].map((name) => [name, randomUUID()]));
    const world = {
      ...(names as Pick<WorldOptions, 'toPage' | 'toPreload' | 'binding' | 'take'>),
      platform: process.platform,
      fullscreen: defaultSession.grants('fullscreen', this.seen as unknown as WebContents),
    };
    this.#take = world.take;
    const options = JSON.stringify(world);
    const preload = `(require, process, module, exports) => {${readFileSync(this.#preload, 'utf8')}\n}`;
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Inspector.enable'),
      cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      cdp.send('Runtime.addBinding', { name: world.binding, executionContextName: WORLD }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${text(preparePage)})(${text(bridge)}, ${options})`,
      }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: `(${text(runPreload)})(${text(bridge)}, ${text(cloner)}, ${options}, ${preload})`,
        worldName: WORLD,
      }),
      browser.send('Target.setDiscoverTargets', { discover: true }),
    ]);
    return cdp;
  }

  #take = '';

  /** Chromium is told beforehand which permissions the shell would give. */
  async #permit(): Promise<void> {
    const { cdp, context } = await chromium();
    const contents = this.seen as unknown as WebContents;
    const may = (name: Permission) => defaultSession.allows(name) && defaultSession.grants(name, contents);
    const settings = PERMISSIONS.map(([name, permission]) =>
      cdp.send('Browser.setPermission', {
        permission: { name },
        setting: may(permission) ? 'granted' : 'denied',
        ...(context === undefined ? {} : { browserContextId: context }),
      }),
    );
    await Promise.all(settings);
  }

  #listen(cdp: Cdp, browser: Cdp): void {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId: string };
      if (context.name === WORLD && frameId === this.#target) this.#world = context.id;
    });
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (this.#world === executionContextId) this.#world = null;
    });
    cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => this.#hear(payload, executionContextId));
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
      if (exceptionDetails.executionContextId !== this.#world) return;
      complain(exceptionDetails.exception?.description ?? exceptionDetails.text);
    });
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.mainFrame.url = inward(frame.url, defaultSession.schemes);
    });
    cdp.on('Page.loadEventFired', () => this.tell('did-finish-load'));
    cdp.on('Fetch.requestPaused', (paused) => void this.#pass(cdp, paused as unknown as Paused).catch(complain));
    cdp.on('Inspector.targetCrashed', () => {
      this.#crashed = true;
      this.#world = null;
      this.tell('render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
    });
    let wanted = '';
    cdp.on('Page.windowOpen', ({ url }) => (wanted = url));
    browser.on('Target.targetCreated', ({ targetInfo: { openerId, targetId } }) => {
      if (openerId !== this.#target) return;
      const url = inward(wanted, defaultSession.schemes);
      const action = this.mayOpen(url);
      this.openings.push({ url, action });
      if (action === 'deny') void closeOnceSeen(browser, targetId).catch(() => {});
    });
  }

  /** What the shell says of a window that the page wants to open. */
  mayOpen(url: string): string {
    return this.#mayOpen?.({ url } as HandlerDetails).action ?? 'allow';
  }

  /** The preload has sent something. */
  #hear(payload: string, world: number): void {
    const [kind, id, channel, args, url] = unpack(payload) as ['send' | 'invoke', number, string, unknown[], string];
    this.mainFrame.url = inward(url, defaultSession.schemes);
    const event = strict('event', { sender: this.seen, senderFrame: this.mainFrame });
    if (kind === 'send') {
      receive(channel, event, args);
      return;
    }
    answer(channel, event, args).then(
      (value) => this.#tell(world, ['answer', id, [value]]),
      (error: unknown) => this.#tell(world, ['refusal', id, [(error as Error).message]]),
    );
  }

  #tell(world: number | null, message: unknown): void {
    const packed = pack(message);
    // Whoever is not there yet, or any more, hears nothing.
    if (world === null) return;
    const call = {
      executionContextId: world,
      functionDeclaration: `function (text) { globalThis[${JSON.stringify(this.#take)}](text); }`,
      arguments: [{ value: packed }],
    };
    this.#cdp
      .then((cdp) => cdp.send('Runtime.callFunctionOn', call))
      .then(
        ({ exceptionDetails }) => {
          if (exceptionDetails !== undefined)
            complain(exceptionDetails.exception?.description ?? exceptionDetails.text);
        },
        () => {},
      );
  }

  /** A request of the page's: to be refused, answered by the shell, or sent to the network. */
  async #pass(cdp: Cdp, { requestId, request, resourceType, frameId }: Paused): Promise<void> {
    const url = inward(request.url, defaultSession.schemes);
    const fail = (errorReason: 'Aborted' | 'BlockedByClient') =>
      cdp.send('Fetch.failRequest', { requestId, errorReason });
    const isMainFrame = frameId === this.#target;
    const leaves = !isMainFrame || (url !== this.#destination && url !== this.mainFrame.url);
    if (resourceType === 'Document' && leaves) {
      const details = { url, isMainFrame, isSameDocument: false };
      const prevented = this.ask('will-frame-navigate', details) || (isMainFrame && this.ask('will-navigate', details));
      this.navigations.push({ url, prevented });
      if (prevented) return void (await fail('Aborted'));
    }
    if (!(await defaultSession.mayRequest(url, request.method))) return void (await fail('BlockedByClient'));
    const served = await defaultSession.serve(url, request.method, request.postData);
    if (served === null) return void (await cdp.send('Fetch.continueRequest', { requestId }));
    const location = served.headers['location'];
    if (location !== undefined && this.ask('will-redirect', { url: String(location), isMainFrame })) {
      return void (await fail('Aborted'));
    }
    await cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: served.status,
      responseHeaders: Object.entries(served.headers).flatMap(([name, values]) =>
        [values].flat().map((value) => ({ name, value })),
      ),
      body: served.body.toString('base64'),
    });
  }
}
