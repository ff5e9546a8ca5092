import { randomBytes } from 'node:crypto'

/** Stands in index.html where the page's nonce goes: CodeMirror mounts a `<style>`, which the policy lets in by the nonce alone. */
export const NONCE_MARK = '__STYLE_NONCE__'

/** A nonce for one load of the page: 128 random bits. */
export const newNonce = (): string => randomBytes(16).toString('base64')

/**
 * The content security policy of the window: its own files and nothing else. Svelte's one Trusted Types policy is named,
 * so no other code can turn a string into mark-up.
 *
 * @param socket the WebSocket's origin, where the host is reached over one
 */
export function contentPolicy(nonce: string, socket?: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    `connect-src 'self'${socket ? ` ${socket}` : ''}`,
    "frame-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html',
  ].join('; ')
}

/** The headers of every answer, refusals too. */
export function safeHeaders(policy: string): Record<string, string> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cache-control': 'no-store',
  }
}
