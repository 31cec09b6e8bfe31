/**
 * Takes out what a stranger's text could do to a terminal: escape sequences (CSI, OSC and the like, with their
 * arguments), other control characters, and the marks that reorder text. Tabs and newlines stay.
 */
export function safeText(text: string): string {
  return text
    .replace(/\u001B\][\s\S]*?(?:\u0007|\u001B\\|$)/g, '')
    .replace(/[\u001B\u009B][[\]()#;?]*(?:\d{1,4}(?:;\d{0,4})*)?[\dA-PR-TZcf-nq-uy=><~]?/g, '')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\t/g, '  ');
}
