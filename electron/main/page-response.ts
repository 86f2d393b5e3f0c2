import { cachingOf, pageFile, type PageFiles } from '../host/page-files.ts';
import { SAFE_HEADERS } from '../host/page-policy.ts';
import { isOwn, PAGE_ADDRESS } from './page-address.ts';

/** The answer to a request under the page's own scheme: a file of the page, or a refusal. */
export function pageResponse(
  files: PageFiles,
  { method, url }: { readonly method: string; readonly url: string },
): Response {
  if (!isOwn(url, PAGE_ADDRESS)) return refusal(403);
  if (method !== 'GET' && method !== 'HEAD') return refusal(405);
  const file = pageFile(files, new URL(url).pathname);
  if (file === undefined) return refusal(404);
  const headers = { ...SAFE_HEADERS, 'Cache-Control': cachingOf(file), 'Content-Type': file.type };
  return new Response(method === 'HEAD' ? null : file.body, { status: 200, headers });
}

function refusal(status: number): Response {
  return new Response(`${status}\n`, { status, headers: { ...SAFE_HEADERS, 'Content-Type': 'text/plain' } });
}
