// @vitest-environment jsdom
import { useState } from 'react'
import { expect, test } from 'vitest'
import { createAppStore } from '../../store/app-store'
import { button, click, mount } from '../testing/mount'
import { Tabs } from './tabs'

function Counter() {
  const [count, setCount] = useState(0)
  return (
    <button type="button" onClick={() => setCount(count + 1)}>
      {`pressed ${count}`}
    </button>
  )
}

function Sides({ keep }: { readonly keep: boolean }) {
  const [active, setActive] = useState<'left' | 'right'>('left')
  return (
    <Tabs
      label="Sides"
      active={active}
      onChange={setActive}
      keep={keep}
      tabs={[
        { key: 'left', label: 'Left', content: <Counter /> },
        { key: 'right', label: 'Right', content: 'right' },
      ]}
    />
  )
}

function panels(place: HTMLElement) {
  return [...place.querySelectorAll<HTMLElement>('[role="tabpanel"]')]
}

test('a kept panel is as it was left, and out of sight meanwhile', () => {
  const place = mount(<Sides keep />, createAppStore())
  expect(panels(place)).toHaveLength(1)
  click(button(place, 'pressed 0'))
  click(button(place, 'Right'))
  expect(panels(place).map(({ hidden, textContent }) => [textContent, hidden])).toEqual([
    ['pressed 1', true],
    ['right', false],
  ])
  click(button(place, 'Left'))
  expect(panels(place).map(({ hidden }) => hidden)).toEqual([false, true])
})

test('otherwise a panel begins anew', () => {
  const place = mount(<Sides keep={false} />, createAppStore())
  click(button(place, 'pressed 0'))
  click(button(place, 'Right'))
  click(button(place, 'Left'))
  expect(place.textContent).toContain('pressed 0')
})

test('each tab that has a panel names it', () => {
  const place = mount(<Sides keep />, createAppStore())
  const named = () =>
    [...place.querySelectorAll('[role="tab"]')].map((tab) => {
      const id = tab.getAttribute('aria-controls')
      return id === null ? null : document.getElementById(id)?.textContent
    })
  expect(named()).toEqual(['pressed 0', null])
  click(button(place, 'Right'))
  expect(named()).toEqual(['pressed 0', 'right'])
})
