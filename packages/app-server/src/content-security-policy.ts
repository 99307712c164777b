/** Where a page may load from and speak to: itself, and the media origin for files. Nothing inline, nothing else. */
export function contentSecurityPolicy(mediaOrigin: string): string {
  return Object.entries({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "font-src": "'self'",
    "img-src": `'self' blob: data: ${mediaOrigin}`,
    "media-src": `'self' blob: ${mediaOrigin}`,
    "connect-src": `'self' blob: data: ${mediaOrigin}`,
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
  })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}
