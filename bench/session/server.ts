import { startPostgres, type RunningPostgres } from '../../sandbox/postgres/start-postgres.ts'

/** How PostgreSQL is set for the measurements: as safe as for real money, with the memory of a small server. */
export const serverSettings: Record<string, string> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '512MB',
  effective_cache_size: '4GB',
  work_mem: '16MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  max_connections: '200',
  random_page_cost: '1.1',
  shared_preload_libraries: 'pg_stat_statements',
}

/** A PostgreSQL server that keeps its promises; it ends with this process, and its data with it. */
export function startServer(): Promise<RunningPostgres> {
  return startPostgres({ settings: serverSettings })
}
