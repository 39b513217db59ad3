# submit.sh用的判断：一份Chronos任务定义，应当提交成什么样。
#
# 输入是文件里的定义，$jobs是Chronos里现有的全部任务，$now是任务所在时区的当前时间。
# 输出要提交的内容；没有变化时输出null；不能决定时报错。
def parts: capture("^(?<repeat>R[0-9]*)/(?<start>[^/]*)/(?<period>P.+)$")
  // error("看不懂schedule：\(.)");
# 间隔的秒数；按月、按年的没有固定长度，是null
def seconds:
  (capture("^P((?<w>[0-9]+)W)?((?<d>[0-9]+)D)?(T((?<h>[0-9]+)H)?((?<m>[0-9]+)M)?((?<s>[0-9]+)S)?)?$")
    | with_entries(.value |= (. // "0" | tonumber))
    | .w * 604800 + .d * 86400 + .h * 3600 + .m * 60 + .s | if . > 0 then . else null end) // null;
# 有时区名时，Chronos只看时间的字面，不看偏移；没有时区名就换算成UTC
def clock($zone):
  (capture("^(?<t>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})([.][0-9]+)?(?<offset>Z|[+-][0-9]{2}:?[0-9]{2})$")
    // error("看不懂开始时间：\(.)"))
  | (.t + "Z" | fromdate) as $written
  | (if $zone != "" or .offset == "Z" then 0
     else (.offset | gsub(":"; "") | (.[1:3] | tonumber) * 3600 + (.[3:5] | tonumber) * 60)
       * (if .offset[0:1] == "-" then -1 else 1 end) end) as $ahead
  | { at: ($written - $ahead), ahead: $ahead, offset };
def covered($there):
  . as $here
  | if type == "object" then ($there | type) == "object" and all(keys[]; . as $k | $here[$k] | covered($there[$k]))
    elif type == "array" then ($there | type) == "array" and length == ($there | length)
      and all(range(length); . as $i | $here[$i] | covered($there[$i]))
    else . == $there end;
def sorted: if has("parents") then .parents |= sort else . end;

. as $new
| ($jobs | map(select(.name == $new.name)) | .[0]) as $old
| ($new.scheduleTimeZone // "") as $zone
| (if $new.schedule == null then {} else
    ($new.schedule | parts) as $mine
    | ($mine.period | seconds) as $step
    | (if $mine.start == "" then null else $mine.start | clock($zone) end) as $start
    | ($old.schedule // "" | if . == "" then null else parts end) as $theirs
    | if $theirs != null and $theirs.period == $mine.period
        and ($theirs.repeat == "R") == ($mine.repeat == "R")
        and ($old.scheduleTimeZone // "") == $zone
        and ($step == null or $start == null or $theirs.start == "" or $mine.repeat != "R"
             or (($theirs.start | clock($zone).at) - $start.at) % $step == 0)
      then { schedule: $old.schedule } # 还是那个节奏：用Chronos推进到的时间
      elif $start == null or $start.at > $now then {} # 照文件里写的
      elif $mine.repeat != "R" then error("开始时间已过，次数又有限：请改成将来的时间，或者留空表示立刻")
      elif $step == null then error("开始时间已过，间隔按月或按年，算不出下一次：请改成将来的时间")
      else ($start.at + ((($now - $start.at) / $step | floor) + 1) * $step + $start.ahead | todate) as $next
        | { schedule: "\($mine.repeat)/\($next | rtrimstr("Z"))\($start.offset)/\($mine.period)" }
      end
  end) as $schedule
| (["successCount", "errorCount", "lastSuccess", "lastError", "errorsSinceLastSuccess", "disabled"]) as $kept
| ($old // {} | with_entries(select(.key as $key | $kept | index($key)))) + $new + $schedule
| if $old != null and (sorted | covered($old | sorted)) then null else . end
