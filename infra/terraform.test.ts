import assert from 'node:assert/strict'
import { globSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import {
  configuration,
  none,
  openProvider,
  openWorkplace,
  read,
  succeeded,
  whyNoTerraform,
} from './testing/terraform.ts'
import { rootsOfAnEnvironment } from './testing/whole.ts'

const noTerraform = whyNoTerraform() ?? false

const found = (pattern: string) => globSync(pattern, { cwd: configuration, exclude: ['**/.terraform/**'] }).toSorted()

suite('what is written', () => {
  test('every variable says what it is for and of what type', () => {
    const blocks = found('**/*.tf').flatMap((file) =>
      [...read(file).matchAll(/^variable "(\w+)" \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => ({
        at: `${file}: ${name}`,
        body: body!,
      })),
    )
    assert.ok(blocks.length > 100, 'the variables were not found')
    none(
      blocks
        .filter(({ body }) => !/^ {2}description = ".{10,}"$/m.test(body) || !/^ {2}type +=/m.test(body))
        .map(({ at }) => at),
      'A variable has a description and a type.',
    )
  })

  test('every output says what it is for', () => {
    const blocks = found('**/*.tf').flatMap((file) =>
      [...read(file).matchAll(/^output "(\w+)" \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => ({
        at: `${file}: ${name}`,
        body: body!,
      })),
    )
    assert.ok(blocks.length > 30, 'the outputs were not found')
    none(
      blocks.filter(({ body }) => !/^ {2}description = ".{5,}"$/m.test(body)).map(({ at }) => at),
      'An output has a description.',
    )
  })

  test('what the roots of an environment have in common stands in one file, to which each has a link', () => {
    none(
      rootsOfAnEnvironment.filter(
        (root) =>
          realpathSync(path.join(configuration, `roots/${root}/common.tf`)) !==
          path.join(configuration, 'common/common.tf'),
      ),
      'ln -s ../../common/common.tf infra/terraform/roots/<root>/common.tf',
    )
  })

  test('what may be changed of a size is the same in the roots and in the module', () => {
    const changeable = (file: string) => [...read(file).matchAll(/^ {4}(\w+) += optional\(/gm)].map(([, name]) => name)
    assert.deepEqual(changeable('common/common.tf'), changeable('modules/size/variables.tf'))
    assert.ok(changeable('modules/size/variables.tf').length > 20)
  })

  test('every module has tests', () => {
    const tested = found('tests/*.tftest.hcl').map(read).join('\n')
    const modules = found('modules/**/main.tf').map((file) => path.posix.dirname(file))
    assert.ok(modules.length >= 13)
    none(
      modules.filter((module) => !tested.includes(`source = "./${module}"`)),
      'See tests/*.tftest.hcl.',
    )
  })

  test('the lines of the cost page add up', () => {
    const page = readFileSync(path.join(configuration, '../../docs/costs.md'), 'utf8')
    const tables = [...page.matchAll(/^\|.*\|\n\| ?-.*\n((?:\|.*\n)+)/gm)].map(([, rows]) =>
      rows!
        .trim()
        .split('\n')
        .map((row) =>
          row
            .split('|')
            .slice(2, -1)
            .map((cell) => Math.round(Number(cell.replaceAll('*', '')) * 100)),
        ),
    )
    assert.equal(tables.length, 2)
    for (const rows of tables) {
      const sums = rows.at(-1)!.map((_, column) => rows.slice(0, -1).reduce((sum, row) => sum + row[column]!, 0))
      assert.deepEqual(sums, rows.at(-1))
    }
  })

  test('no module knows of the emulator', () => {
    none(
      found('{modules,roots}/**/*.tf').filter((file) =>
        /endpoints? *\{|skip_credentials|127\.0\.0\.1|moto/i.test(
          read(file).replaceAll(/aws_vpc_endpoint|endpoints_from/g, ''),
        ),
      ),
      'What is only for tests belongs in tests.',
    )
  })

  test('it is formatted', { skip: noTerraform }, async () => {
    const place = openWorkplace()
    try {
      const { code, output } = await place.run('.', ['fmt', '-check', '-recursive'])
      assert.equal(code, 0, `terraform fmt -recursive infra/terraform: ${output}`)
    } finally {
      place.close()
    }
  })
})

suite('modules', { skip: noTerraform }, () => {
  test('each module holds what its tests say, with a provider that is made up', async (t) => {
    const place = openWorkplace()
    let provider: Awaited<ReturnType<typeof openProvider>> | undefined
    try {
      succeeded(await place.run('.', ['init', '-backend=false', '-no-color']))
      provider = await openProvider(place)
      const { environment } = provider
      const files = found('tests/*.tftest.hcl')
      const halves = [0, 1].map((half) => files.filter((_, at) => at % 2 === half).map((file) => `-filter=${file}`))
      const outputs = await Promise.all(
        halves.map(async (half) => succeeded(await place.run('.', ['test', '-no-color', ...half], environment))),
      )
      const passed = outputs.map((output) => Number(/Success! (\d+) passed, 0 failed\./.exec(output)?.[1]))
      t.diagnostic(`${passed[0]! + passed[1]!} passed`)
      const written = files.flatMap((file) => [...read(file).matchAll(/^run "/gm)]).length
      assert.equal(passed[0]! + passed[1]!, written)
    } finally {
      provider?.close()
      place.close()
    }
  })
})
