#!/usr/bin/env bash
# 逐台检查Master：进程是否健康、谁是领导者、注册表日志是否恢复
# 用法：check-cluster.sh master1 master2 master3
set -euo pipefail

if [ "$#" -eq 0 ]; then
  echo "用法：$0 主机名…" >&2
  exit 2
fi

failed=0
leaders=0

for host in "$@"; do
  metrics="$(curl -fsS --max-time 5 "http://${host}:5050/metrics/snapshot" || true)"
  if [ -z "$metrics" ]; then
    echo "${host}：没有响应"
    failed=1
    continue
  fi

  elected="$(jq -r '."master/elected"' <<<"$metrics")"
  recovered="$(jq -r '."registrar/log/recovered"' <<<"$metrics")"
  active="$(jq -r '."master/slaves_active"' <<<"$metrics")"
  echo "${host}：elected=${elected} log_recovered=${recovered} agents=${active}"

  case "$elected" in
    1 | 1.0) leaders=$((leaders + 1)) ;;
  esac
done

if [ "$leaders" -ne 1 ]; then
  echo "应当恰好有1个领导者，实际为${leaders}个" >&2
  failed=1
fi

exit "$failed"
