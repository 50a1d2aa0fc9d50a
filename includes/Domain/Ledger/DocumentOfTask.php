<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Ledger;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\RetryLater;
use OrderInvoicer\Domain\Failures\SkipTask;

/** The document that a follow-up belongs to: the row that made it. */
final class DocumentOfTask {

	/** Seconds. */
	private const WAIT = 30;

	/** @throws SkipTask where it has none any more: its own row says what became of it, and opens this one again. */
	public static function row( Ledger $ledger, Task $task ): Task {
		$row = $ledger->find( $task->parent_id );
		return $row?->has_document() === true ? $row : throw SkipTask::not_wanted();
	}

	/**
	 * @throws SkipTask as row() does.
	 * @throws RetryLater while it is brought up to date.
	 */
	public static function at_rest( Ledger $ledger, Task $task ): Task {
		$row = self::row( $ledger, $task );
		return $row->is_under_way() ? throw RetryLater::until_there_is( 'draft', self::WAIT ) : $row;
	}
}
