// What GeoNames' table of places needs to be told.

/**
 * Places that are parts of a city whose own population includes them. They stay in the table, so that they are
 * found, but stand for nobody.
 */
export const PARTS_OF_CITIES = [
  {
    whole: 'New York City',
    isPart: (city) => inUnit('US', 'NY')(city) && !city.muni && inBox(city, [-74.27, 40.48, -73.69, 40.93]),
  },
  {
    whole: 'London',
    isPart: (city) => inUnit('GB', 'ENG')(city) && inBox(city, [-0.51, 51.29, 0.3, 51.7]),
  },
  { whole: 'Mexico City', isPart: inUnit('MX', '09') },
  { whole: 'Istanbul', isPart: inUnit('TR', '34') },
  { whole: 'Delhi', isPart: inUnit('IN', '07') },
  { whole: 'Moscow', isPart: inUnit('RU', '48') },
  { whole: 'Hong Kong', isPart: (city) => city.country === 'HK' },
  {
    whole: 'Toronto',
    isPart: (city) =>
      inUnit('CA', '08')(city) &&
      ['North York', 'Scarborough', 'Etobicoke', 'East York', 'York'].includes(city.name),
  },
]

function inUnit(country, adminCode) {
  return (city) => city.country === country && city.adminCode === adminCode
}

function inBox({ loc }, [west, south, east, north]) {
  const [x, y] = loc.coordinates
  return x >= west && x <= east && y >= south && y <= north
}

/** Villages and quarters that carry the population of the city or province around them. */
export const WRONG_POPULATION = new Set([
  'GN Camayenne',
  'ID City of Balikpapan',
  'IR Kahrīz',
  'IR Pasragad Branch',
  'IR Āzādshahr',
  'JP Yono',
  'PH Budta',
  'PH Libertad',
  'PH Malingao',
  'PH Mansilingan',
  'PH Mantampay',
  'PH Santol',
  'SN Thiès Nones',
  'US East Chattanooga',
  'US Ironville',
  'US Lexington-Fayette',
  'US Meads',
])

/** Countries without a place in the table: a point to stand at, which stands for nobody. */
export const WITHOUT_INHABITANTS = [
  { unit: 'IO', name: 'Diego Garcia', point: [72.41, -7.31] },
  { unit: 'UM', name: 'Wake Island', point: [166.65, 19.28] },
]
