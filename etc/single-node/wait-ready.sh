#!/usr/bin/env bash
# 等待单机集群的各个部件就绪；每项最多等60秒（用LIMIT改），有一项超时就以1退出
set -euo pipefail

host="${1:-127.0.0.1}"
limit="${LIMIT:-60}"

wait_for() { # 名字 地址 回答里应当有的内容
  local deadline=$((SECONDS + limit)) reply
  while true; do
    # 光有回答还不够：没有领导者时，Consul照样返回200，内容是一对空引号
    if reply=$(curl -fsS --max-time 5 "$2" 2>/dev/null) && [[ $reply =~ $3 ]]; then
      echo "就绪：$1"
      return 0
    fi
    if ((SECONDS >= deadline)); then
      echo "超时：$1（$2）" >&2
      return 1
    fi
    sleep 2
  done
}

wait_for 'Mesos Master' "http://${host}:5050/metrics/snapshot" '"master.{1,2}elected":1'
wait_for 'Mesos Agent' "http://${host}:5051/metrics/snapshot" '"slave.{1,2}registered":1'
wait_for 'Marathon' "http://${host}:8080/v2/leader" '"leader"'
wait_for 'Consul' "http://${host}:8500/v1/status/leader" '"[0-9]'
wait_for 'Mesos-DNS' "http://${host}:8123/v1/version" 'ersion'
