import type { AriaLabelConfig } from './flow'

/** What React Flow says to those who do not see the canvas. */
export const ARIA_LABELS: Partial<AriaLabelConfig> = {
  'node.a11yDescription.default':
    'Press Enter to select it and Enter again for what it can do. When selected, arrow keys move it, Delete deletes it, and Alt with an arrow key follows its connections.',
  'node.a11yDescription.keyboardDisabled': 'Press Enter to select it and Delete to delete it.',
  'node.a11yDescription.ariaLiveMessage': ({ direction, x, y }) =>
    `Moved ${direction}, now at ${Math.round(x)}, ${Math.round(y)}`,
  'edge.a11yDescription.default': 'Press Enter to select the connection and Delete to disconnect it.',
  'controls.ariaLabel': 'View of the canvas',
  'controls.zoomIn.ariaLabel': 'Zoom in',
  'controls.zoomOut.ariaLabel': 'Zoom out',
  'controls.fitView.ariaLabel': 'Show the whole policy',
  'controls.interactive.ariaLabel': 'Lock or unlock the canvas',
  'minimap.ariaLabel': 'Overview of the policy',
  'handle.ariaLabel': 'Connection point',
}
