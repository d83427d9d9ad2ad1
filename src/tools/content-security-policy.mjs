// @ts-check

/**
 * What the page may load. Only styles may be inline (React Flow and Leaflet position by style attributes)
 * and only images may come from data: or blob: addresses. Everything else is a file of this very site.
 */
const BUILT = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'worker-src': "'self'",
  'object-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
}

/** The development server itself needs an inline script (fast refresh) and a web socket (hot reload). */
const SERVED = {
  ...BUILT,
  'script-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws:",
}

/**
 * The text of the policy for the built site or the development server.
 * @param {'build' | 'serve'} command
 */
export function policyText(command) {
  return Object.entries(command === 'build' ? BUILT : SERVED)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}

/**
 * A Vite plugin that puts the policy into index.html as its first meta tag, so that it rules all that follows.
 * @returns {import('vite').Plugin}
 */
export function contentSecurityPolicy() {
  /** @type {'build' | 'serve'} */
  let command = 'build'
  return {
    name: 'catchment:content-security-policy',
    configResolved(config) {
      command = config.command
    },
    transformIndexHtml: {
      order: 'post',
      // Not as a tag descriptor: Vite would write the policy's quotes as entities, unreadable in the source.
      handler: (html) =>
        html.replace(
          '<head>',
          `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policyText(command)}" />`,
        ),
    },
  }
}
