<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

/** The ledger's rows of a back-fill. "Not begun": nothing was sent for it, and no person asked for it since. */
interface BackfillRows {

	/**
	 * Opens rows that are not there yet, due now; those that were left out before are due again. All others, done by
	 * this plugin or by hand or in somebody's care, stay as they are.
	 *
	 * @param list<TaskKey> $keys
	 * @return int|null one of the back-fill's rows that are due now; null when there is none.
	 */
	public function open_rows( array $keys, Origin $origin, \DateTimeImmutable $now ): ?int;

	public function counts( int $backfill_id, \DateTimeImmutable $now ): BackfillCounts;

	/** The same without what is done and left out: those may be hundreds of thousands, and are not counted. */
	public function unfinished( int $backfill_id, \DateTimeImmutable $now ): BackfillCounts;

	/**
	 * Rows that have sent nothing wait until they are let go, also those that have stopped. Then all of them are tried.
	 */
	public function hold( int $backfill_id ): void;

	/** @return int|null one of the rows that are due now. */
	public function let_go( int $backfill_id, \DateTimeImmutable $now ): ?int;

	/** Rows that are not begun vanish, and those that stopped before anything was sent. */
	public function withdraw( int $backfill_id ): void;
}
