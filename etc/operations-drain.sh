#!/usr/bin/env bash
# 等到指定的Agent上没有任务，再返回0；超时返回1。
# 用法：MESOS=http://master1:5050 operations-drain.sh <主机名> [秒数]
set -euo pipefail
: "${MESOS:?请设置MESOS，例如http://master1:5050}"

host=${1:?请给出Agent的主机名}
deadline=$((SECONDS + ${2:-1800}))

id=$(curl -sS -L "$MESOS/slaves" | jq -r --arg host "$host" '.slaves[] | select(.hostname == $host) | .id')
if [[ -z $id ]]; then
  echo "没有主机名为 $host 的Agent" >&2
  exit 1
fi

while true; do
  count=$(curl -sS -L "$MESOS/state" | jq --arg id "$id" \
    '[.frameworks[].tasks[] | select(.slave_id == $id)] | length')
  if ((count == 0)); then
    echo "$host 已经没有任务"
    exit 0
  fi
  if ((SECONDS >= deadline)); then
    echo "$host 上还有 $count 个任务" >&2
    exit 1
  fi
  echo "$host 上还有 $count 个任务，等待……"
  sleep 10
done
