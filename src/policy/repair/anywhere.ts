import { bare } from './sight'

const WORDS = new Set(
  (
    'default any anyone anything anywhere anywhereelse every everyone everyoneelse everybody everybodyelse ' +
    'everything everythingelse everywhere everywhereelse all allother allothers allcountries allothercountries ' +
    'allotherlocations allelse other others othercountries otherlocations otherwise else elsewhere global globally ' +
    'world worldwide restofworld restoftheworld row rest therest remaining remainder fallback catchall ' +
    'defaultlocation'
  ).split(' '),
)

/** Whether a word means all places that have no branch of their own: `*`, “Rest of world”, “Everyone else”. */
export function isAnywhere(word: string): boolean {
  return word.trim() === '*' || WORDS.has(bare(word))
}
