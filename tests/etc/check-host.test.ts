// The script that says whether a host can run the one-machine setup, in front of hosts of all kinds.
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { describeHere, pathWith, run, scratch } from './scripts.ts'

type Host = {
  readonly machine?: string
  readonly mounts?: string
  readonly systemd?: string
  /** What `docker --version` and `docker info` print; without a version there is no client. */
  readonly docker?: string
  readonly info?: string
}

const v1 = 'cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,nosuid,cpu,cpuacct 0 0\n'
const v2 = 'cgroup2 /sys/fs/cgroup cgroup2 rw,nosuid,nsdelegate 0 0\n'

function look(host: Host): ReturnType<typeof run> {
  const mounts = path.join(scratch(), 'mounts')
  writeFileSync(mounts, host.mounts ?? v1)
  const docker =
    host.docker === undefined
      ? 'exit 127'
      : `case $1 in --version) echo '${host.docker}';; *) ${host.info ?? `echo '[["Backing Filesystem","extfs"]]'`};; esac`
  const PATH = pathWith({
    uname: `echo ${host.machine ?? 'x86_64'}`,
    systemctl: `echo 'systemd ${host.systemd ?? '229'}'`,
    ss: 'echo State',
    dig: 'exit 0',
    docker,
  })
  return run('single-node/check-host.sh', [`${PATH.split(':')[0] ?? ''}/docker`], {
    PATH,
    MOUNTS: mounts,
  })
}

describeHere('check-host.sh', () => {
  test('passes a host with cgroup v1 and a client that Mesos 1.3.1 reads', async () => {
    const { status, said } = await look({ docker: 'Docker version 20.10.24, build 297e128' })
    expect(said).not.toContain('不行')
    expect(said).toContain('docker客户端是20.10')
    expect(status).toBe(0)
  })

  test.each([
    ['249 (249.11-0ubuntu3)', /systemd\.unified_cgroup_hierarchy=0 再重启/],
    ['255', /systemd\.unified_cgroup_hierarchy=0 再重启/],
    ['256.7', /SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1/],
    ['257', /SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1/],
    ['258~rc1', /改用虚拟机/],
    ['', /改用虚拟机/],
  ])('knows the way back to cgroup v1 with systemd %s', async (systemd, way) => {
    const { status, said } = await look({ mounts: v2, systemd, docker: 'Docker version 20.10.24' })
    expect(said).toMatch(way)
    expect(status).toBe(1)
  })

  test.each([
    ['Docker version 17.06.2-ce, build cec0b72', 0],
    ['Docker version 25.0.5, build 5dc9bcc', 0],
    ['Docker version 26.0.0, build 2ae903e', 1],
    ['Docker version 29.0.1, build eedd969', 1],
    ['podman', 1],
  ])('judges the client: %s', async (docker, expected) => {
    expect((await look({ docker })).status).toBe(expected)
  })

  test('finds images that are kept in containerd', async () => {
    const info = `echo '[["driver-type","io.containerd.snapshotter.v1"]]'`
    const { status, said } = await look({ docker: 'Docker version 25.0.5', info })
    expect(said).toContain('"containerd-snapshotter": false')
    expect(status).toBe(1)
  })

  test('repeats what a server says that refuses the client', async () => {
    const info = `echo 'Error response from daemon: client version 1.41 is too old.' >&2; exit 1`
    const { status, said } = await look({ docker: 'Docker version 20.10.24', info })
    expect(said).toContain('client version 1.41 is too old')
    expect(said).toContain('25.0的静态包')
    expect(status).toBe(1)
  })

  test('says once that there is no client', async () => {
    const { status, said } = await look({})
    expect(said.match(/不行/g)).toHaveLength(1)
    expect(status).toBe(1)
  })

  test('does not pass a processor without images', async () => {
    const { status, said } = await look({ machine: 'aarch64', docker: 'Docker version 20.10.24' })
    expect(said).toContain('aarch64')
    expect(status).toBe(1)
  })
})
