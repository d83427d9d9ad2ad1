/**
 * The global table of the library. Raised with every change of what is in it: globals live on in a server, where
 * a zone that was written before may have its own.
 */
export const LIBRARY_TABLE = 'catchment2'

/**
 * The rules of Route 53 in Lua, for PowerDNS. A node is a table of two functions: `up` says whether it is
 * healthy, `go` gives the values that answer. A branch `b` has its node `b.n`, its own check `b.c` where it
 * has one, and `b.e` where the health of its node counts. Within one query no check, health or order is found
 * twice: `ask` keeps what a function gave. Each line may only be cut at a blank (the server joins the strings of
 * a record with one) and holds no double quotes or backslashes.
 */
export const LIBRARY = [
  `${LIBRARY_TABLE} = {}`,
  `local C, given = ${LIBRARY_TABLE}, {}`,
  'local function ask(f) local v = given[f] if v == nil then v = f() or false given[f] = v end return v end',
  'function C.answer(n) given = {} return n.go() end',
  'local function up(b) if b.c and not ask(b.c) then return false end if b.e then return ask(b.n.up) end return true end',
  'local function any(l) for _, b in ipairs(l) do if up(b) then return true end end return false end',
  // Nothing healthy: the first, as though all were.
  'local function first(l) for _, b in ipairs(l) do if up(b) then return b.n.go() end end',
  'if l[1] then return l[1].n.go() end return {} end',
  'local function healthy(l) local r = {} for _, b in ipairs(l) do if up(b) then r[#r+1] = b end end',
  'if #r == 0 then return l end return r end',
  'function C.value(v) return { up = function() return true end, go = function() return { v } end } end',
  "function C.hex(s) return (s:gsub(string.char(37)..'x'..string.char(37)..'x', function(x) return string.char(tonumber(x, 16)) end)) end",
  'function C.failover(l) return { up = function() return any(l) end, go = function() return first(l) end } end',
  // By weight; members of weight zero only when no other is left, then each alike.
  'function C.weighted(l) return { up = function() return any(l) end, go = function()',
  'local pool, draw = healthy(l), {}',
  'for i, b in ipairs(pool) do if b.w > 0 then draw[#draw+1] = { b.w, tostring(i) } end end',
  'if #draw == 0 then for i, b in ipairs(pool) do draw[i] = { 1, tostring(i) } end end',
  'return pool[tonumber(pickwrandom(draw))].n.go() end } end',
  'function C.multivalue(l) return { up = function() return any(l) end, go = function()',
  'local pool, names, seen, r = healthy(l), {}, {}, {}',
  'for i in ipairs(pool) do names[i] = tostring(i) end',
  'if #names > 8 then names = pickrandomsample(8, names) end',
  'for _, i in ipairs(names) do local v = pool[tonumber(i)].n.go()[1]',
  'if not seen[v] then seen[v] = true r[#r+1] = v end end return r end } end',
  // Whoever a chain is empty for gets no answer, which is no failure of health.
  'local function chained(chain) return { up = function() local r = ask(chain) return #r == 0 or any(r) end,',
  'go = function() return first(ask(chain)) end } end',
  // The branches are listed from the smallest place to the default.
  'function C.geo(l) return chained(function() local r = {} for _, b in ipairs(l) do if b.at() then r[#r+1] = b end end return r end) end',
  // Blocks `{ net, bits, chain }`, the longest first. A resolver that tells fewer bits of an address is in no longer block.
  'local function bits() return ecswho and ecswho:getBits() or 128 end',
  'local function members(l, c) local r = {} for i, n in ipairs(c) do r[i] = l[n] end return r end',
  'function C.blocks(l, blocks, rest) return chained(function() local known = bits() for _, x in ipairs(blocks) do',
  'if known >= x[2] and netmask({ x[1] }) then return members(l, x[3]) end end return members(l, rest) end) end',
  'local function rad(d) return d * math.pi / 180 end',
  'local function km(a, b, c, d) local x, y = math.sin(rad(c - a) / 2), math.sin(rad(d - b) / 2)',
  'return 2 * 6371.0088 * math.asin(math.min(1, math.sqrt(x * x + math.cos(rad(a)) * math.cos(rad(c)) * y * y))) end',
  "local function client() local p, cc = latlon() or '', (countryCode() or ''):upper()",
  "local blank = p:find(' ') local la = blank and tonumber(p:sub(1, blank - 1)) local lo = blank and tonumber(p:sub(blank + 1))",
  "if cc == '' or cc == '--' then if la == 0 and lo == 0 then la = nil end end return { la = la, lo = lo, cc = cc } end",
  // Cost = base + per kilometre; what is not known comes last, and ties go to the first of the list.
  'local function cost(b, p) local own = b.by and b.by[p.cc] or b.all',
  "if b.cn and p.cc == 'CN' then return -1 end if own then return own end",
  'if p.la and b.la then return b.base + b.per * km(b.la, b.lo, p.la, p.lo) end return math.huge end',
  'local function nearest(l) local p, r = ask(client), {} for i, b in ipairs(l) do r[i] = { k = cost(b, p), i = i, b = b } end',
  'table.sort(r, function(x, y) if x.k ~= y.k then return x.k < y.k end return x.i < y.i end)',
  'for i, x in ipairs(r) do r[i] = x.b end return r end',
  'function C.near(l) return { up = function() return any(l) end, go = function() return first(nearest(l)) end } end',
]
