import type { Distribution } from '../../../engine/distribution'
import type { EndpointId } from '../../../model/address'
import type { Ink, Inks } from '../../../store/coverage/coverage-ink'
import { element } from './svg'

// The same inks as on screen (`coverage-ink.ts`), as SVG: a plain colour, or a pattern of its own.

/** How something is filled: the value of `fill`, and the definition that it refers to, if any. */
export interface Fill {
  readonly fill: string
  readonly definition: string
}

/** Side of a pattern's tile in pixels. */
const TILE = 8
/** Width of all stripes of a mix together. */
const STRIPES = 24

const NO_ANSWER = { light: '#b0181e', dark: '#260608' } as const

/** The fill of a mix of answers: one ink, or stripes as wide as the probabilities say. */
export function fillOf(id: string, { endpoints, nodata }: Distribution, inks: Inks): Fill {
  const [first] = endpoints
  if (!first) return noAnswerFill(id)
  if (endpoints.length === 1 && nodata === 0) return inkFill(id, inks.get(first.endpoint))
  const parts = endpoints.map(({ endpoint, probability }) => ({
    probability,
    colour: flatColour(endpoint, inks),
  }))
  if (nodata > 0) parts.push({ probability: nodata, colour: NO_ANSWER.light })
  const total = parts.reduce((sum, { probability }) => sum + probability, 0)
  let at = 0
  const stripes = parts.map(({ probability, colour }) => {
    const width = (probability / total) * STRIPES
    const stripe = element('rect', { x: at, width, height: STRIPES, fill: colour })
    at += width
    return stripe
  })
  return pattern(id, STRIPES, stripes.join(''), 'rotate(45)')
}

/** The fill of one endpoint. */
export function inkFill(id: string, ink: Ink | undefined): Fill {
  if (!ink) return { fill: '#808080', definition: '' }
  const ground = element('rect', {
    width: TILE,
    height: TILE,
    fill: ink.isDown ? darkened(ink.colour) : ink.colour,
  })
  if (ink.isDown) {
    return pattern(id, TILE, ground + stroked('M1 1l6 6M7 1l-6 6', '#000', 1.4), null)
  }
  switch (ink.pattern) {
    case 'solid':
      return { fill: ink.colour, definition: '' }
    case 'stripes':
    case 'backstripes':
      return pattern(
        id,
        TILE,
        ground + stroked('M0 0V8', '#fff', 4, 0.45),
        ink.pattern === 'stripes' ? 'rotate(-45)' : 'rotate(45)',
      )
    case 'dots':
      return pattern(
        id,
        TILE,
        ground + element('circle', { cx: 4, cy: 4, r: 2, fill: '#fff', 'fill-opacity': 0.45 }),
        null,
      )
    case 'grid':
      return pattern(id, TILE, ground + stroked('M0 0H8M0 0V8', '#fff', 2, 0.45), null)
  }
}

export function noAnswerFill(id: string): Fill {
  const ground = element('rect', { width: TILE, height: TILE, fill: NO_ANSWER.dark })
  return pattern(
    id,
    TILE,
    ground + element('rect', { width: TILE / 2, height: TILE, fill: NO_ANSWER.light }),
    'rotate(-45)',
  )
}

function flatColour(endpoint: EndpointId, inks: Inks): string {
  const ink = inks.get(endpoint)
  if (!ink) return '#808080'
  return ink.isDown ? darkened(ink.colour) : ink.colour
}

function darkened(colour: string): string {
  const parts = [1, 3, 5].map((at) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * 0.45))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

function stroked(d: string, stroke: string, width: number, opacity: number | null = null): string {
  return element('path', { d, stroke, 'stroke-width': width, 'stroke-opacity': opacity })
}

function pattern(id: string, side: number, inside: string, transform: string | null): Fill {
  const definition = element(
    'pattern',
    { id, width: side, height: side, patternUnits: 'userSpaceOnUse', patternTransform: transform },
    inside,
  )
  return { fill: `url(#${id})`, definition }
}
