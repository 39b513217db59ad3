#!/usr/bin/env bash
# 部署之后的冒烟测试：从集群外面访问几个关键地址，任何一个不符合预期就失败。
# 用法：smoke-test.sh https://api.staging.example.com
set -euo pipefail

base=${1:?请给出服务的地址}

check() { # 路径 期望的状态码
  local code
  # 没有读完整的回答也算失败：curl以非零退出，状态码不可信
  code=$(curl -sS -o /dev/null -w '%{http_code}' --max-time 5 --retry 3 --retry-delay 1 "$base$1") \
    || { echo "$1：期望 $2，没有得到完整的回答" >&2; return 1; }
  if [[ $code != "$2" ]]; then
    echo "$1：期望 $2，得到 $code" >&2
    return 1
  fi
  echo "$1：$code"
}

check /healthz 200
check /v1/products 200
check /v1/orders 401
check /no-such-page 404
