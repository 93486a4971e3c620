import type { AccountId, DeliveryId, ProofId } from '@flora/contract/ids.ts'
import { type Db, firstRow, rows, type Tx } from '../platform/db.ts'
import { sql } from '../platform/sql.ts'

export interface NewProof {
  readonly id: ProofId
  readonly reportKey: string
  readonly deliveryId: DeliveryId
  readonly file: string
  readonly width: number
  readonly height: number
  readonly accountId: AccountId
  readonly at: Temporal.Instant
}

/** Writes a photograph down, once for its report; says whether it is new. */
export async function insertProof(tx: Tx, proof: NewProof): Promise<boolean> {
  const written = await rows(
    tx,
    sql`insert into proofs (id, report_key, delivery_id, file, width, height, account_id, at)
        values (${proof.id}, ${proof.reportKey}::uuid, ${proof.deliveryId}, ${proof.file}, ${proof.width}, ${proof.height}, ${proof.accountId},
          ${proof.at.toString()}::timestamptz)
        on conflict (report_key) do nothing returning id`,
  )
  return written.length === 1
}

/** The photograph of a report, and of which delivery it is. */
export function findProofOfReport(db: Db, reportKey: string): Promise<{ deliveryId: DeliveryId } | undefined> {
  return firstRow(db, sql`select delivery_id as "deliveryId" from proofs where report_key = ${reportKey}::uuid`)
}

export async function countProofs(db: Db, deliveryId: DeliveryId): Promise<number> {
  const row = await firstRow<{ proofs: number }>(
    db,
    sql`select count(*)::int as proofs from proofs where delivery_id = ${deliveryId}`,
  )
  return row!.proofs
}

export function findProof(db: Db, id: string): Promise<{ file: string; deliveryId: DeliveryId } | undefined> {
  return firstRow(db, sql`select file, delivery_id as "deliveryId" from proofs where id = ${id}`)
}

/** A photograph by the secret link of its own order, and by no other; only once its report came. */
export function findProofByLink(
  db: Db,
  { link, id }: { link: string; id: string },
): Promise<{ file: string } | undefined> {
  return firstRow(
    db,
    sql`select f.file from proofs f join stop_reports p on p.key = f.report_key join order_deliveries d on d.id = f.delivery_id
        join orders o on o.id = d.order_id where f.id = ${id} and o.link = ${link}`,
  )
}
