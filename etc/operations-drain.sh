#!/usr/bin/env bash
# 等到指定的Agent上没有任务，再返回0；超时返回1。读不到答案时继续等，不当作“没有任务”。
# 用法：MESOS=http://master1:5050 operations-drain.sh <主机名> [秒数]
# 开启HTTP认证时另设 MESOS_USER=名字:口令；INTERVAL是两次查询的间隔秒数，默认10
set -euo pipefail
: "${MESOS:?请设置MESOS，例如http://master1:5050}"

host=${1:?请给出Agent的主机名}
deadline=$((SECONDS + ${2:-1800}))

# 备用Master会重定向到领导者，凭据要一起带过去
ask() { # 路径 jq程序
  curl -sS -f --max-time 30 --location-trusted ${MESOS_USER:+-u "$MESOS_USER"} "$MESOS$1" \
    | jq -se --arg host "$host" ".[0] | $2"
}

# 同一个主机名可能有新旧两个编号，都要算上
# shellcheck disable=SC2016 # $host是jq的变量
ids=$(ask /slaves '[.slaves[] | select(.hostname == $host) | .id]') || {
  echo "读不到 $MESOS/slaves" >&2
  exit 1
}
if [[ $(jq length <<<"$ids") == 0 ]]; then
  echo "没有主机名为 $host 的Agent" >&2
  exit 1
fi

while true; do
  if ! count=$(ask /state "$ids as \$ids | [.frameworks[].tasks[] | select(.slave_id as \$id | \$ids | index(\$id))] | length"); then
    count='不知道多少'
    echo "读不到 $MESOS/state" >&2
  elif ((count == 0)); then
    echo "$host 已经没有任务"
    exit 0
  fi
  if ((SECONDS >= deadline)); then
    echo "时间到了，$host 上还有 $count 个任务" >&2
    exit 1
  fi
  echo "$host 上还有 $count 个任务，等待……"
  sleep "${INTERVAL:-10}"
done
