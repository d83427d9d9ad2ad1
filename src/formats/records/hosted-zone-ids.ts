import { type AliasType, nameFits } from '../../model/dns/aws-names'

/** The hosted zone of every CloudFront distribution (API_AliasTarget); China has its own. */
const CLOUDFRONT = 'Z2FDTNDATAQYW2'

// Ids of AWS's own hosted zones by Region, as published in the AWS General Reference (pages “Elastic Load
// Balancing endpoints”, “Elastic Beanstalk endpoints”, “S3 website endpoints”) and copied in the Terraform provider
// and the CDK, which were compared in November 2026. Left out is what only a placeholder can honestly say: Regions
// that neither lists, and Beanstalk in eu-south-2 and ap-southeast-7, where the CDK repeats another Region's id.
const TABLE = `
region          balancer              network               beanstalk             website
af-south-1      Z268VQBMOI5EKX        Z203XCE67M25HM        Z1EI3BVKMKK4AM        Z83WF9RJE8B12
ap-east-1       Z3DQVH9N71FHZ0        Z12Y7K3UBGUAD1        ZPWYUBWRU171A         ZNB98KWMFR0R6
ap-east-2       -                     -                     -                     Z064739330DAH7WJVOO93
ap-northeast-1  Z14GRHDCWA56QT        Z31USIVHYNEOWT        Z1R25G3KIG2GBW        Z2M4EHUR26P7ZW
ap-northeast-2  ZWKZPGTI48KDX         ZIBE1TIR4HY56         Z3JE5OI70TWKCP        Z3W03O7B5YMIYP
ap-northeast-3  Z5LXEXXYW11ES         Z1GWIQ4HH19I5X        ZNE5GEY1TIAGY         Z2YQB5RD63NC85
ap-south-1      ZP97RAFLXTNZK         ZVDDRBQ08TROA         Z18NTBI3Y7N9TZ        Z11RGJOFQNVJUP
ap-south-2      Z0173938T07WNTVAEPZN  Z0711778386UTO08407HT Z10223522IBWPBF2C2FJS Z02976202B4EZMXIPMXF7
ap-southeast-1  Z1LMS91P8CMLE5        ZKVM4W9LS7TM          Z16FZ9L249IFLT        Z3O0J2DXBE1FTB
ap-southeast-2  Z1GM3OXH4ZPM65        ZCT6FZBF4DROD         Z2PCDNR3VC2G1N        Z1WCIGYICN2BYD
ap-southeast-3  Z08888821HLRG5A9ZRTER Z01971771FYVNCOVWJU1G Z05913172VM7EAZB40TA8 Z01846753K324LI26A3VV
ap-southeast-4  Z09517862IB2WZLPXG76F Z01156963G8MIIL7X90IV Z0666869LC74UHAO5YE4  Z0312387243XT5FE14WFO
ap-southeast-5  Z06010284QMVVW7WO5J   Z026317210H9ACVTRO6FB Z01812971H0QCYWSL7WOH Z08660063OXLMA7F1FJHU
ap-southeast-6  -                     -                     Z01144401H1NECCLJDD4D -
ap-southeast-7  Z0390008CMBRTHFGWBCB  Z054363131YWATEMWRG5L -                     Z0031014GXUMRZG6I14G
ca-central-1    ZQSVJUPU6J1EY         Z2EPGBW3API2WT        ZJFCZL7SSZB5I         Z1QDHH18159H29
ca-west-1       Z06473681N0SF6OS049SD Z02754302KBB00W2LKWZ9 Z1021028356Y0CYS11DQI Z03565811Z33SLEZTHOUL
cn-north-1      Z1GDH35T77C1KE        Z3QFB96KMJ7ED6        -                     Z5CN8UMXT92WN
cn-northwest-1  ZM7IZAIOVVDZF         ZQEIKTCZ8352D         -                     Z282HJ1KT0DH03
eu-central-1    Z215JYRZR1TBD5        Z3F0SRJ5LGBH90        Z1FRNW7UH4DEZJ        Z21DNDUVLTQW6Q
eu-central-2    Z06391101F2ZOEP8P5EB3 Z02239872DOALSIDCX66S Z00227012FSHBMZNNSJJI Z030506016YDQGETNASS
eu-north-1      Z23TAZ6LKFMNIO        Z1UDT6IFJ4EJM         Z23GO28BZ5AETM        Z3BAZG2TWCNX0D
eu-south-1      Z3ULH7SSC9OV64        Z23146JA1KNAFP        Z10VDYYOA2JFKM        Z30OZKI7KPW7MI
eu-south-2      Z0956581394HF5D5LXGAP Z1011216NVTVYADP1SSV  -                     Z0081959F7139GRJC19J
eu-west-1       Z32O12XQLNTSW2        Z2IFOLAFXWLO4F        Z2NYPWQ7DFZAZH        Z1BKCTXD74EZPE
eu-west-2       ZHURV8PSTC4K8         ZD4D7Y8KGAS4G         Z1GKAAAUGATPF1        Z3GKZC51ZF0DB4
eu-west-3       Z3Q77PNBQS71R4        Z1CMS0P5QUZ6D5        Z5WN6GAYWG5OB         Z3R1K369G5AVDG
il-central-1    Z09170902867EHPV2DABU Z0313266YDI6ZRHTGQY4  Z02941091PERNCB1MI5H7 Z09640613K4A3MN55U7GU
me-central-1    Z08230872XQRWHG2XF6I  Z00282643NTTLPANJJG2P -                     Z06143092I8HRXZRUZROF
me-south-1      ZS929ML54UICD         Z3QSRYVP46NYYV        Z2BBTEKR2I36N2        Z1MPMWCPA7YB62
mx-central-1    Z023552324OKD1BB28BH5 Z02031231H3ID6HYJ9A7U -                     -
sa-east-1       Z2P70J7HTTTPLU        ZTK26PT1VY4CU         Z10X7K2B4QSOFV        Z7KQH4QJS55SO
us-east-1       Z35SXDOTRQ7X7K        Z26RNL4JYFTOTI        Z117KPS5GTRQ2G        Z3AQBSTGFYJSTF
us-east-2       Z3AADJGX6KTTL2        ZLMOA37VPKANP         Z14LCN19Q5QHIC        Z2O1EMRO9K5GLX
us-gov-east-1   Z166TLBEWOO7G0        Z1ZSMQQ6Q24QQ8        Z35TSARG0EJ4VU        Z2NIFVYYW2VKV1
us-gov-west-1   Z33AYJ8TM3BH4J        ZMG1MZ2THAWF1         Z4KAURWC4UUUG         Z31GFT0UA1I2HV
us-west-1       Z368ELLRRE2KJ0        Z24FKFUX50B4VW        Z1LQECGX5PH1X         Z2F56UZL2M1ACD
us-west-2       Z1H1FL5HABSF5         Z18D5FSROUN65G        Z38NKT9BP95V3O        Z3BJ6K6RIION7M
`

type Service = 'balancer' | 'network' | 'beanstalk' | 'website'
const SERVICES: readonly Service[] = ['balancer', 'network', 'beanstalk', 'website']

const zones = new Map(
  TABLE.trim()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [region = '', ...ids] = line.split(/\s+/)
      return SERVICES.flatMap((service, column) => {
        const id = ids[column] ?? '-'
        return id === '-' ? [] : [[`${service} ${region}`, id] as const]
      })
    }),
)

/** The Regions that have a row of ids. */
export const REGIONS_WITH_ZONES: readonly string[] = [
  ...new Set([...zones.keys()].map((key) => key.split(' ')[1] ?? '')),
]

const REGION_IN: Readonly<Record<Exclude<Service, 'website'>, RegExp>> = {
  balancer: /\.([a-z0-9-]+)\.elb\.amazonaws\.com(\.cn)?\.?$/i,
  network: /\.elb\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?\.?$/i,
  beanstalk: /\.([a-z0-9-]+)\.elasticbeanstalk\.com\.?$/i,
}

/**
 * The id of the hosted zone that an alias of this type needs, by the Region in its DNS name; null when the name
 * has another shape or the Region is in no published table. A load balancer's name says whether it is a network one.
 */
export function hostedZoneOf(type: Exclude<AliasType, 's3-website'>, dnsName: string): string | null {
  if (type === 'cloudfront') return nameFits('cloudfront', dnsName) ? CLOUDFRONT : null
  if (type === 'elastic-beanstalk') return zoneIn('beanstalk', dnsName)
  return zoneIn('network', dnsName) ?? zoneIn('balancer', dnsName)
}

/** The id of the hosted zone of a Region's S3 website endpoints. */
export function websiteZoneOf(region: string): string | null {
  return zones.get(`website ${region}`) ?? null
}

function zoneIn(service: Exclude<Service, 'website'>, dnsName: string): string | null {
  const region = REGION_IN[service].exec(dnsName)?.[1]
  return region === undefined ? null : (zones.get(`${service} ${region.toLowerCase()}`) ?? null)
}

/** Regions of the first years, whose website endpoints have a hyphen where later ones have a dot. */
const HYPHENED = new Set([
  'us-east-1',
  'us-west-1',
  'us-west-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'eu-west-1',
  'sa-east-1',
  'us-gov-west-1',
])

/** The name that an alias of an S3 website leads to; the bucket is found by the name that was asked for. */
export function websiteEndpointOf(region: string): string {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'
  return `s3-website${HYPHENED.has(region) ? '-' : '.'}${region}.${suffix}`
}

const WEBSITE = /^s3-website[-.]([a-z0-9-]+)\.amazonaws\.com(\.cn)?\.?$/i

/** The Region of an S3 website endpoint without a bucket, as an alias names it; null for any other name. */
export function websiteRegionOf(dnsName: string): string | null {
  return WEBSITE.exec(dnsName)?.[1]?.toLowerCase() ?? null
}
