import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { shareText } from '../../analysis/share-words'
import { biasText } from '../../analysis/words'
import type { BranchId } from '../../model/address'
import type { CurveResult } from '../../store/workers/bias-protocol'
import styles from './biases.module.css'
import { cliffText } from './cliff-text'

export interface CurvePlotProps {
  /** What the location is called. */
  readonly name: string
  readonly curve: CurveResult
  readonly bias: number
  readonly colour: string
  /** What each location of the rule is called. */
  readonly names: ReadonlyMap<BranchId, string>
  readonly onSet: (bias: number) => void
}

/** A bias that is looked at without being set. */
interface Look {
  readonly at: number
  /** A pointer that leaves takes with it only what it pointed at. */
  readonly by: 'pointer' | 'keys'
}

const LEAST = -99
const COUNT = 199
const HEIGHT = 48

/** The share of a location at each of the 199 biases; a click, or Enter after the arrow keys, sets the bias. */
export function CurvePlot({ name, curve, bias, colour, names, onSet }: CurvePlotProps) {
  const [look, setLook] = useState<Look | null>(null)
  const { shares, cliffs } = curve
  const top = Math.max(shares.at(-1) ?? 0, 0.001)
  const y = (share: number) => HEIGHT - (share / top) * (HEIGHT - 4)
  const looked = look?.at ?? null
  const at = looked ?? bias

  function lookAt({ currentTarget, clientX }: PointerEvent<HTMLElement>): number {
    const { left, width } = currentTarget.getBoundingClientRect()
    const index = Math.floor(((clientX - left) / width) * COUNT)
    return LEAST + Math.min(COUNT - 1, Math.max(0, index))
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      return onSet(at)
    }
    if (event.key === 'Escape') return setLook(null)
    const to = KEYS[event.key]?.(at)
    if (to === undefined) return
    event.preventDefault()
    setLook({ at: Math.min(99, Math.max(LEAST, to)), by: 'keys' })
  }

  return (
    <div className={styles['plot']}>
      <div
        className={styles['curve']}
        role="slider"
        tabIndex={0}
        aria-label={`Share by bias of ${name}; Enter sets the bias`}
        aria-valuemin={LEAST}
        aria-valuemax={99}
        aria-valuenow={at}
        aria-valuetext={readout(curve, at, bias, names)}
        onPointerMove={(event) => {
          // A page that moves under a resting pointer fires this too, and must not take over from the keys.
          if (event.movementX !== 0 || event.movementY !== 0) setLook({ at: lookAt(event), by: 'pointer' })
        }}
        onPointerLeave={() => setLook((now) => (now?.by === 'pointer' ? null : now))}
        onBlur={() => setLook(null)}
        onKeyDown={onKeyDown}
        onPointerUp={(event) => onSet(lookAt(event))}
      >
        <svg viewBox={`0 0 ${COUNT} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
          <path
            d={`${steps(shares, y)} V${HEIGHT} H0 Z`}
            className={styles['area']}
            style={{ fill: colour }}
          />
          <path d={steps(shares, y)} className={styles['line']} />
          <line x1={99.5} x2={99.5} y1={0} y2={HEIGHT} className={styles['zero']} />
          {cliffs.map((cliff) => {
            const index = cliff.bias - LEAST
            return (
              <line
                key={cliff.bias}
                x1={index}
                x2={index}
                y1={y(shares[index - 1] ?? 0)}
                y2={y(shares[index] ?? 0)}
                className={styles['cliff']}
              />
            )
          })}
          <line
            x1={bias - LEAST + 0.5}
            x2={bias - LEAST + 0.5}
            y1={0}
            y2={HEIGHT}
            className={styles['present']}
          />
          {looked !== null && (
            <line
              x1={looked - LEAST + 0.5}
              x2={looked - LEAST + 0.5}
              y1={0}
              y2={HEIGHT}
              className={styles['looked']}
            />
          )}
        </svg>
        <span className={styles['top']} aria-hidden>
          {shareText(top)}
        </span>
      </div>
      <div className={styles['axis']} aria-hidden>
        <span>−99</span>
        <span>0</span>
        <span>+99</span>
      </div>
      <p className={styles['readout']}>{readout(curve, at, bias, names)}</p>
    </div>
  )
}

const KEYS: Readonly<Record<string, (bias: number) => number>> = {
  ArrowLeft: (bias) => bias - 1,
  ArrowDown: (bias) => bias - 1,
  ArrowRight: (bias) => bias + 1,
  ArrowUp: (bias) => bias + 1,
  PageDown: (bias) => bias - 10,
  PageUp: (bias) => bias + 10,
  Home: () => LEAST,
  End: () => 99,
}

/** A staircase, since biases are whole numbers. */
function steps(shares: readonly number[], y: (share: number) => number): string {
  return shares
    .map((share, index) => `${index === 0 ? 'M0,' : 'V'}${y(share).toFixed(2)}H${index + 1}`)
    .join('')
}

function readout(
  { shares, cliffs }: CurveResult,
  at: number,
  bias: number,
  names: CurvePlotProps['names'],
): string {
  const cliff = cliffs.find((each) => each.bias === at)
  const share = `${biasText(at)}${at === bias ? ' now' : ''}: ${shareText(shares[at - LEAST] ?? 0)} of demand`
  if (!cliff) return share
  return `${share}; the step from ${biasText(at - 1)} gives ${cliffText(cliff, names)}`
}
