import { app, type Session } from 'electron';
import { SAFE_HEADERS } from '../host/page-policy.ts';
import { mayLoad, mayNavigate, PAGE_ADDRESS } from './page-address.ts';

/** Whatever window there is, it stays on the page, opens no other and holds no foreign content. */
export function refuseNavigation(page: string): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!mayNavigate(event.url, page)) event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** What the page may do outside itself when somebody presses a button or key for it: copy text, and fill the screen. */
const ALLOWED: readonly string[] = ['clipboard-sanitized-write', 'fullscreen'];

/** No permission is given but these, nothing is downloaded, and nothing is loaded but the page's own files. */
export function restrict(session: Session, page: string): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(ALLOWED.includes(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.includes(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((request, answer) => answer({ cancel: !mayLoad(request.url, page) }));
  // The development server's page has a policy of its own, which lets it reload parts of itself.
  if (page !== PAGE_ADDRESS) return;
  session.webRequest.onHeadersReceived(({ responseHeaders }, answer) => {
    answer({ responseHeaders: { ...responseHeaders, ...SAFE_HEADERS } });
  });
}
