// Paths of the programs' interfaces, metrics and keys of their files, as facts: with the source that says so.

type Interface = {
  readonly source: string
  readonly version: string
  /** The port, and the shell variables of the book that stand for host and port. */
  readonly ports: readonly string[]
  readonly variables: readonly string[]
  /** A method or several, and a path; `*` stands for one segment, `**` for the rest. */
  readonly paths: readonly string[]
}

const lines = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export const interfaces: { readonly [program: string]: Interface } = {
  'Mesos master': {
    version: 'Mesos 1.3.1',
    source:
      'src/master/master.cpp, src/master/http.cpp, src/master/quota_handler.cpp, src/master/weights_handler.cpp',
    ports: ['5050'],
    variables: ['MESOS', 'leader'],
    paths: lines(`
      GET,POST /api/v1
      POST /api/v1/scheduler
      GET /
      GET /flags
      GET /frameworks
      GET /health
      GET /master/health
      POST /machine/down
      POST /machine/up
      GET,POST /maintenance/schedule
      GET /maintenance/status
      POST /master/create-volumes
      POST /master/destroy-volumes
      GET /master/redirect
      POST /master/reserve
      GET /master/state
      POST /master/teardown
      POST /master/unreserve
      GET /metrics/snapshot
      POST /logging/toggle
      GET,POST /quota
      DELETE /quota/*
      GET /redirect
      POST /reserve
      GET /roles
      GET /slaves
      GET /state
      GET /state-summary
      GET /tasks
      POST /teardown
      POST /unreserve
      GET /version
      GET,PUT /weights
    `),
  },
  'Mesos agent': {
    version: 'Mesos 1.3.1',
    source: 'src/slave/slave.cpp, src/slave/http.cpp, src/files/files.cpp',
    ports: ['5051'],
    variables: [],
    paths: lines(`
      GET,POST /api/v1
      POST /api/v1/executor
      GET /containers
      GET /files/browse
      GET /files/download
      GET /files/read
      GET /flags
      GET /health
      GET /metrics/snapshot
      GET /monitor/statistics
      GET /slave(1)/state
      GET /state
    `),
  },
  Marathon: {
    version: 'Marathon 1.4.8',
    source: 'src/main/scala/mesosphere/marathon/api/v2',
    ports: ['8080'],
    variables: ['MARATHON'],
    paths: lines(`
      GET,POST /v2/apps
      GET,PUT,PATCH,DELETE /v2/apps/**
      GET /v2/deployments
      DELETE /v2/deployments/*
      GET /v2/events
      GET /v2/groups
      PUT /v2/groups/*
      GET /v2/info
      GET,DELETE /v2/leader
      GET /v2/queue
      DELETE /v2/queue/*/delay
      GET /v2/tasks
      POST /v2/tasks/delete
      POST /v2/apps/*/restart
      GET /ping
      GET /metrics
    `),
  },
  Chronos: {
    version: 'Chronos 3.0.2',
    source:
      'src/main/scala/org/apache/mesos/chronos/scheduler/api/ChronosRestModule.scala, PathConstants.scala',
    ports: [],
    variables: ['CHRONOS'],
    paths: lines(`
      POST /v1/scheduler/iso8601
      POST /v1/scheduler/dependency
      GET /v1/scheduler/jobs
      GET /v1/scheduler/jobs/search
      PUT,DELETE /v1/scheduler/job/*
      PUT /v1/scheduler/job/success/*
      DELETE /v1/scheduler/task/kill/*
      GET /v1/scheduler/graph/csv
      GET /v1/scheduler/graph/dot
      GET /v1/scheduler/leader
    `),
  },
  Consul: {
    version: 'Consul 0.9.3',
    source: 'command/agent/http.go',
    ports: ['8500'],
    variables: [],
    paths: lines(`
      GET /ui
      GET /v1/agent/checks
      PUT /v1/agent/service/deregister/*
      GET /v1/catalog/service/*
      GET /v1/health/service/*
      GET /v1/status/leader
    `),
  },
  'Mesos-DNS': {
    version: 'Mesos-DNS 0.6.0',
    source: 'resolver/resolver.go',
    ports: ['8123'],
    variables: [],
    paths: lines(`
      GET /v1/services/*
      GET /v1/version
    `),
  },
  'marathon-lb': {
    version: 'marathon-lb 1.10.3',
    source: 'templates/HAPROXY_HEAD',
    ports: ['9090'],
    variables: [],
    paths: lines(`
      GET /_haproxy_getconfig
      GET /_haproxy_health_check
      GET /_mlb_signal/hup
      GET /haproxy
    `),
  },
  'Spark dispatcher': {
    version: 'Spark 2.2.0',
    source: 'core/src/main/scala/org/apache/spark/deploy/rest/RestSubmissionServer.scala',
    ports: ['7077'],
    variables: ['dispatcher'],
    paths: lines('GET /v1/submissions/status/*'),
  },
}

/** Metrics of `/metrics/snapshot`; `*` stands for one segment. */
export const metrics = {
  version: 'Mesos 1.3.1',
  source:
    'src/master/metrics.cpp, src/slave/metrics.cpp, src/master/registrar.cpp, src/log/metrics.cpp, src/master/allocator/mesos/metrics.cpp, process/system.hpp',
  names: `
    allocator/mesos/allocation_run_ms
    allocator/mesos/offer_filters/roles/*/active
    allocator/mesos/quota/roles/*/resources/*/guarantee
    allocator/mesos/quota/roles/*/resources/*/offered_or_allocated
    master/cpus_percent master/cpus_total master/cpus_used master/disk_percent master/mem_percent
    master/dropped_messages master/elected master/event_queue_dispatches master/event_queue_messages
    master/frameworks_active master/frameworks_disconnected master/outstanding_offers
    master/recovery_slave_removals master/slave_removals/reason_unhealthy master/slave_reregistrations
    master/slaves_active master/slaves_disconnected master/slaves_inactive master/slaves_unreachable
    master/tasks_error master/tasks_failed master/tasks_lost master/tasks_running master/tasks_staging
    master/uptime_secs
    registrar/log/recovered registrar/state_store_ms
    slave/container_launch_errors slave/cpus_used slave/executor_directory_max_allowed_age_secs
    slave/executors_registering slave/recovery_errors slave/registered slave/uptime_secs
    system/load_5min system/mem_free_bytes`
    .split(/\s+/)
    .filter(Boolean),
} as const

/** Metrics of the exporter for Prometheus. */
export const exported = {
  version: 'mesos_exporter 1.0.0',
  source: 'master.go, slave.go',
  names: `mesos_master_cpus mesos_master_elected mesos_master_mem mesos_master_slaves_state
    mesos_master_task_states_exit_total mesos_master_uptime_seconds mesos_slave_cpus mesos_slave_registered`
    .split(/\s+/)
    .filter(Boolean),
} as const

const words = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean)

/** Keys that the parsers of those versions know, by the kind of object; `free` objects have names of their own. */
export const keys: {
  readonly [kind: string]: {
    readonly version: string
    readonly source: string
    readonly objects: { readonly [path: string]: readonly string[] }
    readonly free: readonly string[]
  }
} = {
  'Marathon app': {
    version: 'Marathon 1.4.8',
    source: 'docs/docs/rest-api/public/api/v2/schema/AppDefinition.json',
    objects: {
      '': words(`acceptedResourceRoles args backoffFactor backoffSeconds cmd constraints container cpus dependencies
        disk env executor fetch gpus healthChecks id instances ipAddress killSelection labels maxLaunchDelaySeconds
        mem portDefinitions ports readinessChecks requirePorts residency secrets storeUrls taskKillGracePeriodSeconds
        unreachableStrategy upgradeStrategy uris user version`),
      container: words('type docker volumes appc'),
      'container.docker': words(
        'forcePullImage image network parameters portMappings privileged credential',
      ),
      'container.docker.parameters': words('key value'),
      'container.docker.portMappings': words(
        'containerPort hostPort labels name protocol servicePort',
      ),
      'container.volumes': words('containerPath external hostPath mode persistent'),
      'container.volumes.external': words('name options provider size'),
      'container.volumes.persistent': words('constraints maxSize size type'),
      fetch: words('cache destPath executable extract uri'),
      healthChecks:
        words(`command delaySeconds gracePeriodSeconds ignoreHttp1xx intervalSeconds maxConsecutiveFailures
        path port portIndex protocol timeoutSeconds`),
      portDefinitions: words('labels name port protocol'),
      residency: words('relaunchEscalationTimeoutSeconds taskLostBehavior'),
      unreachableStrategy: words('expungeAfterSeconds inactiveAfterSeconds'),
      upgradeStrategy: words('maximumOverCapacity minimumHealthCapacity'),
    },
    free: ['env', 'labels', 'container.volumes.external.options'],
  },
  'Chronos job': {
    version: 'Chronos 3.0.2',
    source: 'src/main/scala/org/apache/mesos/chronos/utils/JobDeserializer.scala',
    objects: {
      '': words(`arguments async command concurrent constraints container cpus dataProcessingJobType description disabled
        disk environmentVariables errorCount errorsSinceLastSuccess executor executorFlags fetch highPriority
        lastError lastSuccess mem name owner ownerName parents retries runAsUser schedule scheduleTimeZone shell
        softError successCount taskInfoData uris`),
      container: words(
        'forcePullImage image network networkInfos networkName parameters type volumes',
      ),
      'container.volumes': words('containerPath hostPath mode'),
      environmentVariables: words('name value'),
      fetch: words('cache executable extract output uri'),
    },
    free: [],
  },
}
