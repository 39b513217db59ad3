#!/usr/bin/env bash
# 把一组Chronos任务定义提交上去。可以反复执行，也可以放进流水线。
#
# Chronos 3.0见到开始时间已过的任务就立刻运行一次，重新提交又会抹掉运行记录，所以：
#   内容没有变的任务，不提交；
#   新任务的开始时间已经过去的，按间隔推到下一次；
#   已有的任务，保留Chronos里推进到的时间、运行记录与停用状态。
# 依赖任务要求父任务已经存在，所以先提交全部定时任务，再按参数的顺序提交依赖任务。
#
# 用法：CHRONOS=http://主机:端口 submit.sh [--dry-run] 定义.json...
set -euo pipefail
: "${CHRONOS:?请设置CHRONOS，例如http://agent2:31482}"

dry=
if [[ ${1:-} == --dry-run ]]; then dry=1; shift; fi
if [[ $# -eq 0 ]]; then
  echo "用法：CHRONOS=http://主机:端口 $0 [--dry-run] 定义.json..." >&2
  exit 2
fi
fail() { echo "$1" >&2; exit 1; }
here=$(cd "$(dirname "$0")" && pwd)

# 先全部算一遍，有一份不对就一份也不提交
if ! jobs=$(curl -sS -f -L --max-time 30 "$CHRONOS/v1/scheduler/jobs") \
  || ! jq -se 'length == 1 and (.[0] | type) == "array"' <<<"$jobs" >/dev/null; then
  fail '读不到Chronos现有的任务，一份也没有提交'
fi
bodies=()
for file in "$@"; do
  jq -se 'length == 1 and (.[0] | (.name | type) == "string" and (has("schedule") or has("parents")))' \
    "$file" >/dev/null \
    || fail "$file：没有name，或者既没有schedule也没有parents，或者读不出来"
  zone=$(jq -r '.scheduleTimeZone // "" | if . == "" then "UTC" else . end' "$file")
  if [[ $zone != UTC && ! -e /usr/share/zoneinfo/$zone ]]; then fail "$file：本机没有时区 $zone，装上tzdata再来"; fi
  now=$(jq -n --arg t "$(TZ=$zone date +%Y-%m-%dT%H:%M:%SZ)" '$t | fromdate')
  body=$(jq -c --argjson now "$now" --argjson jobs "$jobs" -f "$here/plan.jq" "$file") \
    || fail "$file：见上，一份也没有提交"
  bodies+=("$body")
done

post() { # 端点 内容
  local name reply code
  name=$(jq -r .name <<<"$2")
  if [[ -n $dry ]]; then
    echo "将提交 $name$(jq -r 'if .schedule then "，\(.schedule)" else "" end' <<<"$2")"
    return
  fi
  reply=$(curl -sS -L --max-time 30 -w '\n%{http_code}' -X POST \
    -H 'Content-Type: application/json' "$CHRONOS/v1/scheduler/$1" -d "$2") \
    || fail "提交 $name 时连接断了；再执行一次就会接着做完"
  code=${reply##*$'\n'}
  if [[ $code != 204 && $code != 200 ]]; then fail "提交 $name 失败：HTTP $code，${reply%$'\n'*}"; fi
  echo "$name 已提交"
}

files=("$@")
for key in schedule parents; do
  endpoint=iso8601
  if [[ $key == parents ]]; then endpoint=dependency; fi
  for i in "${!files[@]}"; do
    if ! jq -e --arg key "$key" 'has($key)' "${files[i]}" >/dev/null; then continue; fi
    if [[ ${bodies[i]} == null ]]; then
      echo "$(jq -r .name "${files[i]}") 没有变化"
    else
      post "$endpoint" "${bodies[i]}"
    fi
  done
done
