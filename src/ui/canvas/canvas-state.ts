import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RuleId, Target } from '../../model/address'
import type { ConnectionSource } from '../../policy/edits/can-connect'
import type { Position } from '../../scenario/scenario'
import type { Origin } from './origin'
import { FOLDED, type Fold } from './shown-rows'

/** A point of the window, in CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A menu of the canvas; one at a time. */
export type CanvasMenu =
  | { readonly kind: 'node'; readonly node: Target | null; readonly at: Point }
  | { readonly kind: 'branch'; readonly from: NonNullable<ConnectionSource>; readonly at: Point }
  /** What a connection that leads nowhere yet could lead to; `place` is where a new node would stand. */
  | {
      readonly kind: 'connect'
      readonly from: Origin
      readonly at: Point
      readonly place: Position | null
    }
  | { readonly kind: 'insert'; readonly from: ConnectionSource; readonly at: Point }
  | { readonly kind: 'wrap'; readonly node: Target; readonly at: Point }
  | { readonly kind: 'change-type'; readonly rule: RuleId; readonly at: Point }

/** Nodes about to be deleted that would leave others without a way to them. */
export interface DeleteQuestion {
  readonly nodes: readonly Target[]
  readonly orphans: readonly Target[]
}

/** A connection being drawn: which of its ends stands, and why it cannot lead to the nodes that are refused. */
export interface Drawing {
  readonly end: 'source' | 'target'
  /** By node key. */
  readonly refusals: ReadonlyMap<string, string>
}

/** What is only of the canvas: neither in the scenario nor in its history. */
export interface CanvasState {
  /** By node key: where nodes are while they are being dragged. */
  readonly dragged: ReadonlyMap<string, Position>
  readonly folds: ReadonlyMap<RuleId, Fold>
  readonly menu: CanvasMenu | null
  /** What had the focus before a menu or question took it; null before the first. */
  readonly returnTo: Element | null
  readonly question: DeleteQuestion | null
  readonly drawing: Drawing | null
  /** The view is being moved. */
  readonly moving: boolean
  readonly traceShown: boolean
  /** null until the user decides: shown where a policy is too large to be seen whole. */
  readonly minimapShown: boolean | null
  /** The node that was last to be brought into view, whole; a new object each time. */
  readonly revealed: { readonly node: Target } | null

  setDragged(dragged: ReadonlyMap<string, Position>): void
  setFold(rule: RuleId, change: Partial<Fold>): void
  openMenu(menu: CanvasMenu | null): void
  ask(question: DeleteQuestion | null): void
  draw(drawing: Drawing | null): void
  setMoving(moving: boolean): void
  showTrace(shown: boolean): void
  showMinimap(shown: boolean): void
  reveal(node: Target): void
}

export type CanvasStore = StoreApi<CanvasState>

export const NOTHING_DRAGGED: ReadonlyMap<string, Position> = new Map()

/** `focused` tells what has the focus, to be given back after a menu. */
export function createCanvasStore(focused: () => Element | null = () => null): CanvasStore {
  return createStore<CanvasState>()((set) => ({
    dragged: NOTHING_DRAGGED,
    folds: new Map(),
    menu: null,
    returnTo: null,
    question: null,
    drawing: null,
    moving: false,
    traceShown: true,
    minimapShown: null,
    revealed: null,

    setDragged: (dragged) => set({ dragged }),
    setFold: (rule, change) =>
      set(({ folds }) => ({
        folds: new Map(folds).set(rule, { ...(folds.get(rule) ?? FOLDED), ...change }),
      })),
    openMenu: (menu) =>
      set((state) => ({
        menu,
        returnTo: state.menu === null && menu !== null ? focused() : state.returnTo,
      })),
    ask: (question) =>
      set((state) => ({
        question,
        returnTo: state.question === null ? focused() : state.returnTo,
      })),
    draw: (drawing) => set({ drawing }),
    setMoving: (moving) => set({ moving }),
    showTrace: (traceShown) => set({ traceShown }),
    showMinimap: (minimapShown) => set({ minimapShown }),
    reveal: (node) => set({ revealed: { node } }),
  }))
}
