#!/usr/bin/env bash
# 等待单机集群的各个部件就绪；每项最多等60秒
set -euo pipefail

host="${1:-127.0.0.1}"

wait_for() {
  local name="$1" url="$2"
  for _ in $(seq 1 30); do
    if curl -fsS -o /dev/null "$url" 2>/dev/null; then
      echo "就绪：$name"
      return 0
    fi
    sleep 2
  done
  echo "超时：$name（$url）" >&2
  return 1
}

wait_for 'Mesos Master' "http://${host}:5050/master/health"
wait_for 'Mesos Agent' "http://${host}:5051/health"
wait_for 'Marathon' "http://${host}:8080/ping"
wait_for 'Consul' "http://${host}:8500/v1/status/leader"
wait_for 'Mesos-DNS' "http://${host}:8123/v1/version"
