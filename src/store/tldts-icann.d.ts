// The package's own entry costs twice as much under the bundler's minifier; its prebuilt file has no types.
declare module 'tldts-icann/dist/index.esm.min.js' {
  export { getDomain } from 'tldts-icann'
}
