/** A text as a quoted string of Terraform's language (HCL 2), in which \`\${\` and \`%{\` would begin templates. */
export function hclString(text: string): string {
  const escaped = text.replaceAll(/["\\\p{Cc}\p{Zl}\p{Zp}]/gu, (character) =>
    character === '"' || character === '\\'
      ? `\\${character}`
      : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `"${escapeTemplates(escaped)}"`
}

/** The lines of a text for a heredoc, which knows no escapes but those of templates. */
export function escapeTemplates(text: string): string {
  return text.replaceAll('${', '$${').replaceAll('%{', '%%{')
}
