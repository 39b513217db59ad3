#!/usr/bin/env bash
# 逐台检查Master：进程是否健康、谁是领导者、注册表日志是否恢复
# 用法：check-cluster.sh master1 master2 master3
# 端口不是5050时写成 主机:端口；开启HTTP认证时另设 MESOS_USER=名字:口令
set -euo pipefail

if [ "$#" -eq 0 ]; then
  echo "用法：$0 主机名…" >&2
  exit 2
fi

failed=0
leaders=0

for host in "$@"; do
  address=$host
  case "$address" in *:*) ;; *) address="$host:5050" ;; esac
  # 没有回答、回答不完整、回答的不是指标，都算这一台没有通过
  if ! metrics="$(curl -fsS --max-time 5 ${MESOS_USER:+-u "$MESOS_USER"} "http://${address}/metrics/snapshot")" \
    || ! line="$(jq -ser '.[0] | [."master/elected", ."registrar/log/recovered", ."master/slaves_active"]
      | if all(. != null) then map(tostring) | join(" ") else error("没有这些指标") end' <<<"$metrics" 2>/dev/null)"; then
    echo "${host}：没有得到指标"
    failed=1
    continue
  fi

  read -r elected recovered active <<<"$line"
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
