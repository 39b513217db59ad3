// What the book once said and is not so, each with the truth and where it stands now. A sentence of the first kind may
// not come back; one of the second may not go.

type Fault = {
  readonly fault: string
  /** What would say the untruth again, anywhere in the book and its files. */
  readonly gone: readonly RegExp[]
  /** Chapter, heading, and what has to be said below it. */
  readonly now: readonly (readonly [chapter: string, heading: string, says: RegExp])[]
}

export const faults: readonly Fault[] = [
  {
    fault: 'the agent starts on cgroup v2 with the posix launcher',
    gone: [/避开cgroup的要求/, /在cgroup v2的主机上也能启动`? \|/],
    now: [
      ['cluster/today', '先看cgroup', /与用哪种启动器、哪种隔离器无关/],
      ['cluster/today', '两条出路', /SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1/],
      ['cluster/today', '两条出路', /MESOS_CONTAINERIZERS`改成`mesos`/],
      ['cluster/single-node', '准备', /cgroup v1/],
      [
        'cluster/single-node',
        '停在某一项时',
        /Failed to find a mounted cgroups hierarchy for the 'cpu' subsystem/,
      ],
      [
        'cluster/troubleshooting',
        'Agent一启动就退出，提到cgroup',
        /`--containerizers`里有`docker`/,
      ],
    ],
  },
  {
    fault: 'a Docker client near the version of the host will do',
    gone: [/换成与宿主机相近版本的静态包/, /docker-17\.06\.2-ce\.tgz/],
    now: [
      ['cluster/today', '再看Docker', /Unable to find 'ContainerConfig\.Entrypoint'/],
      ['cluster/single-node', '静态链接的docker命令', /17\.x到25\.x/],
      ['cluster/planning', '操作系统与软件', /17\.x到25\.x/],
    ],
  },
  {
    fault: 'Chronos 3.0 has epsilon, and skips what is too late',
    gone: [/"epsilon"/, /epsilon决定/, /最迟04:10/, /epsilon过了/, /重复执行这条命令是安全的/],
    now: [
      ['frameworks/chronos', '开始时间已经过去', /都运行一次/],
      ['frameworks/chronos', '重试不是每次都有', /再失败时不重试/],
      ['practice/batch-pipeline', '提交', /没有变化的不提交/],
    ],
  },
  {
    fault: 'consul-template runs its command in a shell',
    gone: [/command\s*=\s*"haproxy -c/],
    now: [['practice/container-cloud', '方案二：Consul与consul-template', /不经过shell/]],
  },
  {
    fault: 'a poll that fails means that the deployment is over',
    gone: [/while running "\$deployment"/],
    now: [['practice/continuous-delivery', '部署脚本', /“读不到”不等于“结束了”/]],
  },
  {
    fault: 'a cluster is installed by the words “install it”',
    gone: [/安装ZooKeeper 3\.4（安装包或官方的压缩包均可）/],
    now: [
      ['cluster/install', '编译Mesos', /\.\.\/configure --prefix=\/usr/],
      ['cluster/install', 'ZooKeeper', /zookeeper-3\.4\.14\.tar\.gz/],
      ['cluster/install', 'Marathon', /docker cp marathon-files/],
      ['cluster/install', '逐台验收', /mesos-master --version/],
    ],
  },
  {
    fault: 'only masters need Java',
    gone: [/\| Java \| 8 \| ZooKeeper与Marathon需要 \|/],
    now: [
      ['cluster/planning', '操作系统与软件', /要运行Spark的Agent也要/],
      ['frameworks/spark', '准备安装包', /每台可能运行Spark的Agent都要装Java 8/],
    ],
  },
  {
    fault: 'facts of flags, paths, forms and versions',
    gone: [
      /`--schedule_horizon`是/,
      /\$CHRONOS\/leader/,
      /`--master`只接受`IP:端口`/,
      /总时间应当大于ZooKeeper的会话超时/,
      /Framework Principal \/ Secret/,
      /Use Native Docker Containerizer/,
      /以root运行时，`network\/cni`/,
      /v7是否支持请先试/,
      /Ubuntu 14\.04、16\.04/,
    ],
    now: [
      ['frameworks/chronos', '日常操作', /\$CHRONOS\/v1\/scheduler\/leader/],
      ['cluster/three-masters', '运行一个最小的任务', /`--master`接受`zk:\/\/`/],
      ['concepts/fault-tolerance', 'Agent失联', /agent_reregister_timeout/],
      ['frameworks/jenkins', '配置插件', /Framework credentials/],
      ['frameworks/jenkins', '配置插件', /\| Role \|/],
      ['practice/continuous-delivery', '更谨慎的发布方式', /从1\.11起/],
      ['operations/upgrade', '升级Master', /http:\/\/master1:5050\/\n/],
      ['concepts/resources', '四种办法的比较', /也最多这么多/],
    ],
  },
  {
    fault: 'configurations that are accepted and do something else',
    gone: [/set -e` ends/],
    now: [
      ['operations/security', '授权', /`elasticsearch`/],
      ['operations/security', '授权', /没有写规则的动作对所有人开放/],
      ['practice/container-cloud', '先准备证书', /x509/],
      ['practice/container-cloud', '对内的一组', /practice-marathon-lb-internal\.json/],
      ['practice/continuous-delivery', '镜像仓库', /certificate signed by unknown authority/],
      ['cluster/today', 'ZooKeeper 3.5以上', /not in the whitelist/],
    ],
  },
  {
    fault: 'small things of the one-machine setup and of the preface',
    gone: [
      /改掉主机名与口令（凡是写着/,
      /"masters": \["127\.0\.0\.1:5050"\]/,
      /workflow-aggregator git$/m,
    ],
    now: [
      ['cluster/single-node', '准备', /`dig`/],
      ['cluster/single-node', '准备', /docker compose/],
      ['README', '怎样使用书里的例子', /grep -rnE/],
    ],
  },
]
