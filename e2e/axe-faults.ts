import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * The faults of accessibility that axe finds in parts of a page, in the light theme and in the dark one, each with its
 * rule and the elements it is about. `include` are CSS selectors; `disabled` are rules that make sense for whole pages.
 */
export async function axeFaults(
  page: Page,
  include: readonly string[],
  disabled: readonly string[] = [],
): Promise<readonly string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(colorsHaveSettled)
    const builder = new AxeBuilder({ page }).disableRules([...disabled])
    for (const part of include) builder.include(part)
    // The parts that pass are not described one by one: finding a selector for each takes longer than checking it.
    builder.options({ resultTypes: ['violations'] })
    // The app has no frames; the other mode opens one more page for each analysis, to put those of frames together.
    const { violations } = await builder.setLegacyMode().analyze()
    for (const { id, nodes } of violations) {
      faults.push(`${colorScheme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    }
  }
  return faults
}

/** Runs in the page: a colour on its way to another may be too faint for a moment. */
async function colorsHaveSettled(): Promise<void> {
  const transitions = document.getAnimations().filter((each) => each instanceof CSSTransition)
  await Promise.allSettled(transitions.map(({ finished }) => finished))
}
