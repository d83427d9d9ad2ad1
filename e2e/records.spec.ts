import { EditorPage } from './editor-page'
import { expect, test } from './fixtures'

const set = (name: string, id: string, more: object) => ({
  Name: name,
  Type: 'A',
  SetIdentifier: id,
  ...more,
})
const value = (address: string) => ({ TTL: 60, ResourceRecords: [{ Value: address }] })

/** As the AWS CLI lists a zone: one name that leads to another, one of its own, and one that routes nothing. */
const ZONE = JSON.stringify({
  ResourceRecordSets: [
    { Name: 'example.com.', Type: 'MX', TTL: 300, ResourceRecords: [{ Value: '10 mail.example.com.' }] },
    set('_pool.www.example.com.', 'blue', { Weight: 3, HealthCheckId: 'check-blue', ...value('192.0.2.1') }),
    set('_pool.www.example.com.', 'green', { Weight: 1, ...value('192.0.2.2') }),
    set('api.example.com.', 'one', {
      Failover: 'PRIMARY',
      HealthCheckId: 'check-one',
      ...value('192.0.2.3'),
    }),
    set('api.example.com.', 'two', { Failover: 'SECONDARY', ...value('192.0.2.4') }),
    set('www.example.com.', 'europe', {
      GeoLocation: { ContinentCode: 'EU' },
      AliasTarget: { HostedZoneId: 'Z0ZONE', DNSName: '_pool.www.example.com.', EvaluateTargetHealth: true },
    }),
    set('www.example.com.', 'rest', { GeoLocation: { CountryCode: '*' }, ...value('192.0.2.5') }),
  ],
})

const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY'.split(
    ' ',
  )

/** A branch and a checked site for each country, and a rule that goes by nearness: hundreds of thousands of classes. */
const MANY_COUNTRIES = JSON.stringify({
  AWSPolicyFormatVersion: '2023-05-09',
  RecordType: 'A',
  StartRule: 'countries',
  Endpoints: Object.fromEntries(
    COUNTRIES.map((country, index) => [country, { Type: 'value', Value: `192.0.2.${index}` }]),
  ),
  Rules: {
    countries: {
      RuleType: 'geo',
      Locations: [
        ...COUNTRIES.map((Country) => ({
          Country,
          EndpointReference: Country,
          HealthCheck: `check-${Country}`,
        })),
        { Country: '*', RuleReference: 'near', EvaluateTargetHealth: true },
      ],
    },
    near: {
      RuleType: 'geoproximity',
      GeoproximityLocations: ['us-east-1', 'eu-central-1', 'ap-southeast-2', 'sa-east-1'].map(
        (region, index) => ({
          EndpointReference: COUNTRIES[index],
          Location: { Type: 'Region', LocationName: `aws:route53:${region}` },
        }),
      ),
    },
  },
})

test('the record sets of a zone open as the policies they amount to, which export as records proved equal', async ({
  page,
}) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.paste(ZONE)
  const choice = page.getByRole('dialog', { name: 'The pasted text holds 2 policies' })
  await expect(choice.getByRole('listitem')).toHaveText([
    /^api\.example\.com/,
    /^www\.example\.com.*2 rules, 3 endpoints/,
  ])
  await choice.getByRole('checkbox', { name: /^api/ }).uncheck()
  await choice.getByRole('checkbox', { name: /^www/ }).check()
  await choice.getByRole('button', { name: 'Open' }).click()
  await expect(editor.name).toHaveValue('www.example.com')

  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByText('Plain record sets').click()
  await expect(dialog.getByRole('textbox', { name: 'Document' })).toHaveValue(
    /"Name": "_pool\.www\.example\.com\."/,
  )
  await expect(dialog.getByRole('status')).toContainText('Proved equal on')
  await dialog.getByText('What was compared').click()
  await expect(dialog.getByRole('status')).toContainText('2 classes of countries and US states')
})

test('record sets that cannot hold a policy say where they answer otherwise', async ({ page }) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(
    JSON.stringify({
      AWSPolicyFormatVersion: '2023-05-09',
      RecordType: 'A',
      StartRule: 'many',
      Endpoints: {
        site: { Type: 'value', Value: '192.0.2.1' },
        cdn: { Type: 'cloudfront', Value: 'd111111abcdef8.cloudfront.net' },
      },
      Rules: {
        many: {
          RuleType: 'multivalue',
          Items: [{ EndpointReference: 'site' }, { EndpointReference: 'cdn' }],
        },
      },
    }),
  )
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByText('Plain record sets').click()
  await expect(dialog.getByRole('status')).toContainText('Not equal: a client in no known country')
  await expect(dialog.getByRole('region', { name: 'Losses' })).toContainText('no multivalue alias records')
})

test('a long comparison tells how far it is, leaves the dialog usable, and can be called off', async ({
  page,
}) => {
  const editor = new EditorPage(page)
  await editor.open()
  await editor.pastePolicy(MANY_COUNTRIES)
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await dialog.getByText('Plain record sets').click()
  const progress = dialog.getByRole('progressbar', { name: 'Answers compared' })
  await expect(progress).toBeVisible()
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0)
  // The page is free: it answers at once.
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('status')).toHaveText('Not compared with the policy.')
  await dialog.getByRole('button', { name: 'Compare' }).click()
  await expect(progress).toBeVisible()
  await dialog.getByText('Mermaid flowchart').click()
  await expect(progress).toBeHidden()
})
