#!/usr/bin/env bash
# 把版本库里的权重与配额应用到集群。可以重复执行：与现状相同的配额不动。
#
# Mesos 1.3不能修改已有的配额，只能先删后设，中间有极短的空档。
# 用法：MESOS=http://master1:5050 operations-apply.sh
# 开启HTTP认证时另设 MESOS_USER=名字:口令；INTERVAL是重试的间隔秒数，默认2
set -euo pipefail
: "${MESOS:?请设置MESOS，例如http://master1:5050}"

root=$(cd "$(dirname "$0")/.." && pwd)
fail() { echo "$1" >&2; exit 1; }

leader=$(curl -sS --max-time 10 -o /dev/null -w '%{redirect_url}' "$MESOS/master/redirect") || true
leader=${leader%/}
if [[ -z $leader ]]; then fail "$MESOS 说不出谁是领导者，什么也没有改"; fi

# 只有200算成功：503不算，领导者刚换时的307也不算。正文留在$reply里
request() {
  local code
  reply=$(curl -sS --max-time 30 ${MESOS_USER:+-u "$MESOS_USER"} -w '\n%{http_code}' "$@") || return 1
  code=${reply##*$'\n'}
  reply=${reply%$'\n'*}
  if [[ $code != 200 ]]; then
    echo "HTTP $code：$reply" >&2
    return 1
  fi
}
canonical() { jq -cS '[.guarantee[] | {name, value: .scalar.value}] | sort_by(.name)'; }

request -X PUT "$leader/weights" -d @"$root/manifests/operations-weights.json" || fail '权重没有更新'
echo "权重已更新"

for file in "$root"/manifests/operations-quota-*.json; do
  role=$(jq -ser '.[0].role' "$file")
  wanted=$(canonical <"$file")
  if ! request "$leader/quota" || ! jq -se 'length == 1 and (.[0] | type) == "object"' <<<"$reply" >/dev/null; then
    fail "读不到现有的配额，$role 没有改"
  fi
  current=$(jq -c --arg role "$role" '.infos[]? | select(.role == $role)' <<<"$reply")
  if [[ -n $current ]]; then
    if [[ $(canonical <<<"$current") == "$wanted" ]]; then
      echo "$role：没有变化"
      continue
    fi
    request -X DELETE "$leader/quota/$role" || fail "$role：旧的配额没有删掉，仍然有效"
  fi
  # 旧的已经删了，这时停下最糟糕，所以多试几次
  for left in 4 3 2 1 0; do
    if request -X POST "$leader/quota" -d @"$file"; then break; fi
    if ((left == 0)); then fail "$role：**现在没有配额**，请立刻重新执行"; fi
    sleep "${INTERVAL:-2}"
  done
  echo "$role：$wanted"
done
