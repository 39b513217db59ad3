#!/usr/bin/env bash
# 把版本库里的权重与配额应用到集群。可以重复执行：与现状相同的配额不动。
#
# Mesos 1.3不能修改已有的配额，只能先删后设，中间有极短的空档。
# 用法：MESOS=http://master1:5050 operations-apply.sh
# 开启HTTP认证时另设 MESOS_USER=名字:口令
set -euo pipefail
: "${MESOS:?请设置MESOS，例如http://master1:5050}"

root=$(cd "$(dirname "$0")/.." && pwd)
leader=$(curl -sS -o /dev/null -w '%{redirect_url}' "$MESOS/master/redirect")
leader=${leader:-$MESOS}
leader=${leader%/}

request() { curl -sS -f ${MESOS_USER:+-u "$MESOS_USER"} "$@"; }
canonical() { jq -cS '[.guarantee[] | {name, value: .scalar.value}] | sort_by(.name)'; }

request -X PUT "$leader/weights" -d @"$root/manifests/operations-weights.json" >/dev/null
echo "权重已更新"

for file in "$root"/manifests/operations-quota-*.json; do
  role=$(jq -r .role "$file")
  wanted=$(canonical <"$file")
  current=$(request "$leader/quota" \
    | jq -c --arg role "$role" '.infos[]? | select(.role == $role)')
  if [[ -n $current ]]; then
    if [[ $(canonical <<<"$current") == "$wanted" ]]; then
      echo "$role：没有变化"
      continue
    fi
    request -X DELETE "$leader/quota/$role"
  fi
  request -X POST "$leader/quota" -d @"$file"
  echo "$role：$wanted"
done
