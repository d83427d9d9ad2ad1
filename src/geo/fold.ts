// Letters that do not decompose into a base letter and marks.
const FOLDED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ð: 'd',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ə: 'e',
}

/** Text as it is compared in searches: lower case without diacritics or apostrophes, words one space apart. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{Mark}'’‘ʻʼ`]/gu, '')
    .replace(/[ßæœøðþđħıłŋə]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim()
}
