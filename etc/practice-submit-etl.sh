#!/usr/bin/env bash
# 向Dispatcher提交每日ETL，等它结束，以作业的结果作为退出状态。
# 用法：practice-submit-etl.sh <日期，如2017-09-20>
# 环境：DISPATCHER  Dispatcher的主机:端口，默认agent1:7077
#       TIMEOUT     最长等待秒数，默认7200；INTERVAL是两次查询的间隔，默认20
set -euo pipefail

day=${1:?请给出日期，如2017-09-20}
dispatcher=${DISPATCHER:-agent1:7077}
spark=${SPARK_HOME:-/opt/spark}

deadline=$((SECONDS + ${TIMEOUT:-7200}))

if ! reply=$("$spark/bin/spark-submit" \
  --class com.example.etl.Daily \
  --master "mesos://$dispatcher" \
  --deploy-mode cluster \
  --name "etl-$day" \
  --driver-memory 2g \
  --conf spark.mesos.role=analytics \
  --conf spark.cores.max=24 \
  --conf spark.executor.cores=4 \
  --conf spark.executor.memory=8g \
  --conf spark.mesos.executor.memoryOverhead=1024 \
  --conf spark.executor.uri=hdfs://namenode:8020/dist/spark-2.2.0-bin-hadoop2.7.tgz \
  --conf spark.mesos.fetcherCache.enable=true \
  hdfs://namenode:8020/jobs/etl-assembly-31.jar "$day" 2>&1); then
  echo "$reply" >&2
  echo '提交失败' >&2
  exit 1
fi

id=$(grep -o 'driver-[0-9-]*' <<<"$reply" | head -n 1 || true)
if [[ -z $id ]]; then
  echo "$reply" >&2
  exit 1
fi
echo "已提交：$id"

while sleep "${INTERVAL:-20}"; do
  if ((SECONDS >= deadline)); then
    echo "等了${TIMEOUT:-7200}秒还没有结果，$id 可能仍在运行" >&2
    exit 1
  fi
  # Dispatcher偶尔没有响应、或答非所问，不算失败，等下一次
  status=$(curl -sS -f --max-time 10 "http://$dispatcher/v1/submissions/status/$id") || continue
  state=$(jq -ser '.[0].driverState' <<<"$status" 2>/dev/null) || continue
  case $state in
    QUEUED | RUNNING | RETRYING) ;;
    # 失败的作业也是FINISHED，结果在message里，是Mesos任务的状态
    FINISHED)
      if jq -e '.message | contains("state: TASK_FINISHED")' <<<"$status" >/dev/null; then
        echo "成功"
        exit 0
      fi
      jq -r .message <<<"$status" >&2
      exit 1
      ;;
    *)
      echo "作业状态：$state" >&2
      exit 1
      ;;
  esac
done
