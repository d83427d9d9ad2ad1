import { describe, expect, it } from 'vitest'
import { LIGHT } from './colours'
import { type LegendEntry, legendOf } from './legend'

const entry = (name: string, state = ''): LegendEntry => ({ name, ink: null, share: '12.5 %', state })
const drawn = (legend: readonly LegendEntry[], width = 1100) => {
  const made = legendOf({ legend, legendTitle: 'Percent', notes: [], colours: LIGHT }, width)
  return { svg: made.svg([]), height: made.height }
}

describe('the legend of a picture', () => {
  it('shows long names whole, in fewer columns', () => {
    const long = 'eu-central-1-production-frontend-blue'
    const legend = Array.from({ length: 8 }, (_, index) => entry(`${long}-${index}`, 'black-holed'))
    const { svg, height } = drawn(legend)
    for (const { name } of legend) expect(svg).toContain(`${name} (black-holed)`)
    expect(svg).not.toContain('…')
    expect(height).toBeGreaterThan(drawn(legend.map((_, index) => entry(`e${index}`))).height)
  })

  it('cuts only a name that is wider than the picture', () => {
    const { svg } = drawn([entry('x'.repeat(300))], 600)
    expect(svg).toContain('…')
    expect(svg).toContain('x'.repeat(60))
  })
})
