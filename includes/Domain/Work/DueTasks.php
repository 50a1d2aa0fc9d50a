<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Work;

defined( 'ABSPATH' ) || exit;

/** The rows that are due, as `Ledger::due()` knows them, one after the other. */
interface DueTasks {

	/**
	 * Of the oldest order; a back-fill's stand behind all others.
	 *
	 * @param list<int> $seen not these.
	 * @param bool|null $turn whether this runner has the turn to make documents final: such rows come first then, in
	 *                        the sequence of their ids. False: another has it, and they are left to it. Null: nobody
	 *                        asked yet.
	 */
	public function next( \DateTimeImmutable $now, array $seen, ?bool $turn ): ?DueTask;
}
