<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** The rows that are due, as `Ledger::due()` knows them, one after the other. */
interface DueTasks {

	/**
	 * Of the oldest order; a back-fill's stand behind all others. Orders of which no more is due than a look stand
	 * behind those of today, the newest first: thousands that a plugin saved at once hold up no invoice.
	 *
	 * @param list<int> $seen not these.
	 * @param bool|null $turn whether this runner has the turn to make documents final: such rows come first then, in
	 *                        the sequence of their ids. False: another has it, and they are left to it. Null: nobody
	 *                        asked yet.
	 */
	public function next( \DateTimeImmutable $now, array $seen, ?bool $turn ): ?DueTask;
}
