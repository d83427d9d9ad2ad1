// Keeps the whole site in the browser, so that it opens and works without a network.
// `CACHE` and `FILES` stand before this text in the built file.

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => {
        const old = names.filter((name) => name.startsWith('catchment ') && name !== CACHE)
        return Promise.all(old.map((name) => caches.delete(name)))
      })
      // The page that brought this worker is served by it from now on, not only after a reload.
      .then(() => self.clients.claim()),
  )
})

// From the cache first: a file's name changes with its content, and a new build brings a new cache.
self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return
  event.respondWith(
    caches.match(request, { cacheName: CACHE, ignoreSearch: true }).then((kept) => kept ?? fetch(request)),
  )
})
