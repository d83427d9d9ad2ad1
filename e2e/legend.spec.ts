import { expect, test } from './fixtures'
import { MapPage } from './map-page'

test('counts land area or demand in the legend, and remembers which', async ({ page }) => {
  const map = new MapPage(page)
  await map.openPaintedExample('Geoproximity with a tuned bias')
  await expect(map.legend).toContainText('sample points')
  const area = await map.share('frankfurt').innerText()
  await map.legend.getByText('Demand', { exact: true }).click()
  await expect(map.legend.getByRole('button', { name: 'Share of demand' })).toBeVisible()
  await map.legend.getByRole('button', { name: 'estimate of internet users' }).click()
  await expect(map.legend).toContainText(/Percent of the world’s internet users in [\d,]+ places/)
  await expect(map.share('frankfurt')).toContainText(/\d %/)
  const demand = await map.share('frankfurt').innerText()
  expect(demand).not.toBe(area)

  const link = await map.shareLink()
  await map.open(new URL(link).hash.slice(1))
  await page.reload()
  await expect(map.share('frankfurt')).toHaveText(demand, { useInnerText: true })
  await map.legend.getByRole('radio', { name: 'Demand' }).press('ArrowLeft')
  await expect(map.share('frankfurt')).toHaveText(area, { useInnerText: true })
})
