/*
 * Opens the workbench without a network. The page and its files are kept on the device, and nothing that anybody wrote:
 * the answers of the service are kept elsewhere, by person.
 */

/** All files of this version, filled in by the build: a new version is another worker, which fetches what it lacks. */
const FILES = self.__FILES__;
const PAGE = '/';
const KEPT = 'coachbench';

/** Slow school Wi-Fi counts as none. */
const PATIENCE = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll([PAGE, ...FILES])));
});

// Once no window shows the version before.
self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldFiles());
});

async function forgetOldFiles() {
  const kept = await caches.open(KEPT);
  for (const request of await kept.keys()) {
    if (!isOurs(request)) await kept.delete(request);
  }
}

function isOurs(request) {
  const { pathname } = new URL(request.url);
  return pathname === PAGE || FILES.includes(pathname);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    if (!isDownload(request)) event.respondWith(newestPage(request));
  } else if (isOurs(request)) event.respondWith(keptFile(request));
});

/** A file that is fetched by a link: it takes as long as it takes, and the page in its place would be no use. */
function isDownload(request) {
  return new URL(request.url).pathname.includes('.');
}

/** The service's page where it can be reached, so that a new version is seen at once. */
async function newestPage(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return (await caches.match(PAGE, { ignoreVary: true })) ?? Response.error();
  }
}

async function keptFile(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request);
}
