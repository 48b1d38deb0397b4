#!/usr/bin/env bash
# How many rankings a second the API answers, alone and while nightlies write into the same store, with keys, roles and audit
# as in use. Every answer is looked at: 50 people of one complete run, or it counts as wrong.
# Needs wrk (apt-get install wrk). PEOPLE, INTERACTIONS, SECONDS_EACH and CONNECTIONS change the size.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
people=${PEOPLE:-100000} interactions=${INTERACTIONS:-500000} seconds=${SECONDS_EACH:-15} connections=${CONNECTIONS:-32}
command -v wrk >/dev/null || { echo "wrk was not found; install it: apt-get install wrk" >&2; exit 1; }

dotnet build -c Release src/Cli --verbosity quiet
dotnet build -c Release src/Api --verbosity quiet
folder=$(mktemp -d)
api=
trap '[[ -z $api ]] || kill "$api"; wait; rm -rf "$folder"' EXIT
store=$folder/company.db
export INFLUENCERMAP_KEY='a customer key of thirty-two byte'
influencermap() { dotnet artifacts/bin/Cli/release/influencermap.dll "$@" --store "$store"; }

# Teams of ten; six of ten contacts stay near, the others go anywhere. Remainders of a formula, so the same each time.
awk -v n="$people" 'BEGIN { print "id,manager,department"
  for (i = 1; i <= n; i++) print "p" i "," (i > 1 ? "p" int((i + 8) / 10) : "") ",d" int(i / 1000) }' >"$folder/people.csv"
awk -v n="$people" -v m="$interactions" 'BEGIN { print "from,to,at"; x = 1
  for (i = 0; i < m; i++) {
    x = (x * 16807) % 2147483647; from = i % n
    to = x % 10 < 6 ? (from + 1 + x % 40) % n : x % n
    if (to == from) to = (to + 1) % n
    printf "p%d,p%d,2026-%02d-%02dT10:00:00Z\n", from + 1, to + 1, 4 + x % 3, 1 + x % 28 } }' >"$folder/mail.csv"
influencermap import people "$folder/people.csv" >/dev/null 2>&1
influencermap import interactions "$folder/mail.csv" >/dev/null 2>&1
night() { influencermap nightly --no-collect --preset plain --rule-effects off --as-of "$1" "${@:2}" >/dev/null 2>&1; }
night 2026-07-01
key=$(influencermap keys create --role Hr.Read 2>/dev/null)

InfluencerMap__Limits__RequestsPerMinute=100000000 dotnet artifacts/bin/Api/release/InfluencerMap.Api.dll \
  --store "$store" --urls http://127.0.0.1:5199 >"$folder/api.log" 2>&1 &
api=$!
for _ in $(seq 100); do curl -fs http://127.0.0.1:5199/health >/dev/null && break; sleep 0.2; done

cat >"$folder/look.lua" <<'LUA'
local wrong = {}
function setup(thread) table.insert(wrong, thread) thread:set("bad", 0) end
function response(status, headers, body)
  local _, shown = body:gsub('"key":', '')
  if status ~= 200 or shown ~= 50 or not body:find('"run":"%x+"') then bad = bad + 1 end
end
function done(summary, latency)
  local bad = 0
  for _, thread in ipairs(wrong) do bad = bad + thread:get("bad") end
  local errors = summary.errors
  io.write(string.format("%.0f requests/s, p50 %.1f ms, p99 %.1f ms, max %.1f ms; %d answers, %d wrong, %d errors\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    latency.max / 1e3, summary.requests, bad, errors.connect + errors.read + errors.write + errors.timeout))
end
LUA
load() {
  wrk -t 1 -c "$connections" -d "${seconds}s" -s "$folder/look.lua" -H "Authorization: Bearer $key" \
    'http://127.0.0.1:5199/v1/rankings/latest?top=50' | grep 'requests/s'
}

load >/dev/null
echo "$people ranked people, top 50, $connections connections, load generator on the same machine"
echo "alone:                       $(load)"
(for day in 02 03 04 05 06; do night "2026-07-$day" --threads 1; done) &
nights=$!
echo "while nightlies write:       $(load)"
echo "while nightlies write:       $(load)"
kill "$nights" 2>/dev/null || true
pkill -P "$nights" || true
