// What the programs of the handbook understand, by the version that the handbook is written for. Facts only: names and
// numbers, each with the file of the program's source that says so. A name that the book begins to use is added here
// after a look into that file.

/** Names of one kind, with the source that they were read in. */
export type Facts = {
  readonly source: string
  readonly version: string
  /** A name, and its default where the book gives it. */
  readonly names: { readonly [name: string]: string | undefined }
}

const facts = (
  version: string,
  source: string,
  names: string,
  defaults: { readonly [name: string]: string } = {},
): Facts => ({
  source,
  version,
  names: {
    ...Object.fromEntries(
      names
        .split(/\s+/)
        .filter(Boolean)
        .map((name) => [name, undefined]),
    ),
    ...defaults,
  },
})

/** Options of the command line, by program. */
export const options: { readonly [program: string]: Facts } = {
  'mesos-master': facts(
    'Mesos 1.3.1',
    'src/master/flags.cpp, src/master/main.cpp, src/logging/flags.cpp',
    `acls advertise_ip agent_removal_rate_limit authenticate_agents authenticate_frameworks
     authenticate_http_frameworks authenticate_http_readonly authenticate_http_readwrite cluster credentials help
     hostname http_framework_authenticators ip log_dir modules offer_timeout quorum roles slave_ping_timeout version weights
     work_dir zk`,
    {
      agent_ping_timeout: '15secs',
      agent_reregister_timeout: '10mins',
      allocation_interval: '1secs',
      log_auto_initialize: 'true',
      max_agent_ping_timeouts: '5',
      port: '5050',
      recovery_agent_removal_limit: '100%',
      registry: 'replicated_log',
      registry_fetch_timeout: '1mins',
      zk_session_timeout: '10secs',
    },
  ),
  'mesos-agent': facts(
    'Mesos 1.3.1',
    'src/slave/flags.cpp, src/slave/main.cpp, src/logging/flags.cpp',
    `acls advertise_ip attributes authenticate_http_executors authenticate_http_readonly authenticate_http_readwrite
     container_logger credential docker_config docker_registry docker_store_dir executor_environment_variables
     executor_secret_key fetcher_cache_dir hadoop_home help hostname http_credentials image_providers
     image_provisioner_backend ip launcher log_dir master modules network_cni_config_dir network_cni_plugins_dir
     resources version work_dir`,
    {
      cgroups_enable_cfs: 'false',
      cgroups_hierarchy: '/sys/fs/cgroup',
      cgroups_limit_swap: 'false',
      cgroups_root: 'mesos',
      container_disk_watch_interval: '15secs',
      containerizers: 'mesos',
      docker_kill_orphans: 'true',
      docker_remove_delay: '6hrs',
      enforce_container_disk_quota: 'false',
      executor_registration_timeout: '1mins',
      executor_reregistration_timeout: '2secs',
      gc_delay: '1weeks',
      gc_disk_headroom: '0.1',
      isolation: 'posix/cpu,posix/mem',
      port: '5051',
      recover: 'reconnect',
      recovery_timeout: '15mins',
      strict: 'true',
      switch_user: 'true',
      systemd_enable_support: 'true',
    },
  ),
  'mesos-execute': facts(
    'Mesos 1.3.1',
    'src/cli/execute.cpp',
    'command help master name principal resources secret',
  ),
  configure: facts(
    'Mesos 1.3.1',
    'configure.ac, docs/building.md',
    'prefix disable-java disable-python disable-werror enable-libevent enable-ssl help',
  ),
  marathon: facts(
    'Marathon 1.4.8',
    'src/main/scala/mesosphere/marathon/MarathonConf.scala and the configurations that it joins',
    `enable_features framework_name help hostname http_credentials http_port master mesos_authentication
     mesos_authentication_principal mesos_authentication_secret_file mesos_role mesos_user zk`,
    {
      checkpoint: 'true',
      decline_offer_duration: '120000',
      failover_timeout: '604800',
      ha: 'true',
      task_launch_timeout: '300000',
      task_reservation_timeout: '20000',
    },
  ),
  chronos: facts(
    'Chronos 3.0.2',
    'src/main/scala/org/apache/mesos/chronos/scheduler/config/SchedulerConfiguration.scala',
    `http_notification_url mail_from mail_password mail_server mail_ssl mail_user master mattermost_url
     mesos_authentication_principal mesos_authentication_secret_file mesos_framework_name mesos_role slack_url
     zk_hosts zk_path`,
    {
      disable_after_failures: '0',
      failure_retry: '60000',
      mesos_task_cpu: '0.1',
      mesos_task_disk: '256',
      mesos_task_mem: '128',
    },
  ),
  'elasticsearch-scheduler': facts(
    'mesos/elasticsearch 1.0.1',
    'scheduler/src/main/java/org/apache/mesos/elasticsearch/scheduler/Configuration.java',
    `dataDir elasticsearchClusterName elasticsearchCpu elasticsearchDisk elasticsearchNodes elasticsearchRam
     frameworkName frameworkPrincipal frameworkSecretPath help zookeeperMesosUrl`,
  ),
  'marathon-lb': facts(
    'marathon-lb 1.10.3',
    'run, marathon_lb.py',
    'group health-check marathon ssl-certs',
  ),
  'spark-submit': facts(
    'Spark 2.2.0',
    'core/src/main/scala/org/apache/spark/deploy/SparkSubmitArguments.scala',
    `class conf deploy-mode driver-memory executor-memory kill master name py-files status supervise
     total-executor-cores`,
  ),
  'org.apache.spark.deploy.mesos.MesosClusterDispatcher': facts(
    'Spark 2.2.0',
    'resource-managers/mesos/src/main/scala/org/apache/spark/deploy/mesos/MesosClusterDispatcherArguments.scala',
    'host master name port webui-port zk',
  ),
  'scheduler.py': facts(
    'this book',
    'etc/frameworks-demo/scheduler.py',
    'command cpus help master mem name principal role secret tasks user',
  ),
  'scripts of the book': facts('this book', 'etc', 'dry-run'),
}

/** Options that the book speaks of because a version does not have them. */
export const absent: { readonly [name: string]: string } = {
  backup_location: 'Marathon 1.5',
  reconfiguration_policy: 'Mesos 1.5',
  schedule_horizon: 'Chronos 2.x, gone in 3.0.0',
}

/** Options of tools that are no subject of the book: their manual pages say them. */
export const common = new Set(
  `add-repo all allow-unauthenticated arg argjson cloud-init config create create-home data-urlencode describe
   download-only exclude format graphics home-dir httpPort import location-trusted max-time memory net network
   no-install-recommends no-pager noautoconsole now os-variant partitions password-stdin replication-factor retry
   retry-delay rm shell short since strict strip-components system tail topic uid update-kernel user vcpus verify
   version warning disk zookeeper authenticate args dataDir no-daemon save-dev global`
    .split(/\s+/)
    .filter(Boolean),
)

/** Variables of the environment that are no option of a program, by who reads or sets them. */
export const variables: { readonly [name: string]: Facts } = {
  libprocess: facts(
    'Mesos 1.3.1',
    '3rdparty/libprocess/src/process.cpp, 3rdparty/libprocess/src/openssl.cpp',
    `LIBPROCESS_ADVERTISE_IP LIBPROCESS_ADVERTISE_PORT LIBPROCESS_IP LIBPROCESS_PORT LIBPROCESS_SSL_CA_DIR
     LIBPROCESS_SSL_CA_FILE LIBPROCESS_SSL_CERT_FILE LIBPROCESS_SSL_CIPHERS LIBPROCESS_SSL_ENABLED
     LIBPROCESS_SSL_ENABLE_TLS_V1_2 LIBPROCESS_SSL_KEY_FILE LIBPROCESS_SSL_REQUIRE_CERT
     LIBPROCESS_SSL_SUPPORT_DOWNGRADE LIBPROCESS_SSL_VERIFY_CERT`,
    { LIBPROCESS_SSL_VERIFY_DEPTH: '4' },
  ),
  tasks: facts(
    'Mesos 1.3.1',
    'src/slave/containerizer, src/launcher/executor.cpp, src/java/jni',
    'MESOS_SANDBOX MESOS_TASK_ID MESOS_NATIVE_JAVA_LIBRARY MESOS_NATIVE_LIBRARY',
  ),
  'tasks of Marathon': facts(
    'Marathon 1.4.8',
    'src/main/scala/mesosphere/mesos/EnvironmentHelper.scala',
    'MARATHON_APP_ID MARATHON_APP_VERSION',
  ),
  'health checks of Marathon': facts(
    'Marathon 1.4.8',
    'docs/docs/rest-api/public/api/v2/schema/AppDefinition.json',
    'MESOS_HTTP MESOS_HTTPS MESOS_TCP',
  ),
  mesos_exporter: facts(
    'mesos_exporter 1.0.0',
    'main.go',
    'MESOS_EXPORTER_USERNAME MESOS_EXPORTER_PASSWORD',
  ),
  'marathon-lb': facts(
    'marathon-lb 1.10.3',
    'config.py, Longhelp.md',
    `HAPROXY_0_BALANCE HAPROXY_0_PATH HAPROXY_0_REDIRECT_TO_HTTPS HAPROXY_0_STICKY HAPROXY_0_VHOST
     HAPROXY_DEPLOYMENT_ALT_PORT HAPROXY_DEPLOYMENT_GROUP HAPROXY_GLOBAL_DEFAULT_OPTIONS HAPROXY_GROUP`,
  ),
  registrator: facts(
    'Registrator v7',
    'bridge/bridge.go, consul/consul.go',
    `SERVICE_80_CHECK_HTTP SERVICE_80_CHECK_INTERVAL SERVICE_80_NAME SERVICE_80_TAGS SERVICE_IGNORE SERVICE_NAME`,
  ),
  'scripts of the book': facts('this book', 'etc', 'MESOS_USER MARATHON_USER MESOS_EXPORTER_X'),
}

/** Variables that the book speaks of because a version does not have them. */
export const absentVariables: { readonly [name: string]: string } = {
  SERVICE_CHECK_DEREGISTER_AFTER: 'Registrator after v7',
}
