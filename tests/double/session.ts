/** The one session: which permissions are given, which requests go out, and what answers them. */
import type { Session as ElectronSession, Protocol, WebContents, WebRequest, CustomScheme } from 'electron';
import { z } from 'zod';
import { aFunction, check, Emitter, strict } from './strict.ts';

type RequestHandler = NonNullable<Parameters<ElectronSession['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<ElectronSession['setPermissionCheckHandler']>[0]>;
type DeviceHandler = NonNullable<Parameters<ElectronSession['setDevicePermissionHandler']>[0]>;
type BeforeRequest = NonNullable<Parameters<WebRequest['onBeforeRequest']>[0]> & ((...args: never[]) => void);
type HeadersReceived = NonNullable<Parameters<WebRequest['onHeadersReceived']>[0]> & ((...args: never[]) => void);
type Handler = Parameters<Protocol['handle']>[1];
export type Permission = Parameters<CheckHandler>[1];

const privileges = z.strictObject({
  standard: z.exactOptional(z.boolean()),
  secure: z.exactOptional(z.boolean()),
  supportFetchAPI: z.exactOptional(z.boolean()),
});
const schemesType: z.ZodType<CustomScheme[]> = z.array(
  z.strictObject({ scheme: z.string(), privileges: z.exactOptional(privileges) }),
);

/** An answer to a request, as Chromium is told. */
export interface Served {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

export class Session extends Emitter {
  /** Schemes that are registered as a web page's: a secure origin with the right to fetch. */
  readonly schemes = new Set<string>();
  readonly #handlers = new Map<string, Handler>();
  /** Whether the registration of schemes came in time. */
  isReady = false;
  #mayRequest: RequestHandler | null = null;
  #mayCheck: CheckHandler | null = null;
  #mayUseDevice: DeviceHandler | null = null;
  #beforeRequest: BeforeRequest | null = null;
  #headersReceived: HeadersReceived | null = null;

  constructor() {
    super('session', ['will-download']);
  }

  // What the shell sees.

  setPermissionRequestHandler(handler: RequestHandler): void {
    check('session.setPermissionRequestHandler', [handler], aFunction<RequestHandler>());
    this.#mayRequest = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    check('session.setPermissionCheckHandler', [handler], aFunction<CheckHandler>());
    this.#mayCheck = handler;
  }

  setDevicePermissionHandler(handler: DeviceHandler): void {
    check('session.setDevicePermissionHandler', [handler], aFunction<DeviceHandler>());
    this.#mayUseDevice = handler;
  }

  readonly protocol = strict('session.protocol', {
    handle: (scheme: string, handler: Handler) => {
      check('protocol.handle', [scheme, handler], z.string(), aFunction<Handler>());
      this.#handlers.set(scheme, handler);
    },
  } satisfies Pick<Protocol, 'handle'>);

  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (listener: BeforeRequest) => {
      check('webRequest.onBeforeRequest', [listener], aFunction<BeforeRequest>());
      this.#beforeRequest = listener;
    },
    onHeadersReceived: (listener: HeadersReceived) => {
      check('webRequest.onHeadersReceived', [listener], aFunction<HeadersReceived>());
      this.#headersReceived = listener;
    },
  });

  // What Chromium sees. Without a handler Electron allows.

  allows(permission: Permission): boolean {
    const details = { isMainFrame: true, securityOrigin: '' } as Parameters<CheckHandler>[3];
    return this.#mayCheck?.(null, permission, '', details) ?? true;
  }

  grants(permission: Permission, contents: WebContents): boolean {
    let granted = this.#mayRequest === null;
    const details = { isMainFrame: true, requestingUrl: '' } as Parameters<RequestHandler>[3];
    this.#mayRequest?.(contents, permission, (answer) => (granted = answer), details);
    return granted;
  }

  allowsDevice(): boolean {
    return this.#mayUseDevice?.({} as Parameters<DeviceHandler>[0]) ?? true;
  }

  /** Whether a request may go out at all. */
  async mayRequest(url: string, method: string): Promise<boolean> {
    const listener = this.#beforeRequest as
      ((details: object, answer: (response: { cancel?: boolean }) => void) => void) | null;
    if (listener === null) return true;
    return new Promise((settle) => listener({ url, method }, ({ cancel }) => settle(cancel !== true)));
  }

  /** What the shell itself answers to a request; null when it is for the network. */
  async serve(url: string, method: string, body: string | undefined): Promise<Served | null> {
    const handler = this.#handlers.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) return null;
    const request = new Request(url, { method, ...(body === undefined ? {} : { body }) });
    const response = await handler(request);
    const headers = Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]));
    return {
      status: response.status,
      headers: await this.#withHeaders(headers),
      body: Buffer.from(await response.arrayBuffer()),
    };
  }

  #withHeaders(responseHeaders: Record<string, string[]>): Promise<Served['headers']> {
    type Answer = { readonly responseHeaders?: Record<string, string | string[]> };
    const listener = this.#headersReceived as ((details: object, answer: (response: Answer) => void) => void) | null;
    if (listener === null) return Promise.resolve(responseHeaders);
    return new Promise((settle) =>
      listener({ responseHeaders }, (answer) => settle(answer.responseHeaders ?? responseHeaders)),
    );
  }
}

export const defaultSession = new Session();
export const session = strict('session', { defaultSession: strict('defaultSession', defaultSession) });

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: CustomScheme[]) {
    check('protocol.registerSchemesAsPrivileged', [schemes], schemesType);
    if (defaultSession.isReady) throw new Error('schemes have to be registered before the app is ready');
    for (const { scheme, privileges } of schemes) {
      const { standard, secure, supportFetchAPI } = privileges ?? {};
      if (!standard || !secure || !supportFetchAPI) {
        throw new Error(`the double shows only standard, secure schemes that may fetch, and ${scheme} is none`);
      }
      defaultSession.schemes.add(scheme);
    }
  },
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged'>);
